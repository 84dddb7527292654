package org.candlewright.strategy;

/** What conditions see of the position while they are asked; set before each question. */
final class HeldPosition {
  private int side;
  private double barsInTrade;
  private double entryPrice = Double.NaN;

  /**
   * @param newBarsInTrade NaN where it is not known
   * @param newEntryPrice NaN while flat and where it is not known
   */
  void set(int newSide, double newBarsInTrade, double newEntryPrice) {
    side = newSide;
    barsInTrade = newBarsInTrade;
    entryPrice = newEntryPrice;
  }

  double value(Operand.PositionField field) {
    return switch (field) {
      case POSITION -> side;
      case BARS_IN_TRADE -> barsInTrade;
      case ENTRY_PRICE -> entryPrice;
    };
  }
}
