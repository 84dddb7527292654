package org.candlewright.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
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
    boolean custom = options.makerFee().isPresent() || options.takerFee().isPresent();
    BigDecimal maker = options.makerFee().orElse(fees.maker(instrument.id().kind()));
    BigDecimal taker = options.takerFee().orElse(fees.taker(instrument.id().kind()));
    Optional<LiquidityTier> measured = turnoverTier(bars, startMillis);
    LiquidityTier tier = options.tier().or(() -> measured).orElse(LiquidityTier.SMALL);
    String source =
        options.tier().isPresent() ? "given" : measured.isPresent() ? "turnover" : "default";
    return new ContractCosts(
        Rate.of(fraction("maker fee", maker)),
        Rate.of(fraction("taker fee", taker)),
        ContractCosts.fromBps(
            bps("half spread", options.halfSpreadBps().orElse(tier.halfSpreadBps()))),
        ContractCosts.fromBps(bps("slippage", options.slippageBps().orElse(tier.slippageBps()))),
        options.sizeImpact(),
        options.participation(),
        tier,
        source,
        custom ? "custom" : fees.toString());
  }

  private static BigDecimal fraction(String what, BigDecimal value) {
    if (value.abs().compareTo(new BigDecimal("0.1")) > 0
        || value.stripTrailingZeros().scale() > 12) {
      throw new InputException(
          what + ": " + value.toPlainString() + " is out of range",
          "Give a fraction of notional from -0.1 to 0.1 with at most 12 decimals,"
              + " for example 0.0005");
    }
    return value;
  }

  private static BigDecimal bps(String what, BigDecimal value) {
    if (value.signum() < 0
        || value.compareTo(BigDecimal.valueOf(1_000)) > 0
        || value.stripTrailingZeros().scale() > 8) {
      throw new InputException(
          what + ": " + value.toPlainString() + " basis points is out of range",
          "Give 0 to 1000 basis points");
    }
    return value;
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
