package org.candlewright.ui.builder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.candlewright.export.RunReport;
import org.candlewright.ui.chart.EquityChart;
import org.candlewright.ui.chart.Series;

/** Everything that the result pane shows of a run, made ready away from the window's thread. */
record ResultContent(RunReport report, List<InstrumentLine> lines, EquityChart.Content equity) {

  static ResultContent of(RunReport report) {
    RunReport.Equity column = report.equity();
    return new ResultContent(
        report,
        InstrumentLine.of(report),
        EquityChart.Content.of(
            Series.of(column.timeMillis(), column.equity()),
            report.capital().doubleValue(),
            report.currency(),
            marks(report)));
  }

  private static List<EquityChart.Mark> marks(RunReport report) {
    List<EquityChart.Mark> marks = new ArrayList<>();
    for (RunReport.TradeRow trade : report.trades()) {
      int side = trade.isLong() ? 1 : -1;
      boolean gain = trade.net().signum() > 0;
      marks.add(new EquityChart.Mark(trade.entryMillis(), side, true, gain));
      marks.add(new EquityChart.Mark(trade.exitMillis(), side, false, gain));
    }
    marks.sort(Comparator.comparingLong(EquityChart.Mark::timeMillis));
    return marks;
  }
}
