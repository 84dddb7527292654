package org.candlewright.analytics.pairs;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/**
 * Closing prices of one instrument, prepared once for all pairs it is part of.
 *
 * <p>The arrays are shared between threads and must not be written to.
 */
public final class PriceSeries {
  private final InstrumentId instrument;
  private final Timeframe timeframe;
  private final long[] openTimes;
  private final double[] levels;
  private final double[] logs;
  private final Optional<String> problem;
  private final Gaps gaps;

  private PriceSeries(
      InstrumentId instrument,
      Timeframe timeframe,
      long[] openTimes,
      double[] levels,
      double[] logs,
      Optional<String> problem) {
    this.instrument = instrument;
    this.timeframe = timeframe;
    this.openTimes = openTimes;
    this.levels = levels;
    this.logs = logs;
    this.problem = problem;
    this.gaps = Gaps.in(openTimes, openTimes.length, timeframe);
  }

  /** Closes of stored bars. */
  public static PriceSeries of(BarSeries bars, PriceForm form) {
    double[] closes = new double[bars.size()];
    bars.prices(bars.closes(), 0, bars.size(), closes);
    return of(
        bars.instrument(),
        bars.timeframe(),
        Arrays.copyOf(bars.openTimes(), bars.size()),
        closes,
        form);
  }

  /**
   * @param openTimes epoch milliseconds UTC, strictly ascending
   * @param closes one price a bar; those that are not above zero make the series unusable, and its
   *     pairs say so
   */
  public static PriceSeries of(
      InstrumentId instrument,
      Timeframe timeframe,
      long[] openTimes,
      double[] closes,
      PriceForm form) {
    double[] logs = new double[closes.length];
    Optional<String> problem = problem(instrument, openTimes, closes);
    if (problem.isEmpty()) {
      for (int i = 0; i < logs.length; i++) {
        logs[i] = StrictMath.log(closes[i]);
      }
    }
    double[] levels = form == PriceForm.LOG ? logs : closes;
    return new PriceSeries(instrument, timeframe, openTimes, levels, logs, problem);
  }

  private static Optional<String> problem(
      InstrumentId instrument, long[] openTimes, double[] closes) {
    if (closes.length == 0) {
      return Optional.of(instrument + " has no bars in the period");
    }
    for (int i = 0; i < closes.length; i++) {
      if (!(closes[i] > 0 && closes[i] < Double.POSITIVE_INFINITY)) {
        return Optional.of(
            instrument
                + " has a price of "
                + closes[i]
                + " at "
                + Instant.ofEpochMilli(openTimes[i])
                + "; import that stretch again or choose a period without it");
      }
    }
    return Optional.empty();
  }

  public InstrumentId instrument() {
    return instrument;
  }

  public Timeframe timeframe() {
    return timeframe;
  }

  public int size() {
    return openTimes.length;
  }

  long[] openTimes() {
    return openTimes;
  }

  /** Prices or their logarithms, as the form of the screening says. */
  double[] levels() {
    return levels;
  }

  /** Natural logarithms of prices. */
  double[] logs() {
    return logs;
  }

  Gaps gaps() {
    return gaps;
  }

  /** Why no pair with this instrument can be computed; empty if nothing speaks against it. */
  public Optional<String> problem() {
    return problem;
  }
}
