package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How entries are left besides the rules: fixed when an entry is decided, from its close.
 *
 * @param stop distance or price of the stop
 * @param targets nearest first; the last takes what the others leave
 * @param closing which entries a partial exit closes first
 */
public record ExitRules(
    Optional<Level> stop,
    List<Target> targets,
    Optional<Trailing> trailing,
    Optional<BreakEven> breakEven,
    CloseRule closing) {

  public static final ExitRules NONE =
      new ExitRules(
          Optional.empty(), List.of(), Optional.empty(), Optional.empty(), CloseRule.FIFO);

  /** Whether entries have a stop, a target or anything of the kind. */
  public boolean exist() {
    return stop.isPresent() || !targets.isEmpty() || trailing.isPresent();
  }

  /** A price, most often by its distance from the close of the decision. */
  public sealed interface Level {}

  /**
   * A multiple of an average true range.
   *
   * @param indicator its name in the strategy
   */
  public record Ranges(Operand multiple, String indicator) implements Level {}

  /** Percent of the close. */
  public record Percent(Operand percent) implements Level {}

  /** A distance in quote. */
  public record Distance(Operand distance) implements Level {}

  /** A multiple of the distance of the stop. */
  public record Reward(Operand multiple) implements Level {}

  /** A price itself. */
  public record Price(Operand price) implements Level {}

  /** A price for each side, as a channel has one above and one below. */
  public record PriceBySide(Operand ofLong, Operand ofShort) implements Level {
    Operand of(int side) {
      return side > 0 ? ofLong : ofShort;
    }
  }

  /**
   * A limit at which a share leaves.
   *
   * @param share fraction of the entry
   */
  public record Target(Level level, BigDecimal share) {}

  /** A stop behind the best price; activation says how far price must have come first. */
  public record Trailing(Level distance, Optional<Level> activation) {}

  /**
   * The stop moves to the entry price.
   *
   * @param offsetPercent percent of the entry price beyond it
   */
  public record BreakEven(Level after, BigDecimal offsetPercent) {}
}
