package org.candlewright.strategy;

import java.util.List;

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

  /** How two values compare. */
  enum Relation {
    GREATER("greater", ">"),
    GREATER_OR_EQUAL("greater_or_equal", "≥"),
    LESS("less", "<"),
    LESS_OR_EQUAL("less_or_equal", "≤");

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

    boolean holds(double left, double right) {
      return switch (this) {
        case GREATER -> left > right;
        case GREATER_OR_EQUAL -> left >= right;
        case LESS -> left < right;
        case LESS_OR_EQUAL -> left <= right;
      };
    }
  }
}
