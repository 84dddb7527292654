package org.candlewright.analytics;

import static org.candlewright.analytics.MetricGroup.STATISTICS;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.RATIO;
import static org.candlewright.analytics.ReturnMetrics.NO_TRADE;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shape of the results: how even, how skewed, how far from chance. */
final class StatisticMetrics {
  private StatisticMetrics() {}

  static List<MetricDefinition> declare() {
    return List.of(
        MetricDefinition.of(
            "sqn",
            STATISTICS,
            "System quality number",
            RATIO,
            SampleKind.TRADES,
            "sqrt(n) x mean / sample deviation of net P&L of trades",
            StatisticMetrics::quality),
        MetricDefinition.of(
            "stability",
            STATISTICS,
            "Stability",
            FRACTION,
            SampleKind.TRADES,
            "squared correlation of closed P&L after each trade with the trade's number",
            f ->
                f.trades().count() < 3
                    ? MetricValue.undefined("fewer than 3 trades")
                    : MetricValue.statistic(f.trades().stability(), "closed P&L does not deviate")),
        moment(
            "skewness",
            "Skewness of daily returns",
            "third standardised moment, population",
            r -> r.skewness()),
        moment(
            "kurtosis",
            "Kurtosis of daily returns",
            "fourth standardised moment, population, raw: 3 for a normal distribution",
            r -> r.rawKurtosis()));
  }

  private static MetricValue quality(SideFigures figures) {
    TradeStatistics trades = figures.trades();
    if (trades.count() < 2) {
      return MetricValue.undefined(trades.count() == 0 ? NO_TRADE : "fewer than 2 trades");
    }
    double mean = (double) trades.net() / trades.count();
    return MetricValue.statistic(
        Math.sqrt(trades.count()) * mean / trades.deviation(), "net P&L does not deviate");
  }

  private static MetricDefinition moment(
      String name, String label, String formula, ToDoubleFunction<ReturnStatistics> moment) {
    return MetricDefinition.of(
        name,
        STATISTICS,
        label,
        RATIO,
        SampleKind.DAYS,
        formula,
        Whole.account(
            f ->
                f.run().days().wipedOut()
                    ? MetricValue.undefined("equity fell to zero or below")
                    : MetricValue.statistic(
                        moment.applyAsDouble(f.returns()), "the daily returns do not deviate")));
  }
}
