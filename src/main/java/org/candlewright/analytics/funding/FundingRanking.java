package org.candlewright.analytics.funding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.candlewright.analytics.MarketHistory;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/**
 * Ranks perpetuals by what harvesting their funding would have paid: those with enough settlements
 * first, then by net yield on notional; what cannot be ranked comes last, with the reason.
 */
public final class FundingRanking {
  private static final long TAIL_MILLIS = 30 * 86_400_000L;

  private static final Comparator<FundingSummary> ORDER =
      Comparator.comparing((FundingSummary row) -> row.yields().isEmpty())
          .thenComparing(row -> !row.enoughData())
          .thenComparing(row -> -row.yields().map(FundingYield::net).orElse(0.0))
          .thenComparing(FundingSummary::perpetual);

  private final MarketHistory market;
  private final Function<InstrumentId, OptionalDouble> marketCapitalisation;

  /**
   * @param marketCapitalisation of an instrument's asset in dollars, where known
   */
  public FundingRanking(
      MarketHistory market, Function<InstrumentId, OptionalDouble> marketCapitalisation) {
    this.market = market;
    this.marketCapitalisation = marketCapitalisation;
  }

  /** Reads and ranks perpetuals; one row for each that is named. */
  public List<FundingSummary> rank(
      List<InstrumentId> perpetuals, Period period, FundingAssumptions assumptions) {
    return ranked(
        perpetuals.stream().map(perpetual -> candidate(perpetual, period)).toList(), assumptions);
  }

  /**
   * Ranks what has been read; several processors share the work, the order does not depend on it.
   */
  public static List<FundingSummary> ranked(
      List<FundingCandidate> candidates, FundingAssumptions assumptions) {
    return candidates.parallelStream()
        .map(candidate -> FundingSummary.of(candidate, assumptions))
        .sorted(ORDER)
        .toList();
  }

  /** What the store knows of a perpetual in a period. */
  public FundingCandidate candidate(InstrumentId perpetual, Period period) {
    FundingSeries series = FundingSeries.of(market.funding(perpetual), period);
    long around = series.isEmpty() ? period.toMillis() : series.time(series.size() - 1);
    return new FundingCandidate(
        perpetual,
        series,
        turnover(perpetual, period, around),
        perpetual.kind().isPerpetual()
            ? turnover(perpetual.spot(), period, around)
            : Optional.empty(),
        marketCapitalisation.apply(perpetual));
  }

  /**
   * From the coarsest bars of at most a day, near the last settlement or else in all the period.
   */
  private Optional<Turnover> turnover(InstrumentId instrument, Period period, long around) {
    if (market.instrument(instrument).isEmpty()) {
      return Optional.empty();
    }
    Optional<Timeframe> coarsest =
        market.timeframes(instrument).stream()
            .filter(timeframe -> timeframe.compareTo(Timeframe.ONE_DAY) <= 0)
            .max(Comparator.naturalOrder());
    return coarsest.flatMap(
        timeframe ->
            Turnover.last24Hours(market.bars(instrument, timeframe, tail(period, around)))
                .or(() -> Turnover.last24Hours(market.bars(instrument, timeframe, period))));
  }

  /** The last stretch of the period, so that years of bars are read only where it holds none. */
  private static Period tail(Period period, long around) {
    long from = Math.max(period.fromMillis(), around - TAIL_MILLIS);
    return new Period(Math.min(from, period.toMillis() - 1), period.toMillis());
  }
}
