package org.candlewright.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All metrics there are, each declared once, in the order of TradingView's report. */
public final class MetricCatalogue {
  /** Names that {@code metrics.json} begins with. */
  static final List<String> CORE =
      List.of(
          "initial_capital",
          "net_profit",
          "return",
          "final_equity",
          "open_profit",
          "cagr",
          "max_drawdown",
          "sharpe_ratio",
          "sortino_ratio",
          "profit_factor",
          "gross_profit",
          "gross_loss",
          "win_rate",
          "trades",
          "winning_trades",
          "fees",
          "funding",
          "slippage",
          "exposure",
          "buy_and_hold_return");

  private static final Map<String, MetricDefinition> BASE = new LinkedHashMap<>();

  static {
    Stream.of(
            ReturnMetrics.declare(),
            RiskMetrics.declare(),
            TradeMetrics.declare(),
            CapitalMetrics.declare(),
            CurveMetrics.declare(),
            StatisticMetrics.declare())
        .flatMap(List::stream)
        .forEach(definition -> BASE.put(definition.name(), definition));
  }

  private static final List<MetricDefinition> ALL =
      Stream.of(
              List.copyOf(BASE.values()),
              SecondNames.declare(MetricCatalogue::named),
              TradingViewMetrics.declare(MetricCatalogue::named))
          .flatMap(List::stream)
          .toList();

  private MetricCatalogue() {}

  /** Every declaration, second names included. */
  public static List<MetricDefinition> definitions() {
    return ALL;
  }

  private static MetricDefinition named(String name) {
    MetricDefinition definition = BASE.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("no metric " + name);
    }
    return definition;
  }

  /** All metrics of a run. */
  public static MetricTable of(RunView run) {
    Map<Side, SideFigures> sides = SideFigures.of(run);
    List<MetricRow> rows = new ArrayList<>(ALL.size());
    SideFigures all = sides.values().iterator().next().of(Side.ALL);
    for (MetricDefinition definition : ALL) {
      rows.add(
          new MetricRow(
              definition,
              definition.value(all),
              definition.value(all.of(Side.LONG)),
              definition.value(all.of(Side.SHORT)),
              new MetricRow.Samples(
                  definition.samples(all),
                  definition.samples(all.of(Side.LONG)),
                  definition.samples(all.of(Side.SHORT))),
              definition.flag(all)));
    }
    return new MetricTable(rows);
  }
}
