package org.candlewright.ui.positions;

/**
 * How fast the market's time passes.
 *
 * @param title for people
 * @param speed market seconds in a second
 */
public record Pace(String title, double speed) {
  /** What can be chosen, slowest first. */
  static final java.util.List<Pace> ALL =
      java.util.List.of(
          new Pace("Real time", 1),
          new Pace("A minute a second", 60),
          new Pace("An hour a second", 3_600),
          new Pace("A day a second", 86_400),
          new Pace("As fast as can be", Double.POSITIVE_INFINITY));

  @Override
  public String toString() {
    return title;
  }
}
