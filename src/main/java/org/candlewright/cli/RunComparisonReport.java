package org.candlewright.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candlewright.analytics.comparison.DecisionStep;
import org.candlewright.analytics.comparison.DecisionStep.Divergence;
import org.candlewright.analytics.comparison.ResultGap;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.export.ComparableRun;

/** What the comparison of two runs prints. */
record RunComparisonReport(
    ComparableRun first, ComparableRun second, Optional<Divergence> divergence, ResultGap gap) {

  /** A metric of both runs. */
  record Metric(String name, Optional<BigDecimal> first, Optional<BigDecimal> second) {
    Optional<BigDecimal> difference() {
      return first.flatMap(one -> second.map(other -> other.subtract(one)));
    }
  }

  private record Cause(String name, BigDecimal amount, int trades) {}

  private static final List<Column<Metric>> METRICS =
      List.of(
          Column.of("metric", each -> Value.of(each.name())),
          Column.of("first", each -> number(each.first())),
          Column.of("second", each -> number(each.second())),
          Column.of("difference", each -> number(each.difference())));

  private static final List<Column<Cause>> CAUSES =
      List.of(
          Column.of("cause", each -> Value.of(each.name())),
          Column.of("amount", each -> Value.of(each.amount())),
          Column.of("trades", each -> Value.of(each.trades())));

  static RunComparisonReport of(ComparableRun first, ComparableRun second) {
    return new RunComparisonReport(
        first,
        second,
        DecisionStep.firstDivergence(first.decisions(), second.decisions()),
        ResultGap.of(first.trades(), second.trades()));
  }

  private static Value number(Optional<BigDecimal> number) {
    return number.map(Value::of).orElseGet(Value::unknown);
  }

  /** Everything, for people and JSON. */
  Listing<RunComparisonReport> whole() {
    return Listing.single(
        List.of(
            Column.of("first_run", each -> Value.of(first.runId())),
            Column.of("second_run", each -> Value.of(second.runId())),
            Column.of(
                "first_diverging_decision",
                each ->
                    divergence.map(Divergence::number).map(Value::of).orElseGet(Value::unknown)),
            Column.of("first_decides", each -> Value.ofText(divergence.map(Divergence::first))),
            Column.of("second_decides", each -> Value.ofText(divergence.map(Divergence::second))),
            Column.of("matched_trades", each -> Value.of(gap.matched())),
            Column.of("missed_trades", each -> Value.of(gap.missed())),
            Column.of("extra_trades", each -> Value.of(gap.extra())),
            Column.of("gap_total", each -> Value.of(gap.total())),
            Column.of("gap", each -> new Value.Rows(causes())),
            Column.of("metrics", each -> new Value.Rows(metrics()))),
        this);
  }

  private Listing<Cause> causes() {
    return Listing.of(
        CAUSES,
        List.of(
            new Cause("missed trades", gap.missedTrades(), gap.missed()),
            new Cause("extra trades", gap.extraTrades(), gap.extra()),
            new Cause("quantity", gap.quantity(), gap.matched()),
            new Cause("price", gap.price(), gap.matched()),
            new Cause("fees", gap.fees(), gap.matched()),
            new Cause("funding", gap.funding(), gap.matched())),
        "none");
  }

  /** Metrics side by side. */
  Listing<Metric> metrics() {
    return Listing.of(METRICS, metricRows(), "none");
  }

  private List<Metric> metricRows() {
    Set<String> names = new LinkedHashSet<>(first.metrics().keySet());
    names.addAll(second.metrics().keySet());
    List<Metric> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(
          new Metric(
              name,
              first.metrics().getOrDefault(name, Optional.empty()),
              second.metrics().getOrDefault(name, Optional.empty())));
    }
    return rows;
  }
}
