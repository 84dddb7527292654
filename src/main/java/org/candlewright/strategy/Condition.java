package org.candlewright.strategy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A tree of conditions, as a strategy file writes it. */
public sealed interface Condition {
  /** All of the parts hold. */
  record All(List<Condition> parts) implements Condition {}

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {}

  /** The part does not hold. */
  record Not(Condition part) implements Condition {}

  /** Before on or below, now above; or mirrored. */
  record Crosses(boolean above, Operand left, Operand right) implements Condition {}

  /** A plain comparison. */
  record Compare(Relation relation, Operand left, Operand right) implements Condition {}

  /**
   * The part held on one of the last bars, or on each of them; this bar is the first of them.
   *
   * @param each whether it must have held on each
   * @param bars how many, a constant or a parameter
   */
  record Recently(boolean each, Operand bars, Condition part) implements Condition {}

  /** A latch of the strategy is set. */
  record Latched(String name) implements Condition {}

  /**
   * The bar opened inside a session.
   *
   * @param from first moment of the day
   * @param to first moment after it; at or before {@code from} the session runs over midnight
   * @param days days on which it begins
   */
  record Session(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days)
      implements Condition {}

  /** How two values compare. */
  enum Relation {
    GREATER("greater", ">"),
    GREATER_OR_EQUAL("greater_or_equal", "≥"),
    LESS("less", "<"),
    LESS_OR_EQUAL("less_or_equal", "≤"),
    EQUAL("equal", "="),
    NOT_EQUAL("not_equal", "≠");

    private final String word;
    private final String sign;

    Relation(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }

    public String word() {
      return word;
    }

    public String sign() {
      return sign;
    }

    /** The relation that holds where this one does not, both values being known. */
    Relation opposite() {
      return switch (this) {
        case GREATER -> LESS_OR_EQUAL;
        case GREATER_OR_EQUAL -> LESS;
        case LESS -> GREATER_OR_EQUAL;
        case LESS_OR_EQUAL -> GREATER;
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
      };
    }

    /** The relation with above and below exchanged. */
    Relation mirrored() {
      return switch (this) {
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case EQUAL, NOT_EQUAL -> this;
      };
    }

    /** Whether it holds; never where a value is unknown. */
    boolean holds(double left, double right) {
      return switch (this) {
        case GREATER -> left > right;
        case GREATER_OR_EQUAL -> left >= right;
        case LESS -> left < right;
        case LESS_OR_EQUAL -> left <= right;
        case EQUAL -> left == right;
        case NOT_EQUAL -> left < right || left > right;
      };
    }
  }
}
