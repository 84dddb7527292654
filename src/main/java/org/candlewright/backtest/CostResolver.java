package org.candlewright.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.CostSchedule;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Instrument;

/** From options, strategy preset and turnover to the costs in force. */
final class CostResolver {
  private static final long DAY = 86_400_000L;
  private static final int TURNOVER_DAYS = 30;

  private CostResolver() {}

  static ContractCosts resolve(
      CostOptions options,
      Optional<String> preset,
      Instrument instrument,
      BarSeries bars,
      long startMillis) {
    FeePreset fees =
        options
            .fees()
            .orElseGet(
                () ->
                    preset
                        .map(FeePreset::parse)
                        .orElse(FeePreset.ofVenue(instrument.id().venue())));
    return CostSchedule.resolve(
        options, fees, instrument.id().kind(), turnoverTier(bars, startMillis));
  }

  /**
   * Median over the UTC days that have bars, of at most 30 before the start, of Σ close × volume.
   */
  private static Optional<LiquidityTier> turnoverTier(BarSeries bars, long startMillis) {
    int end = bars.firstAtOrAfter(startMillis);
    int at = bars.firstAtOrAfter(startMillis - TURNOVER_DAYS * DAY);
    List<Double> days = new ArrayList<>();
    long day = Long.MIN_VALUE;
    for (; at < end; at++) {
      double value =
          bars.quoteVolume() ? bars.volume(at) : bars.price(bars.closes()[at]) * bars.volume(at);
      long thisDay = Math.floorDiv(bars.openTime(at), DAY);
      if (thisDay != day) {
        day = thisDay;
        days.add(value);
      } else {
        days.set(days.size() - 1, days.getLast() + value);
      }
    }
    if (days.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = days.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return Optional.of(LiquidityTier.ofDailyTurnover(median));
  }
}
