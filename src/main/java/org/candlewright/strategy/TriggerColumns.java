package org.candlewright.strategy;

import java.util.Map;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * What triggers look at, of one instrument. Hours are counted in bars of its timeframe. A value is
 * NaN while there are too few bars for it, and a comparison with NaN holds nothing.
 */
final class TriggerColumns {
  static final int WEEK_HOURS = 168;
  private static final int SLOPE_HOURS = 3;
  private static final int RISING_BARS = 3;

  private final BarSeries bars;
  private final PriceBlock block;
  private final SignalColumns[] indicators;
  private final RememberedColumn atr;
  private final RememberedColumn rsi;
  private final RememberedColumn quickMean;
  private final RememberedColumn slowMean;
  private final RememberedColumn dayHigh;
  private final RememberedColumn weekLow;
  private final RememberedColumn[] remembered;
  private final RollingMedian medians;
  private final RememberedColumn median = new RememberedColumn(0);
  private double[] medianBlock = new double[0];
  final int hour;
  final int slopeBars;
  final int day;
  final int week;

  TriggerColumns(Indicators known, BarSeries bars) {
    this.bars = bars;
    this.block = new PriceBlock(bars);
    this.hour = HourlyReturns.bars(bars, 1);
    this.slopeBars = HourlyReturns.bars(bars, SLOPE_HOURS);
    this.day = HourlyReturns.bars(bars, 24);
    this.week = HourlyReturns.bars(bars, WEEK_HOURS);
    this.medians = new RollingMedian(week);
    this.indicators =
        new SignalColumns[] {
          indicator(known, "atr", 14),
          indicator(known, "rsi", 14),
          indicator(known, "ema", 21),
          indicator(known, "ema", 50),
          indicator(known, "highest", day),
          indicator(known, "lowest", week)
        };
    this.atr = new RememberedColumn(1);
    this.rsi = new RememberedColumn(1);
    this.quickMean = new RememberedColumn(Math.max(slopeBars, RISING_BARS));
    this.slowMean = new RememberedColumn(0);
    this.dayHigh = new RememberedColumn(0);
    this.weekLow = new RememberedColumn(0);
    this.remembered = new RememberedColumn[] {atr, rsi, quickMean, slowMean, dayHigh, weekLow};
  }

  private static SignalColumns indicator(Indicators known, String name, int period) {
    return new SignalColumns(known, name, Map.of("period", (double) period));
  }

  BarSeries bars() {
    return bars;
  }

  void update(int from, int to) {
    block.moveTo(from, to);
    for (int k = 0; k < indicators.length; k++) {
      indicators[k].update(block);
      remembered[k].take(from, indicators[k].output(0), to - from);
    }
    if (medianBlock.length < to - from) {
      medianBlock = new double[to - from];
    }
    for (int bar = from; bar < to; bar++) {
      medianBlock[bar - from] = medians.next(atr.at(bar));
    }
    median.take(from, medianBlock, to - from);
  }

  double close(int bar) {
    return bars.price(bars.closes()[bar]);
  }

  /** Close against the close so many bars before, a fraction. */
  double change(int bar, int back) {
    return HourlyReturns.change(bars, bar, back);
  }

  /** Move of 15 minutes: close to close, on longer bars from the bar's open to its close. */
  double quickMove(int bar) {
    long quarter = 900_000L;
    long length = bars.timeframe().millis();
    return length > quarter
        ? (double) bars.closes()[bar] / bars.opens()[bar] - 1
        : change(bar, (int) (quarter / length));
  }

  /** Volume over the mean volume of the 24 hours before the bar. */
  double volumeRatio(int bar) {
    if (bar < day) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = bar - day; i < bar; i++) {
      sum += bars.volume(i);
    }
    return sum > 0 ? bars.volume(bar) / (sum / day) : Double.NaN;
  }

  /** Mean close of so many bars, this one included. */
  double mean(int bar, int count) {
    if (bar < count - 1) {
      return Double.NaN;
    }
    long sum = 0;
    for (int i = bar - count + 1; i <= bar; i++) {
      sum = Math.addExact(sum, bars.closes()[i]);
    }
    return bars.price(sum) / count;
  }

  double atr(int bar) {
    return atr.at(bar);
  }

  /** ATR over its median of a week, this bar included. */
  double atrRatio(int bar) {
    return atr.at(bar) / median.at(bar);
  }

  double rsi(int bar) {
    return rsi.at(bar);
  }

  boolean rsiCrossesMiddle(int bar) {
    return rsi.at(bar - 1) <= 50 && rsi.at(bar) > 50;
  }

  double quickMean(int bar) {
    return quickMean.at(bar);
  }

  /** EMA 21 up to three bars before a bar. */
  double quickMeanBefore(int bar, int back) {
    return quickMean.at(bar - back);
  }

  double slowMean(int bar) {
    return slowMean.at(bar);
  }

  /** Rise of the EMA 21 over three hours, percent an hour. */
  double slope(int bar) {
    return (quickMean.at(bar) / quickMean.at(bar - slopeBars) - 1) * 100 / SLOPE_HOURS;
  }

  /** Highest price of 24 hours, this bar included. */
  double dayHigh(int bar) {
    return dayHigh.at(bar);
  }

  /** Lowest price of a week, this bar included. */
  double weekLow(int bar) {
    return weekLow.at(bar);
  }

  void save(StateWriter out) {
    for (int k = 0; k < indicators.length; k++) {
      indicators[k].save(out);
      remembered[k].save(out);
    }
    medians.save(out);
    median.save(out);
  }

  void restore(StateReader in) {
    for (int k = 0; k < indicators.length; k++) {
      indicators[k].restore(in);
      remembered[k].restore(in);
    }
    medians.restore(in);
    median.restore(in);
  }
}
