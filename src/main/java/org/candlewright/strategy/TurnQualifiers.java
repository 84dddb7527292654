package org.candlewright.strategy;

import org.candlewright.market.BarSeries;

/**
 * Four signs that a price has turned up. Three make a reversal; each raises the conviction of any
 * entry.
 */
final class TurnQualifiers {
  private static final double BOUNCE = 0.006;
  private static final int PIVOT_SIDE = 2;

  private TurnQualifiers() {}

  static int count(TriggerColumns columns, int bar) {
    return (aboveVwap(columns, bar) ? 1 : 0)
        + (higherLow(columns, bar) ? 1 : 0)
        + (columns.rsiCrossesMiddle(bar) ? 1 : 0)
        + (bounces(columns, bar) ? 1 : 0);
  }

  /** Close over the volume-weighted mean of (high + low + close) / 3 in the last hour. */
  static boolean aboveVwap(TriggerColumns columns, int bar) {
    BarSeries bars = columns.bars();
    double value = 0;
    double volume = 0;
    for (int i = Math.max(0, bar - columns.hour + 1); i <= bar; i++) {
      double typical = (double) bars.highs()[i] + bars.lows()[i] + bars.closes()[i];
      value += typical / 3 * bars.volume(i);
      volume += bars.volume(i);
    }
    return volume > 0 && bars.closes()[bar] > value / volume;
  }

  /** The last low with two higher ones on each side is over the one before it. */
  static boolean higherLow(TriggerColumns columns, int bar) {
    BarSeries bars = columns.bars();
    int last = pivot(bars, bar - PIVOT_SIDE, bar - columns.week);
    int before = last < 0 ? -1 : pivot(bars, last - 1, bar - columns.week);
    return before >= 0 && bars.lows()[last] > bars.lows()[before];
  }

  private static int pivot(BarSeries bars, int from, int downTo) {
    for (int i = from; i >= Math.max(PIVOT_SIDE, downTo); i--) {
      if (isPivot(bars, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPivot(BarSeries bars, int at) {
    long low = bars.lows()[at];
    for (int side = 1; side <= PIVOT_SIDE; side++) {
      if (bars.lows()[at - side] <= low || bars.lows()[at + side] <= low) {
        return false;
      }
    }
    return true;
  }

  /** Close at least 0.6 % over the low of the last hour. */
  static boolean bounces(TriggerColumns columns, int bar) {
    BarSeries bars = columns.bars();
    long low = Long.MAX_VALUE;
    for (int i = Math.max(0, bar - columns.hour + 1); i <= bar; i++) {
      low = Math.min(low, bars.lows()[i]);
    }
    return bars.closes()[bar] >= low * (1 + BOUNCE);
  }
}
