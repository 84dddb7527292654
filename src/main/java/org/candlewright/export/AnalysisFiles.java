package org.candlewright.export;

import java.util.List;
import org.candlewright.analytics.Breakdown;
import org.candlewright.analytics.Dimension;
import org.candlewright.analytics.MetricValue;
import org.candlewright.analytics.PeriodTable;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.market.Exact;

/** A run's months and years, and its trades told apart by what they have in common. */
final class AnalysisFiles {
  private final BacktestResult result;
  private final int digits;

  AnalysisFiles(BacktestResult result, int digits) {
    this.result = result;
    this.digits = digits;
  }

  /** Months, then years. */
  byte[] periods() {
    Csv csv =
        new Csv(
            "period",
            "days",
            "equity_before",
            "edge",
            "funding",
            "fees",
            "slippage",
            "change",
            "equity",
            "return");
    long capital = result.summary().capital();
    for (PeriodTable table :
        List.of(
            PeriodTable.monthly(capital, result.days()),
            PeriodTable.yearly(capital, result.days()))) {
      for (PeriodTable.Row row : table.rows()) {
        csv.row(
            row.period(),
            Integer.toString(row.days()),
            money(row.before()),
            money(row.edge()),
            money(row.funding()),
            money(row.fees()),
            money(row.slippage()),
            money(row.change()),
            money(row.equity()),
            number(row.rateOfReturn()));
      }
    }
    return csv.bytes();
  }

  /** One row a dimension and key; the rows of a dimension add up to the run. */
  byte[] breakdown() {
    Csv csv =
        new Csv(
            "by",
            "key",
            "trades",
            "winning_trades",
            "losing_trades",
            "win_rate",
            "net_profit",
            "gross_profit",
            "gross_loss",
            "profit_factor",
            "fees",
            "funding",
            "slippage");
    for (Dimension dimension : Dimension.values()) {
      for (Breakdown.Row row : Breakdown.of(result.view(), dimension).rows()) {
        csv.row(
            dimension.title(),
            row.key(),
            Integer.toString(row.trades()),
            Integer.toString(row.wins()),
            Integer.toString(row.losses()),
            number(row.winRate()),
            money(row.net()),
            money(row.grossProfit()),
            money(row.grossLoss()),
            number(row.profitFactor()),
            money(row.fees()),
            money(row.funding()),
            money(row.slippage()));
      }
    }
    return csv.bytes();
  }

  private String money(long units) {
    return Csv.number(Exact.decimal(units, digits));
  }

  private static String number(MetricValue value) {
    return value.number().map(Csv::number).orElse("");
  }
}
