package org.candlewright.strategy;

import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Turnover and tier of one instrument over the current block. */
final class UniverseColumns {
  private static final int DAY_HOURS = 24;

  private final BarSeries bars;
  private final UniverseFilters filters;
  private final int day;
  private final int newBars;
  private final boolean mayBeFirst;
  private double[] turnover = new double[0];
  private int[] tier = new int[0];
  private int from;

  /** Tier in force, −1 before the first; the other one that is coming, and for how many bars. */
  private int present = -1;

  private int coming;
  private int comingFor;

  UniverseColumns(InstrumentData data, UniverseFilters filters, UniverseLists lists) {
    this.bars = data.bars();
    this.filters = filters;
    this.day = HourlyReturns.bars(bars, DAY_HOURS);
    this.newBars = filters.newHours == 0 ? 0 : HourlyReturns.bars(bars, filters.newHours);
    this.mayBeFirst =
        lists.firstTier().isEmpty() || UniverseLists.anyNames(lists.firstTier(), data.instrument());
  }

  void update(int fromBar, int to) {
    from = fromBar;
    if (turnover.length < to - fromBar) {
      turnover = new double[to - fromBar];
      tier = new int[to - fromBar];
    }
    for (int bar = fromBar; bar < to; bar++) {
      turnover[bar - fromBar] = dayTurnover(bar);
      tier[bar - fromBar] = settle(meets(turnover[bar - fromBar]));
    }
  }

  /** Σ close × volume of 24 hours; 0 while there are fewer bars. */
  private double dayTurnover(int bar) {
    double sum = 0;
    for (int i = bar - day + 1; i <= bar && i >= 0 && bar >= day - 1; i++) {
      sum += bars.quoteVolume() ? bars.volume(i) : bars.price(bars.closes()[i]) * bars.volume(i);
    }
    return sum;
  }

  /** The best tier whose filters hold, 0 for none. */
  private int meets(double quote) {
    for (int k = mayBeFirst ? 0 : 1; k < TriggerProfile.TIERS; k++) {
      if (quote >= filters.tierVolume[k]
          && EstimatedBook.spreadBps(quote) <= filters.tierSpread[k]
          && EstimatedBook.depth(quote) >= filters.tierDepth[k]) {
        return k + 1;
      }
    }
    return 0;
  }

  /** Another tier counts once it has held for so many bars in a row. */
  private int settle(int now) {
    if (present < 0) {
      present = now;
    }
    comingFor = now == present ? 0 : now == coming ? comingFor + 1 : 1;
    coming = now;
    if (comingFor >= filters.tierBars) {
      present = now;
      comingFor = 0;
    }
    return present;
  }

  double turnover(int bar) {
    return turnover[bar - from];
  }

  /** Tier at a bar of the block, 0 for none. */
  int tier(int bar) {
    return tier[bar - from];
  }

  boolean young(int bar) {
    return bar + 1 < newBars;
  }

  void save(StateWriter out) {
    out.putLong(present);
    out.putLong(coming);
    out.putLong(comingFor);
  }

  void restore(StateReader in) {
    present = in.getInt();
    coming = in.getInt();
    comingFor = in.getInt();
  }
}
