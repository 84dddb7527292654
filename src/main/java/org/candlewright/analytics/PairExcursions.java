package org.candlewright.analytics;

import org.candlewright.market.BarSeries;

/**
 * Excursions of a two-legged trade: both legs are marked at the closes of the first leg's bars,
 * because the highs and lows of two instruments do not fall together.
 */
public final class PairExcursions {
  private final Leg first;
  private final Leg second;

  /**
   * One leg of a trade.
   *
   * @param unit money units per lot and tick
   * @param direction 1 long, -1 short
   * @param entryValue Σ lots × ticks
   */
  public record Leg(
      BarSeries bars, long unit, int direction, long lots, long entryValue, long exitValue) {

    private long profit(long value) {
      return Math.multiplyExact(direction * unit, Math.subtractExact(value, entryValue));
    }

    private long profitAtClose(int bar) {
      return profit(Math.multiplyExact(lots, bars.closes()[bar]));
    }
  }

  public PairExcursions(Leg first, Leg second) {
    this.first = first;
    this.second = second;
  }

  /** The excursion between entry and exit of both legs. */
  public Excursion between(long entryMillis, long exitMillis) {
    long gross = first.profit(first.exitValue()) + second.profit(second.exitValue());
    long best = Math.max(0, gross);
    long worst = Math.min(0, gross);
    BarSeries bars = first.bars();
    int other = second.bars().firstAtOrAfter(entryMillis);
    for (int bar = bars.firstAtOrAfter(entryMillis);
        bar < bars.size() && bars.endTime(bar) < exitMillis;
        bar++) {
      while (other + 1 < second.bars().size()
          && second.bars().endTime(other + 1) <= bars.endTime(bar)) {
        other++;
      }
      if (other < second.bars().size() && second.bars().endTime(other) <= bars.endTime(bar)) {
        long profit = first.profitAtClose(bar) + second.profitAtClose(other);
        best = Math.max(best, profit);
        worst = Math.min(worst, profit);
      }
    }
    return new Excursion(best, -worst, gross);
  }
}
