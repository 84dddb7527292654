package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candlewright.analytics.Breakdown;
import org.candlewright.export.RunReport;

/**
 * A row of the table of instruments.
 *
 * @param name instrument, or how many for the last row
 * @param total whether it sums the others
 * @param largest the largest net profit or loss of an instrument in the run, money units
 * @param path net profit after each closed trade, in order: a small picture of how it came about
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record InstrumentLine(
    RunReport report,
    String name,
    boolean total,
    Breakdown.Row figures,
    double largest,
    double[] path) {

  /** One line an instrument and, if there are several, one for all. */
  static List<InstrumentLine> of(RunReport report) {
    Map<String, List<RunReport.TradeRow>> trades =
        report.trades().stream().collect(Collectors.groupingBy(RunReport.TradeRow::symbol));
    Map<String, Breakdown.Row> figures = new LinkedHashMap<>();
    report.instruments().forEach(name -> figures.put(name, report.figuresOf(name)));
    double largest =
        figures.values().stream()
            .mapToDouble(each -> Math.abs((double) each.net()))
            .max()
            .orElse(0);
    List<InstrumentLine> lines = new ArrayList<>();
    figures.forEach(
        (name, each) ->
            lines.add(
                new InstrumentLine(
                    report,
                    name,
                    false,
                    each,
                    largest,
                    path(trades.getOrDefault(name, List.of())))));
    if (lines.size() > 1) {
      lines.add(
          new InstrumentLine(
              report,
              "All " + lines.size(),
              true,
              report.figuresOfAll(),
              largest,
              path(report.trades())));
    }
    return List.copyOf(lines);
  }

  private static double[] path(List<RunReport.TradeRow> trades) {
    double[] path = new double[trades.size() + 1];
    List<RunReport.TradeRow> byExit =
        trades.stream().sorted(Comparator.comparingLong(RunReport.TradeRow::exitMillis)).toList();
    for (int i = 0; i < byExit.size(); i++) {
      path[i + 1] = path[i] + byExit.get(i).net().doubleValue();
    }
    return path;
  }

  BigDecimal net() {
    return report.money(figures.net());
  }

  Optional<BigDecimal> shareOfCapital() {
    return Optional.of(net().divide(report.capital(), 12, RoundingMode.HALF_EVEN));
  }

  /** Symbol without its venue where all are of one. */
  String symbol() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(colon + 1);
  }
}
