package org.candlewright.analytics.funding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candlewright.market.InstrumentId;

/**
 * One perpetual of the ranking.
 *
 * @param statistics of rates as settled; empty without settlements
 * @param commonestHours commonest interval; 0 if unknown
 * @param coveredDays days that the settlements pay for, gaps left out
 * @param firstMillis first settlement, epoch milliseconds UTC; 0 without one
 * @param lastMillis last settlement
 * @param streak newest settlements in a row at or above the threshold per eight hours
 * @param yields empty where the interval is unknown
 * @param note what cannot be computed and why, or what to know about a figure
 */
public record FundingSummary(
    InstrumentId perpetual,
    Optional<RateStatistics> statistics,
    int commonestHours,
    double coveredDays,
    long firstMillis,
    long lastMillis,
    int streak,
    CarryCost cost,
    Optional<FundingYield> yields,
    Optional<Turnover> turnover,
    TierRating tier,
    String note) {
  /** From here on a perpetual is ranked before those with less. */
  public static final int ENOUGH_PERIODS = 30;

  private static final long STALE_MILLIS = 48 * 3_600_000L;

  /** Summarises one perpetual. */
  public static FundingSummary of(FundingCandidate candidate, FundingAssumptions assumptions) {
    FundingSeries series = candidate.series();
    TierRating tier = TierRating.of(candidate.marketCapitalisation(), candidate.turnover());
    CarryCost cost =
        CarryCost.of(
            candidate.perpetual().venue(),
            assumptions,
            TierRating.of(OptionalDouble.empty(), candidate.turnover()).tier().or(tier::tier),
            candidate.turnover(),
            candidate.spotTurnover());
    double coveredDays = series.coveredHours() / 24.0;
    Optional<RateStatistics> statistics = RateStatistics.of(series.rates());
    Optional<FundingYield> yields =
        statistics
            .filter(known -> coveredDays > 0)
            .map(known -> FundingYield.of(known.sum(), coveredDays, cost.roundTrip(), assumptions));
    return new FundingSummary(
        candidate.perpetual(),
        statistics,
        series.commonestHours(),
        coveredDays,
        series.isEmpty() ? 0 : series.time(0),
        series.isEmpty() ? 0 : series.time(series.size() - 1),
        series.isEmpty() ? 0 : Streaks.current(series, assumptions.thresholdUnits()),
        cost,
        yields,
        candidate.turnover(),
        tier,
        note(candidate, yields));
  }

  /** Settlements in the period. */
  public int periods() {
    return statistics.map(RateStatistics::count).orElse(0);
  }

  public boolean enoughData() {
    return periods() >= ENOUGH_PERIODS;
  }

  private static String note(FundingCandidate candidate, Optional<FundingYield> yields) {
    FundingSeries series = candidate.series();
    if (!candidate.perpetual().kind().isPerpetual()) {
      return "spot: funding is paid on perpetuals only";
    }
    if (series.isEmpty()) {
      return "no funding stored in the period";
    }
    List<String> notes = new ArrayList<>();
    if (yields.isEmpty()) {
      notes.add("one settlement only: its interval is unknown, so is any yield");
    } else if (series.size() == 1) {
      notes.add("one settlement only: no deviation");
    }
    if (yields.isPresent() && yields.get().breakEvenDays().isEmpty()) {
      notes.add("funding did not pay: costs are never earned back");
    }
    if (series.changesInterval()) {
      notes.add("interval changes within the period");
    }
    if (series.gapHours() > 0) {
      notes.add(series.gapHours() + " hours without settlements left out");
    }
    marketNotes(candidate, notes);
    return String.join("; ", notes);
  }

  private static void marketNotes(FundingCandidate candidate, List<String> notes) {
    if (candidate.turnover().isEmpty()) {
      notes.add("no bars of the perpetual: costs are those of small");
    } else if (candidate.turnover().get().endMillis() + STALE_MILLIS
        < candidate.series().time(candidate.series().size() - 1)) {
      notes.add(
          "turnover is of the day before "
              + Instant.ofEpochMilli(candidate.turnover().get().endMillis()));
    }
    if (candidate.spotTurnover().isEmpty()) {
      notes.add("spot not stored: its costs are assumed like the perpetual's");
    }
  }
}
