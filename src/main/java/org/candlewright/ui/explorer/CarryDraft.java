package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.MarketStore.StoredSeries;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.FundingCarryStrategy;
import org.candlewright.strategy.Sizing;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.ui.OpenBuilder;

/** The backtest that a row of the funding ranking asks for. */
final class CarryDraft {
  private static final String TEMPLATE = "funding-carry-backtest";

  /** Both legs and room for what goes against them. */
  private static final BigDecimal CAPITAL_TO_NOTIONAL = BigDecimal.TEN;

  private CarryDraft() {}

  /** Empty if perpetual, spot and funding have no stretch in common. */
  static Optional<OpenBuilder.Draft> of(
      ExplorerServices services, FundingRow row, BigDecimal notional, CostOptions costs) {
    InstrumentId perpetual = row.id();
    List<StoredSeries> stored = services.market().contents();
    Optional<Timeframe> bars = bars(services.market(), perpetual);
    if (bars.isEmpty()) {
      return Optional.empty();
    }
    long from =
        Math.max(
            row.summary().firstMillis(),
            Math.max(first(stored, perpetual), first(stored, perpetual.spot())));
    long to =
        Math.min(
            row.summary().lastMillis() + 1,
            Math.min(last(stored, perpetual), last(stored, perpetual.spot())));
    long day = Timeframe.ONE_DAY.millis();
    long begin = Math.ceilDiv(from, day) * day;
    long end = Math.ceilDiv(to, day) * day;
    return begin < end
        ? Optional.of(
            new OpenBuilder.Draft(
                sized(services.strategies().template(TEMPLATE).orElseThrow(), notional),
                List.of(perpetual),
                new Period(begin, end),
                bars.get(),
                notional.multiply(CAPITAL_TO_NOTIONAL),
                costs))
        : Optional.empty();
  }

  private static StrategyDefinition sized(StrategyDefinition template, BigDecimal notional) {
    return template instanceof FundingCarryStrategy carry
        ? new FundingCarryStrategy(
            carry.name(),
            carry.description(),
            carry.signal(),
            carry.parameters(),
            new Sizing.FixedNotional(notional),
            carry.feePreset())
        : template;
  }

  /** An hour if both legs have bars that make one, else the finest that both have. */
  private static Optional<Timeframe> bars(MarketStore market, InstrumentId perpetual) {
    List<Timeframe> spot = market.timeframes(perpetual.spot());
    Optional<Timeframe> finest =
        market.timeframes(perpetual).stream().filter(spot::contains).min(Comparator.naturalOrder());
    return finest.map(
        timeframe ->
            Timeframe.ONE_HOUR.millis() % timeframe.millis() == 0 ? Timeframe.ONE_HOUR : timeframe);
  }

  private static long first(List<StoredSeries> stored, InstrumentId id) {
    return candles(stored, id).stream().mapToLong(StoredSeries::firstMillis).min().orElse(0);
  }

  private static long last(List<StoredSeries> stored, InstrumentId id) {
    return candles(stored, id).stream().mapToLong(StoredSeries::lastMillis).max().orElse(0);
  }

  private static List<StoredSeries> candles(List<StoredSeries> stored, InstrumentId id) {
    return stored.stream()
        .filter(series -> series.what().equals("candles") && series.instrument().equals(id))
        .toList();
  }
}
