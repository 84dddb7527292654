package org.candlewright.strategy;

/** What conditions see of the position while they are asked; set before each question. */
final class HeldPosition {
  private int side;
  private double barsInTrade;

  /**
   * @param newBarsInTrade NaN where it is not known
   */
  void set(int newSide, double newBarsInTrade) {
    side = newSide;
    barsInTrade = newBarsInTrade;
  }

  double value(Operand.PositionField field) {
    return switch (field) {
      case POSITION -> side;
      case BARS_IN_TRADE -> barsInTrade;
    };
  }
}
