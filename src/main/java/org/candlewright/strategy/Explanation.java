package org.candlewright.strategy;

import java.util.List;

/**
 * What a strategy saw at one bar.
 *
 * @param inputs named values in a fixed order
 * @param rules rule trees, one per rule, in the order they are tried
 */
public record Explanation(List<Input> inputs, List<Condition> rules) {

  /**
   * One input.
   *
   * @param unit unit to show behind the value, may be empty
   */
  public record Input(String name, double value, String unit) {}

  /**
   * A node of a rule tree with its outcome.
   *
   * @param text readable condition, for example {@code EMA 9 crosses above EMA 21}
   * @param holds whether it was true at this bar
   * @param left value on the left, NaN where it has none
   * @param right value on the right, NaN where it has none
   * @param relation sign between them such as {@code >}, may be empty
   */
  public record Condition(
      String text,
      boolean holds,
      double left,
      double right,
      String relation,
      List<Condition> parts) {}
}
