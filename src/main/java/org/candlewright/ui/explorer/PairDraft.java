package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.ScreeningQuestion;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.MarketStore.StoredSeries;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.PairsStrategy;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.OpenBuilder;

/** The backtest that a row of a screening asks for: the pair that was tested, as it was tested. */
final class PairDraft {
  private static final String TEMPLATE = "pairs";
  private static final String WINDOW = "window_days";
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(10_000);

  /** Bars that an estimate needs at least. */
  private static final long FEWEST_BARS = 30;

  private PairDraft() {}

  /** Why a pair cannot be backtested; empty if it can. */
  static String refusal(PairRow row) {
    if (row.figures().isEmpty()) {
      return "It could not be tested: " + row.note() + ".";
    }
    for (InstrumentId id : List.of(row.first(), row.second())) {
      if (!id.kind().isPerpetual()) {
        return "A pair sells one of its legs short, and "
            + id
            + " is no perpetual. Screen perpetuals to backtest from here.";
      }
    }
    return "";
  }

  /** Empty if the bars of both that the screening saw are no longer stored. */
  static Optional<OpenBuilder.Draft> of(
      ExplorerServices services, PairRow row, ScreeningQuestion question) {
    Optional<Period> stored = common(services.market(), row);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    long day = Timeframe.ONE_DAY.millis();
    long begin = Math.max(question.period().fromMillis(), stored.get().fromMillis());
    long end = Math.min(question.period().toMillis(), stored.get().toMillis());
    Period period = new Period(Math.ceilDiv(begin, day) * day, Math.ceilDiv(end, day) * day);
    if (period.fromMillis() >= period.toMillis()) {
      return Optional.empty();
    }
    StrategyDefinition template = services.strategies().template(TEMPLATE).orElseThrow();
    long known = (period.toMillis() - stored.get().fromMillis()) / day;
    return Optional.of(
        new OpenBuilder.Draft(
            estimated(template, known, question.timeframe()),
            row.dependent().filter(row.second()::equals).isPresent()
                ? List.of(row.second(), row.first())
                : List.of(row.first(), row.second()),
            period,
            question.timeframe(),
            CAPITAL,
            CostOptions.defaults()));
  }

  /** The stretch that bars of both are stored of. */
  private static Optional<Period> common(MarketStore market, PairRow row) {
    long from = Long.MIN_VALUE;
    long to = Long.MAX_VALUE;
    for (InstrumentId id : List.of(row.first(), row.second())) {
      List<StoredSeries> candles =
          market.contents().stream()
              .filter(each -> each.what().equals("candles") && each.instrument().equals(id))
              .toList();
      if (candles.isEmpty()) {
        return Optional.empty();
      }
      from =
          Math.max(from, candles.stream().mapToLong(StoredSeries::firstMillis).min().orElseThrow());
      to =
          Math.min(
              to, candles.stream().mapToLong(StoredSeries::lastMillis).max().orElseThrow() + 1);
    }
    return from < to ? Optional.of(new Period(from, to)) : Optional.empty();
  }

  /** A window that leaves half of a short history to trade in. */
  private static StrategyDefinition estimated(
      StrategyDefinition template, long knownDays, Timeframe bars) {
    if (!(template instanceof PairsStrategy pairs)) {
      return template;
    }
    long standard =
        pairs.parameters().stream()
            .filter(each -> each.name().equals(WINDOW))
            .mapToLong(each -> each.value().longValueExact())
            .findFirst()
            .orElseThrow();
    long least = Math.max(2, Math.ceilDiv(FEWEST_BARS * bars.millis(), Timeframe.ONE_DAY.millis()));
    long days = Math.max(least, Math.min(standard, knownDays / 2));
    return days == standard
        ? pairs
        : pairs.withParameters(Map.of(WINDOW, BigDecimal.valueOf(days)));
  }
}
