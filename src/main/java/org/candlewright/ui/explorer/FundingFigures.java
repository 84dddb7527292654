package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candlewright.analytics.funding.FundingDetail;
import org.candlewright.analytics.funding.FundingSummary;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.indicator.HalfLife;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;

/** The figures of a perpetual's funding in words. */
final class FundingFigures {
  /** Of an hour's mean turnover: what can be entered without moving the price much. */
  private static final double CAPACITY_SHARE = 0.01;

  /** What figures mean whose name does not say it, by name. */
  static final Map<String, String> HELP =
      Map.of(
          "Capacity", "1 % of an hour's mean turnover, in quote.",
          "Deviation / |mean|", "Of the rate per eight hours; the smaller the steadier.",
          "Half-life", "How long a deviation of the rate takes to halve.",
          "Net on capital", "A year, on the spot and the perpetual's margin together.",
          "Worst 30 days", "The smallest sum of rates over 30 days on end.",
          "Basis, mean", "How far the perpetual stands above its spot at bar closes.",
          "Longest streak", "Settlements in a row at 0.03 % per eight hours or more.");

  private FundingFigures() {}

  /**
   * A figure.
   *
   * @param style of its value
   */
  record Line(String name, String value, String style) {}

  static String about(FundingRow row) {
    FundingSummary summary = row.summary();
    String interval =
        summary.commonestHours() == 0
            ? "interval unknown"
            : "every " + summary.commonestHours() + " h";
    return row.id().venue()
        + ", "
        + interval
        + ", "
        + (summary.tier().tier().isPresent() ? summary.tier().name() : "tier unknown");
  }

  /** From when to when, and how many. */
  static String settled(FundingRow row) {
    FundingSummary summary = row.summary();
    return summary.periods() == 0
        ? ""
        : Times.day(summary.firstMillis())
            + " to "
            + Times.day(summary.lastMillis())
            + ", "
            + Numbers.count(summary.periods())
            + " settlements";
  }

  static List<Line> of(FundingContent content) {
    List<Line> lines = new ArrayList<>();
    FundingSummary summary = content.row().summary();
    FundingDetail detail = content.detail();
    summary.statistics().ifPresent(rates -> statistics(content, lines));
    Optional<FundingYield> yields = summary.yields();
    lines.add(plain("Round-trip cost", percent(OptionalDouble.of(summary.cost().roundTrip()), 2)));
    lines.add(
        plain(
            "Break-even",
            yields
                .map(
                    known ->
                        known.breakEvenDays().isPresent()
                            ? fixed(known.breakEvenDays().getAsDouble(), 0) + " days"
                            : "never")
                .orElse("unknown")));
    lines.add(judged("Gross, a year", yields.map(FundingYield::gross)));
    lines.add(judged("Net on capital", yields.map(FundingYield::netOnCapital)));
    lines.add(
        plain(
            "Capacity",
            summary
                .turnover()
                .flatMap(known -> FundingRow.number(known.quote() / 24 * CAPACITY_SHARE))
                .map(Amounts::brief)
                .orElse("unknown")));
    lines.add(
        plain(
            "Basis, mean",
            content.basis().map(basis -> change(basis, 1) + " bps").orElse("spot not stored")));
    lines.add(plain("Longest streak", detail.streaks().longest() + " of " + summary.periods()));
    for (FundingContent.Elsewhere other : content.venues()) {
      lines.add(
          plain(
              "Less " + other.perpetual().venue() + ", a year",
              change(other.annualised() * 100, 2) + " %"));
    }
    return lines;
  }

  private static void statistics(FundingContent content, List<Line> lines) {
    FundingRow row = content.row();
    FundingDetail detail = content.detail();
    lines.add(plain("Mean", bps(row.rateBps(rates -> rates.mean()))));
    lines.add(plain("Median", bps(row.rateBps(rates -> rates.median()))));
    lines.add(
        plain(
            "Lowest, highest",
            row.rateBps(rates -> rates.min())
                    .map(value -> Numbers.change(value, 2))
                    .orElse("unknown")
                + ", "
                + row.rateBps(rates -> rates.max())
                    .map(value -> Numbers.change(value, 2))
                    .orElse("unknown")));
    lines.add(plain("Deviation / |mean|", number(detail.stability(), 2)));
    lines.add(plain("Lag-1 correlation", number(detail.lagCorrelation(), 2)));
    lines.add(plain("Half-life", halfLife(detail)));
    lines.add(
        detail.worst30Days().isPresent()
            ? judged("Worst 30 days", Optional.of(detail.worst30Days().getAsDouble()))
            : plain("Worst 30 days", "unknown"));
  }

  private static String halfLife(FundingDetail detail) {
    int hours = detail.series().commonestHours();
    return detail
        .halfLife()
        .map(
            known ->
                switch (known) {
                  case HalfLife.Bars bars -> Times.duration(bars.count() * hours);
                  case HalfLife.BelowOneBar below -> "under " + hours + " h";
                  case HalfLife.None none -> "none";
                })
        .orElse("unknown");
  }

  private static Line plain(String name, String value) {
    return new Line(name, value, "text");
  }

  private static Line judged(String name, Optional<Double> fraction) {
    return fraction
        .flatMap(value -> FundingRow.number(value * 100))
        .map(
            value ->
                new Line(
                    name, Numbers.change(value, 2) + " %", value.signum() >= 0 ? "gain" : "loss"))
        .orElse(plain(name, "unknown"));
  }

  private static String bps(Optional<BigDecimal> value) {
    return value.map(known -> Numbers.change(known, 2) + " bps").orElse("unknown");
  }

  private static String percent(OptionalDouble fraction, int decimals) {
    return fraction.isPresent() ? fixed(fraction.getAsDouble() * 100, decimals) + " %" : "unknown";
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isPresent() ? fixed(value.getAsDouble(), decimals) : "unknown";
  }

  private static String fixed(double value, int decimals) {
    return FundingRow.number(value).map(known -> Numbers.fixed(known, decimals)).orElse("unknown");
  }

  private static String change(double value, int decimals) {
    return FundingRow.number(value).map(known -> Numbers.change(known, decimals)).orElse("unknown");
  }
}
