package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.candlewright.export.RunReport;
import org.candlewright.export.RunReport.Metric;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.table.Column;

/**
 * A row of the metric table.
 *
 * @param currency of amounts of money
 */
record MetricLine(Metric metric, String currency) {
  /** What is looked at first; the rest follows in the order of the file. */
  private static final List<String> FIRST =
      List.of(
          "net_profit",
          "return",
          "cagr",
          "buy_and_hold_return",
          "max_drawdown",
          "sharpe_ratio",
          "sortino_ratio",
          "profit_factor",
          "trades",
          "win_rate",
          "fees",
          "funding",
          "slippage",
          "exposure");

  /** Amounts and shares that are changes: they carry a sign and are judged. */
  private static final Set<String> CHANGES =
      Set.of("net_profit", "return", "cagr", "buy_and_hold_return", "funding", "open_profit");

  /** All metrics of a run. */
  static List<MetricLine> of(RunReport report) {
    Set<String> names = new LinkedHashSet<>(FIRST);
    names.retainAll(report.metrics().keySet());
    names.addAll(report.metrics().keySet());
    List<MetricLine> lines = new ArrayList<>();
    for (String name : names) {
      Optional.ofNullable(report.metrics().get(name))
          .ifPresent(metric -> lines.add(new MetricLine(metric, report.currency())));
    }
    return List.copyOf(lines);
  }

  /** What it is, with its unit. */
  String label() {
    String label =
        metric.label().endsWith(", share") && metric.unit().equals("fraction")
            ? metric.label().substring(0, metric.label().length() - ", share".length())
            : metric.label();
    return switch (metric.unit()) {
      case "money" -> label + ", " + currency;
      case "fraction" -> label + ", %";
      case "bars", "hours", "days" -> label + ", " + metric.unit();
      case "quantity" -> label + ", coins";
      default -> label;
    };
  }

  private String text(Optional<BigDecimal> value) {
    return value.map(this::text).orElse("none");
  }

  /** Why there is no figure, where there is none. */
  private String why() {
    boolean all = metric.all().isPresent();
    if (all && metric.longSide().isPresent() && metric.shortSide().isPresent()) {
      return "";
    }
    return all ? "not kept by side" : metric.undefined();
  }

  private String text(BigDecimal value) {
    boolean change = CHANGES.contains(metric.name());
    return switch (metric.unit()) {
      case "money" ->
          change
              ? Numbers.change(value, Numbers.moneyDecimals(currency))
              : Numbers.fixed(value, Numbers.moneyDecimals(currency));
      case "fraction" ->
          change
              ? Numbers.change(value.movePointRight(2), 2)
              : Numbers.fixed(value.movePointRight(2), 2);
      case "count", "bars" -> Numbers.fixed(value, value.stripTrailingZeros().scale() > 0 ? 1 : 0);
      case "hours", "days" -> Numbers.fixed(value, 1);
      case "quantity" -> Numbers.exact(value);
      default -> Numbers.fixed(value, 2);
    };
  }

  private List<String> styles(Optional<BigDecimal> value) {
    if (value.isEmpty()) {
      return List.of("faint");
    }
    if (!CHANGES.contains(metric.name()) || value.get().signum() == 0) {
      return List.of();
    }
    return List.of(value.get().signum() > 0 ? "gain" : "loss");
  }

  static List<Column<MetricLine>> columns() {
    return List.of(
        Column.<MetricLine>words("metric", "Metric", 220, MetricLine::label)
            .exported(line -> line.metric().name()),
        Column.<MetricLine>words("group", "Group", 110, line -> line.metric().group())
            .styled(line -> List.of("soft")),
        column("all", "All", Metric::all),
        column("long", "Long", Metric::longSide),
        column("short", "Short", Metric::shortSide),
        Column.<MetricLine>words("why", "Where none", 160, MetricLine::why)
            .styled(line -> List.of("faint")));
  }

  private static Column<MetricLine> column(
      String key, String title, Function<Metric, Optional<BigDecimal>> value) {
    return Column.<MetricLine>number(
            key, title, 130, line -> value.apply(line.metric()), BigDecimal::toPlainString)
        .styled(line -> line.styles(value.apply(line.metric())))
        .written(line -> line.text(value.apply(line.metric())));
  }
}
