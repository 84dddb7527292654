package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.candlewright.analytics.funding.FundingCandidate;
import org.candlewright.analytics.funding.FundingSeries;
import org.candlewright.analytics.funding.FundingSummary;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.analytics.funding.RateStatistics;
import org.candlewright.market.InstrumentId;

/**
 * A perpetual in the ranking.
 *
 * @param place in the ranking by net yield, from 1
 * @param scale largest net yield of all, without sign: what bars are drawn to
 */
public record FundingRow(
    int place, FundingSummary summary, FundingCandidate candidate, double scale) {
  private static final int KEPT_DIGITS = 12;

  public InstrumentId id() {
    return summary.perpetual();
  }

  /** Symbol without venue. */
  String symbol() {
    return id().toString().substring(id().venue().length() + 1);
  }

  FundingSeries series() {
    return candidate.series();
  }

  /** Whether the spot that a carry buys is stored. */
  boolean spotStored() {
    return candidate.spotTurnover().isPresent();
  }

  Optional<BigDecimal> rateBps(ToDoubleFunction<RateStatistics> of) {
    return summary.statistics().map(of::applyAsDouble).flatMap(rate -> number(rate * 1e4));
  }

  Optional<BigDecimal> deviationBps() {
    return summary
        .statistics()
        .map(RateStatistics::deviation)
        .filter(OptionalDouble::isPresent)
        .flatMap(rate -> number(rate.getAsDouble() * 1e4));
  }

  Optional<BigDecimal> lastBps() {
    return series().isEmpty() ? Optional.empty() : number(series().rate(series().size() - 1) * 1e4);
  }

  Optional<BigDecimal> yieldPercent(ToDoubleFunction<FundingYield> of) {
    return summary.yields().map(of::applyAsDouble).flatMap(rate -> number(rate * 100));
  }

  /** Why there is no yield, in a few words; empty if there is one. */
  String why() {
    return summary.yields().isPresent()
        ? ""
        : series().isEmpty() ? "no funding" : summary.note().split("[:;]", 2)[0];
  }

  /** A number as the window shows it: what is beyond a double's digits is not shown. */
  static Optional<BigDecimal> number(double value) {
    return Double.isFinite(value)
        ? Optional.of(new BigDecimal(value).setScale(KEPT_DIGITS, RoundingMode.HALF_EVEN))
        : Optional.empty();
  }

  boolean matches(String words) {
    String text =
        (id() + " " + summary.tier().name() + " " + summary.note()).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
