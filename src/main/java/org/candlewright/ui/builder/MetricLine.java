package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.export.RunReport;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.table.Column;

/**
 * A row of the metric table.
 *
 * @param key name in {@code metrics.json}
 * @param label name for people, with the unit
 */
record MetricLine(
    String key,
    String label,
    Kind kind,
    Optional<BigDecimal> all,
    Optional<BigDecimal> longSide,
    Optional<BigDecimal> shortSide) {

  enum Kind {
    CHANGE,
    COST,
    MONEY,
    PERCENT_CHANGE,
    PERCENT,
    RATIO,
    COUNT
  }

  private record Known(String label, Kind kind) {}

  private static final Map<String, Known> KNOWN = new LinkedHashMap<>();

  static {
    know("net_profit", "Net profit, %s", Kind.CHANGE);
    know("return", "Return, %%", Kind.PERCENT_CHANGE);
    know("cagr", "Return a year, %%", Kind.PERCENT_CHANGE);
    know("buy_and_hold_return", "Buy and hold, %%", Kind.PERCENT_CHANGE);
    know("max_drawdown", "Largest drawdown, %%", Kind.PERCENT);
    know("sharpe_ratio", "Sharpe ratio", Kind.RATIO);
    know("sortino_ratio", "Sortino ratio", Kind.RATIO);
    know("profit_factor", "Profit factor", Kind.RATIO);
    know("trades", "Trades", Kind.COUNT);
    know("winning_trades", "Trades won", Kind.COUNT);
    know("win_rate", "Won, %%", Kind.PERCENT);
    know("gross_profit", "Gross profit, %s", Kind.MONEY);
    know("gross_loss", "Gross loss, %s", Kind.MONEY);
    know("fees", "Fees, %s", Kind.MONEY);
    know("funding", "Funding received, %s", Kind.CHANGE);
    know("slippage", "Slippage, %s", Kind.MONEY);
    know("exposure", "Time in the market, %%", Kind.PERCENT);
    know("initial_capital", "Capital, %s", Kind.MONEY);
    know("final_equity", "Final equity, %s", Kind.MONEY);
    know("open_profit", "Open profit, %s", Kind.CHANGE);
  }

  private static void know(String key, String label, Kind kind) {
    KNOWN.put(key, new Known(label, kind));
  }

  /** All figures of a run: the known ones in our order, then the rest as they are named. */
  static List<MetricLine> of(RunReport report) {
    List<MetricLine> lines = new ArrayList<>();
    KNOWN.forEach(
        (key, known) -> {
          if (report.figures().containsKey(key)) {
            lines.add(
                line(report, key, String.format(known.label(), report.currency()), known.kind()));
          }
        });
    report.figures().keySet().stream()
        .filter(key -> !KNOWN.containsKey(key))
        .forEach(key -> lines.add(line(report, key, key.replace('_', ' '), Kind.RATIO)));
    return List.copyOf(lines);
  }

  private static MetricLine line(RunReport report, String key, String label, Kind kind) {
    return new MetricLine(
        key,
        label,
        kind,
        report.figures().getOrDefault(key, Optional.empty()),
        report.longFigures().getOrDefault(key, Optional.empty()),
        report.shortFigures().getOrDefault(key, Optional.empty()));
  }

  /** A value of this row as text. */
  String text(Optional<BigDecimal> value, String missing) {
    return value
        .map(
            number ->
                switch (kind) {
                  case CHANGE -> Numbers.change(number, 2);
                  case COST, MONEY -> Numbers.fixed(number, 2);
                  case PERCENT_CHANGE -> Numbers.change(number.movePointRight(2), 2);
                  case PERCENT -> Numbers.fixed(number.movePointRight(2), 2);
                  case RATIO -> Numbers.fixed(number, 2);
                  case COUNT -> Numbers.fixed(number, 0);
                })
        .orElse(missing);
  }

  private List<String> styles(Optional<BigDecimal> value) {
    if (value.isEmpty()) {
      return List.of("faint");
    }
    return switch (kind) {
      case CHANGE, PERCENT_CHANGE ->
          value.get().signum() > 0
              ? List.of("gain")
              : value.get().signum() < 0 ? List.of("loss") : List.of();
      default -> List.of();
    };
  }

  static List<Column<MetricLine>> columns() {
    return List.of(
        Column.<MetricLine>words("metric", "Metric", 220, MetricLine::label)
            .exported(MetricLine::key),
        column("all", "All", line -> line.all(), "unknown"),
        // A figure of equity is one of the whole account: a side has none of its own.
        column("long", "Long", line -> line.longSide(), "whole run only"),
        column("short", "Short", line -> line.shortSide(), "whole run only"));
  }

  private static Column<MetricLine> column(
      String key,
      String title,
      java.util.function.Function<MetricLine, Optional<BigDecimal>> value,
      String missing) {
    return Column.<MetricLine>number(key, title, 130, value, BigDecimal::toPlainString)
        .styled(line -> line.styles(value.apply(line)))
        .written(line -> line.text(value.apply(line), missing));
  }
}
