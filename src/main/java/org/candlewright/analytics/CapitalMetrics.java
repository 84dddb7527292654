package org.candlewright.analytics;

import static org.candlewright.analytics.MetricGroup.CAPITAL;
import static org.candlewright.analytics.MetricGroup.MARGIN;
import static org.candlewright.analytics.MetricUnit.COUNT;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.MONEY;
import static org.candlewright.analytics.MetricUnit.RATIO;
import static org.candlewright.analytics.ReturnMetrics.NO_TRADE;

import java.util.List;

/** How much capital the result took, and what it earned on it. */
final class CapitalMetrics {
  private static final String LOST_ALL = "nothing of the capital was left";

  private CapitalMetrics() {}

  static List<MetricDefinition> declare() {
    return List.of(
        MetricDefinition.of(
            "cagr",
            CAPITAL,
            "Annualized return (CAGR)",
            FRACTION,
            SampleKind.FACT,
            "(final equity / initial capital)^(1 / years) - 1, years of 365.25 days from the first"
                + " open to the last close",
            Whole.account(f -> MetricValue.statistic(RiskMetrics.growth(f), LOST_ALL))),
        MetricDefinition.of(
            "closed_cagr",
            CAPITAL,
            "Annualized return of closed P&L",
            FRACTION,
            SampleKind.TRADES,
            "(1 + net P&L / initial capital)^(1 / years) - 1, years of 365.25 days",
            f -> MetricValue.statistic(RiskMetrics.closedGrowth(f), LOST_ALL)),
        MetricDefinition.of(
            "annual_return",
            CAPITAL,
            "Annual return, simple",
            FRACTION,
            SampleKind.FACT,
            "total return / years of 365.25 days",
            Whole.account(
                f ->
                    MetricValue.statistic(
                        ((double) f.run().account().equity() / f.capital() - 1)
                            / f.run().clock().years(),
                        "no time passed"))),
        MetricDefinition.of(
            "account_size_required",
            CAPITAL,
            "Account size required",
            MONEY,
            SampleKind.TRADES,
            "max margin used + max intrabar drawdown",
            f -> f.money(accountSize(f))),
        MetricDefinition.of(
            "return_on_account_size",
            CAPITAL,
            "Return on account size required",
            FRACTION,
            SampleKind.TRADES,
            "net P&L / account size required",
            f -> MetricValue.ratio(f.trades().net(), accountSize(f), NO_TRADE)),
        MetricDefinition.of(
            "net_profit_to_largest_loss",
            CAPITAL,
            "Net profit over largest loss",
            RATIO,
            SampleKind.TRADES,
            "net P&L / largest losing trade",
            f ->
                MetricValue.ratio(
                    f.trades().net(), f.trades().largestLoss(), ReturnMetrics.noLoss(f))),
        MetricDefinition.of(
            "exposure",
            CAPITAL,
            "Exposure",
            FRACTION,
            SampleKind.FACT,
            "bar closes with a position / bar closes",
            Whole.account(
                f ->
                    MetricValue.ratio(
                        f.run().clock().exposedRows(), f.run().clock().rows(), "no bar closed"))),
        MetricDefinition.of(
            "exposure_time",
            CAPITAL,
            "Time in the market",
            FRACTION,
            SampleKind.TRADES,
            "time with a closed trade of the side open / time of the run",
            f -> MetricValue.statistic(f.holdings().timeInMarket(), "no time passed")),
        MetricDefinition.of(
            "avg_margin_used",
            MARGIN,
            "Avg margin used",
            MONEY,
            SampleKind.TRADES,
            "sum of margin x time held / time of the run; margin = entry notional / leverage, spot"
                + " in full",
            f -> f.money(f.holdings().meanMargin(), "no time passed")),
        MetricDefinition.of(
            "max_margin_used",
            MARGIN,
            "Max margin used",
            MONEY,
            SampleKind.TRADES,
            "largest sum of margin bound at one time",
            f -> f.money(f.holdings().mostMargin())),
        MetricDefinition.of(
            "margin_efficiency",
            MARGIN,
            "Margin efficiency",
            RATIO,
            SampleKind.TRADES,
            "CAGR of closed P&L / (max margin used / initial capital)",
            CapitalMetrics::efficiency),
        MetricDefinition.of(
            "margin_calls",
            MARGIN,
            "Margin calls",
            COUNT,
            SampleKind.TRADES,
            "trades closed by liquidation",
            f -> MetricValue.count(f.trades().liquidations())));
  }

  private static long accountSize(SideFigures figures) {
    return Math.addExact(figures.holdings().mostMargin(), figures.intrabar().drawdown);
  }

  private static MetricValue efficiency(SideFigures figures) {
    double growth = RiskMetrics.closedGrowth(figures);
    if (figures.holdings().mostMargin() == 0) {
      return MetricValue.undefined("no margin was used");
    }
    return MetricValue.statistic(
        growth / ((double) figures.holdings().mostMargin() / figures.capital()), LOST_ALL);
  }
}
