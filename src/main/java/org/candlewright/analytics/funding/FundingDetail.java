package org.candlewright.analytics.funding;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candlewright.indicator.HalfLife;

/**
 * What a detail pane shows of one perpetual beside its summary. Arrays are for reading only.
 *
 * @param cumulative Σ rates up to each settlement: what a short of constant notional received
 * @param halfLife of the rate per eight hours, counted in settlements; empty where it cannot be
 *     told
 * @param stability coefficient of variation of the rate per eight hours: deviation / |mean|, the
 *     smaller the steadier; empty for a single settlement or a mean of zero
 * @param lagCorrelation of each rate per eight hours with the one before; empty where undefined
 * @param worst30Days smallest sum of rates over 30 days on end; empty if the history is shorter
 */
public record FundingDetail(
    FundingSeries series,
    RateHistogram histogram,
    RatePattern byHour,
    RatePattern byWeekday,
    Streaks streaks,
    double[] cumulative,
    Optional<HalfLife> halfLife,
    OptionalDouble stability,
    OptionalDouble lagCorrelation,
    OptionalDouble worst30Days) {
  private static final long THIRTY_DAYS = 30 * 86_400_000L;

  /** A line through fewer points says nothing. */
  private static final int LEAST_FOR_HALF_LIFE = 10;

  public static FundingDetail of(FundingSeries series, FundingAssumptions assumptions, int bins) {
    double[] rates8h = series.commonestHours() == 0 ? new double[0] : series.rates8h();
    return new FundingDetail(
        series,
        RateHistogram.of(series.rates(), bins),
        RatePattern.byHour(series),
        RatePattern.byWeekday(series),
        Streaks.of(series, assumptions.thresholdUnits()),
        cumulative(series),
        halfLife(rates8h),
        stability(rates8h),
        lagCorrelation(rates8h),
        worst30Days(series));
  }

  private static OptionalDouble lagCorrelation(double[] rates) {
    if (rates.length < LEAST_FOR_HALF_LIFE) {
      return OptionalDouble.empty();
    }
    double mean = RateStatistics.sum(rates) / rates.length;
    double squares = 0;
    double cross = 0;
    for (int i = 0; i < rates.length; i++) {
      squares += (rates[i] - mean) * (rates[i] - mean);
      cross += i == 0 ? 0 : (rates[i] - mean) * (rates[i - 1] - mean);
    }
    return squares > 0 ? OptionalDouble.of(cross / squares) : OptionalDouble.empty();
  }

  /** Over windows that end with a settlement and begin after the one 30 days before it. */
  private static OptionalDouble worst30Days(FundingSeries series) {
    double worst = Double.POSITIVE_INFINITY;
    double sum = 0;
    int from = 0;
    for (int i = 0; i < series.size(); i++) {
      sum += series.rate(i);
      while (series.time(from) <= series.time(i) - THIRTY_DAYS) {
        sum -= series.rate(from++);
      }
      if (from > 0) {
        worst = Math.min(worst, sum);
      }
    }
    return worst < Double.POSITIVE_INFINITY ? OptionalDouble.of(worst) : OptionalDouble.empty();
  }

  private static double[] cumulative(FundingSeries series) {
    double[] sums = new double[series.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += series.rate(i);
      sums[i] = sum;
    }
    return sums;
  }

  private static Optional<HalfLife> halfLife(double[] rates) {
    boolean moves = RateStatistics.of(rates).filter(known -> known.max() > known.min()).isPresent();
    return rates.length >= LEAST_FOR_HALF_LIFE && moves
        ? Optional.of(HalfLife.of(rates, rates.length))
        : Optional.empty();
  }

  private static OptionalDouble stability(double[] rates) {
    Optional<RateStatistics> statistics = RateStatistics.of(rates);
    if (statistics.isEmpty()
        || statistics.get().deviation().isEmpty()
        || statistics.get().mean() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        statistics.get().deviation().getAsDouble() / Math.abs(statistics.get().mean()));
  }
}
