package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.analytics.funding.RateStatistics;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.theme.Tokens;

/** Columns of the funding ranking. Rates are per settlement, as settled. */
final class FundingColumns {
  /** Beginnings of the keys of columns that go first where room is short. */
  static final List<String> DROPPABLE =
      List.of(
          "first",
          "last_settled",
          "min",
          "max",
          "break_even",
          "cost",
          "net_on_capital",
          "streak",
          "p25",
          "p75",
          "deviation",
          "turnover",
          "median",
          "venue",
          "coverage",
          "gross");

  /** Columns that are shown only when asked for. */
  static final List<String> HIDDEN =
      List.of(
          "min_bps",
          "max_bps",
          "break_even_days",
          "cost_percent",
          "net_on_capital_percent_a_year",
          "first_settled",
          "last_settled");

  /** Yields below it look alike on a bar: above it the bar grows with the logarithm. */
  private static final double LINEAR_UP_TO = 0.5;

  private FundingColumns() {}

  static List<Column<FundingRow>> all() {
    return List.of(
        Column.<FundingRow>number(
                "place",
                "#",
                30,
                row -> Optional.of(BigDecimal.valueOf(row.place())),
                value -> Numbers.fixed(value, 0))
            .styled(row -> List.of("faint")),
        Column.<FundingRow>words("instrument", "Instrument", 120, FundingRow::symbol)
            .exported(row -> row.id().toString())
            .styled(row -> List.of("name")),
        Column.<FundingRow>words("venue", "Venue", 60, row -> row.id().venue())
            .styled(row -> List.of("faint")),
        Column.<FundingRow>words("interval_hours", "Every", 44, FundingColumns::interval)
            .exported(row -> row.summary().commonestHours() == 0 ? "" : hours(row))
            .ordered(Comparator.comparing(row -> row.summary().commonestHours()))
            .styled(row -> List.of("soft")),
        Column.drawn("bar", "", 44, FundingColumns::bar, byYield(FundingYield::net)),
        yieldOf("net_percent_a_year", "Net, % / y", FundingYield::net)
            .judged(row -> row.yieldPercent(FundingYield::net)),
        yieldOf("gross_percent_a_year", "Gross, %", FundingYield::gross),
        yieldOf("net_on_capital_percent_a_year", "Net on capital, %", FundingYield::netOnCapital)
            .judged(row -> row.yieldPercent(FundingYield::netOnCapital)),
        rate("mean_bps", "Mean", RateStatistics::mean),
        rate("median_bps", "Median", RateStatistics::median),
        Column.<FundingRow>number(
                "deviation_bps",
                "Dev.",
                50,
                FundingRow::deviationBps,
                value -> Numbers.fixed(value, 2))
            .styled(row -> List.of("soft")),
        rate("min_bps", "Lowest", RateStatistics::min),
        rate("p25_bps", "P25", RateStatistics::percentile25),
        rate("p75_bps", "P75", RateStatistics::percentile75),
        rate("max_bps", "Highest", RateStatistics::max),
        Column.number(
            "positive_percent",
            "Pos., %",
            50,
            row ->
                row.summary().statistics().flatMap(r -> FundingRow.number(r.sharePositive() * 100)),
            value -> Numbers.fixed(value, 0)),
        Column.number(
            "streak",
            "Streak",
            48,
            row -> count(row, row.summary().streak()),
            value -> Numbers.fixed(value, 0)),
        Column.<FundingRow>number(
                "last_bps", "Last", 52, FundingRow::lastBps, value -> Numbers.change(value, 2))
            .styled(row -> List.of(row.lastBps().isPresent() ? "funding" : "faint")),
        Column.number(
            "turnover_quote",
            "Turnover",
            72,
            row ->
                row.summary().turnover().flatMap(turnover -> FundingRow.number(turnover.quote())),
            Amounts::brief),
        Column.<FundingRow>words("tier", "Tier", 60, row -> row.summary().tier().name())
            .ordered(Comparator.comparing(FundingColumns::depth))
            .styled(row -> List.of(row.summary().tier().tier().isPresent() ? "soft" : "faint")),
        Column.<FundingRow>number(
                "cost_percent",
                "Cost, %",
                56,
                row -> FundingRow.number(row.summary().cost().roundTrip() * 100),
                value -> Numbers.fixed(value, 2))
            .styled(row -> List.of("soft")),
        Column.number(
            "break_even_days",
            "Break-even, d",
            70,
            row ->
                row.summary().yields().map(FundingYield::breakEvenDays).stream()
                    .flatMapToDouble(java.util.OptionalDouble::stream)
                    .boxed()
                    .findFirst()
                    .flatMap(FundingRow::number),
            value -> Numbers.fixed(value, 0)),
        moment("first_settled", "First settled", row -> row.summary().firstMillis()),
        moment("last_settled", "Last settled", row -> row.summary().lastMillis()),
        Column.<FundingRow>number(
                "coverage_days",
                "Days",
                44,
                row -> FundingRow.number(row.summary().coveredDays()),
                value -> Numbers.fixed(value, 0))
            .styled(row -> List.of(row.summary().enoughData() ? "soft" : "warning")),
        Column.<FundingRow>words("why", "Why none", 90, FundingRow::why)
            .exported(row -> row.summary().note())
            .styled(row -> List.of("warning")));
  }

  private static String hours(FundingRow row) {
    return Integer.toString(row.summary().commonestHours());
  }

  private static String interval(FundingRow row) {
    return row.summary().commonestHours() == 0
        ? "–"
        : hours(row) + " h" + (row.series().changesInterval() ? " *" : "");
  }

  private static int depth(FundingRow row) {
    return row.summary().tier().tier().map(LiquidityTier::ordinal).orElse(Integer.MAX_VALUE);
  }

  private static Optional<BigDecimal> count(FundingRow row, int value) {
    return row.summary().periods() == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
  }

  private static Comparator<FundingRow> byYield(ToDoubleFunction<FundingYield> of) {
    return Comparator.comparing(
        row -> row.summary().yields().map(of::applyAsDouble).orElse(Double.NEGATIVE_INFINITY));
  }

  private static Column<FundingRow> rate(
      String key, String title, ToDoubleFunction<RateStatistics> of) {
    return Column.number(key, title, 54, row -> row.rateBps(of), value -> Numbers.change(value, 2));
  }

  private static Column<FundingRow> yieldOf(
      String key, String title, ToDoubleFunction<FundingYield> of) {
    return Column.number(
        key, title, 76, row -> row.yieldPercent(of), value -> Numbers.change(value, 2));
  }

  private static Column<FundingRow> moment(
      String key, String title, Function<FundingRow, Long> millis) {
    return Column.<FundingRow>words(
            key,
            title,
            84,
            row -> row.summary().periods() == 0 ? "unknown" : Times.day(millis.apply(row)))
        .exported(
            row ->
                row.summary().periods() == 0
                    ? ""
                    : java.time.Instant.ofEpochMilli(millis.apply(row)).toString())
        .styled(row -> List.of("soft"));
  }

  /** Net yield from the middle, on a scale that the worst row does not crush. */
  private static void bar(
      GraphicsContext graphics, double width, double height, FundingRow row, Tokens tokens) {
    Optional<BigDecimal> net = row.yieldPercent(FundingYield::net);
    if (net.isEmpty()) {
      return;
    }
    double middle = Math.round(width / 2);
    double share = grown(net.get().doubleValue()) / Math.max(grown(row.scale() * 100), 1e-9);
    double length = Math.max(1, Math.round(Math.abs(share) * (middle - 1)));
    boolean gain = net.get().signum() >= 0;
    graphics.setFill(tokens.color("border-control"));
    graphics.fillRect(middle, 4, 1, height - 8);
    graphics.setFill(tokens.color(gain ? "gain" : "loss"));
    graphics.fillRect(gain ? middle + 1 : middle - length, 8, length, height - 15);
  }

  private static double grown(double percent) {
    return Math.signum(percent) * Math.log1p(Math.abs(percent) / LINEAR_UP_TO);
  }
}
