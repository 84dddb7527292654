package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.TradeFigures;
import org.candlewright.export.RunReport;

/**
 * A row of the table of instruments.
 *
 * @param name instrument, or how many for the last row
 * @param total whether it sums the others
 * @param path net profit after each closed trade, in order: a small picture of how it came about
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record InstrumentLine(
    RunReport report, String name, boolean total, TradeFigures figures, double[] path) {

  /** One line an instrument and, if there are several, one for all. */
  static List<InstrumentLine> of(RunReport report) {
    List<InstrumentLine> lines =
        new java.util.ArrayList<>(
            report.instruments().stream()
                .map(
                    name ->
                        new InstrumentLine(
                            report,
                            name,
                            false,
                            report.figuresOf(name),
                            path(
                                report.trades().stream()
                                    .filter(trade -> trade.symbol().equals(name))
                                    .toList())))
                .toList());
    if (lines.size() > 1) {
      lines.add(
          new InstrumentLine(
              report,
              "All " + lines.size(),
              true,
              report.figuresOfAll(),
              path(report.trades())));
    }
    return List.copyOf(lines);
  }

  private static double[] path(List<RunReport.TradeRow> trades) {
    double[] path = new double[trades.size() + 1];
    List<RunReport.TradeRow> byExit =
        trades.stream()
            .sorted(java.util.Comparator.comparingLong(RunReport.TradeRow::exitMillis))
            .toList();
    for (int i = 0; i < byExit.size(); i++) {
      path[i + 1] = path[i] + byExit.get(i).net().doubleValue();
    }
    return path;
  }

  BigDecimal net() {
    return report.money(figures.net());
  }

  Optional<BigDecimal> shareOfCapital() {
    return Optional.of(net().divide(report.capital(), 12, java.math.RoundingMode.HALF_EVEN));
  }

  /** Symbol without its venue where all are of one. */
  String symbol() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(colon + 1);
  }
}
