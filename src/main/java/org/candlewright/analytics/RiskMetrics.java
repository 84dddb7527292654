package org.candlewright.analytics;

import static org.candlewright.analytics.MetricGroup.RISK_ADJUSTED;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.RATIO;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Return against risk, on equity at UTC midnights; 365 days make a year, the risk-free rate 0. */
final class RiskMetrics {
  private static final int MINIMUM_DAYS = 30;
  private static final double YEAR = Math.sqrt(365);

  /** Two-sided 95 % of a normal distribution. */
  private static final double NORMAL_95 = 1.959963984540054;

  private static final String FEW_DAYS = "fewer than 30 whole UTC days";
  private static final String NO_DEVIATION = "the daily returns do not deviate";
  private static final String NO_LOSING_DAY = "no day lost";
  private static final String TWO_DAYS = "fewer than 2 whole UTC days";
  private static final String WIPED_OUT = "equity fell to zero or below";

  private RiskMetrics() {}

  static List<MetricDefinition> declare() {
    return List.of(
        daily(
            "sharpe_ratio",
            "Sharpe ratio",
            RATIO,
            "mean / sample deviation x sqrt(365) of daily returns",
            f -> sharpe(f.run().days(), f.returns())),
        daily(
            "sharpe_ratio_low_95",
            "Sharpe ratio, lower end of 95 %",
            RATIO,
            "Sharpe - 1.96 x sqrt((1 - skew SR + (kurtosis - 1) / 4 x SR^2) / (n - 1)) x sqrt(365),"
                + " SR daily",
            f -> sharpeBound(f, -NORMAL_95)),
        daily(
            "sharpe_ratio_high_95",
            "Sharpe ratio, upper end of 95 %",
            RATIO,
            "Sharpe + 1.96 x sqrt((1 - skew SR + (kurtosis - 1) / 4 x SR^2) / (n - 1)) x sqrt(365),"
                + " SR daily",
            f -> sharpeBound(f, NORMAL_95)),
        daily(
            "sortino_ratio",
            "Sortino ratio",
            RATIO,
            "mean / sqrt(sum of min(0, r)^2 / n) x sqrt(365) of daily returns",
            f -> sortino(f.run().days(), f.returns())),
        closed(
            "closed_sharpe_ratio",
            "Sharpe ratio of closed P&L",
            "Sharpe of initial capital + net P&L of closed trades at UTC midnights",
            f -> sharpe(f.closedDays(), f.closedReturns())),
        closed(
            "closed_sortino_ratio",
            "Sortino ratio of closed P&L",
            "Sortino of initial capital + net P&L of closed trades at UTC midnights",
            f -> sortino(f.closedDays(), f.closedReturns())),
        daily(
            "calmar_ratio",
            "Calmar ratio",
            RATIO,
            "CAGR / maximum drawdown",
            f -> calmar(f, growth(f), shareOfWorstFall(f))),
        closed(
            "closed_calmar_ratio",
            "Calmar ratio of closed P&L",
            "CAGR of closed P&L / largest share lost from its peak at UTC midnights",
            f -> calmar(f, closedGrowth(f), f.closedDrawdowns().largestShare)),
        daily(
            "probabilistic_sharpe_ratio",
            "Probabilistic Sharpe ratio",
            FRACTION,
            "normal((SR - 0) x sqrt(n - 1) / sqrt(1 - skew SR + (kurtosis - 1) / 4 x SR^2)), SR"
                + " daily, kurtosis raw",
            f ->
                withDays(
                    f.run().days(),
                    f.returns(),
                    r ->
                        MetricValue.statistic(
                            Significance.probabilisticSharpe(
                                r.mean / r.sampleDeviation(),
                                0,
                                r.count,
                                r.skewness(),
                                r.rawKurtosis()),
                            NO_DEVIATION))),
        daily(
            "volatility",
            "Volatility",
            FRACTION,
            "sample deviation of daily returns x sqrt(365)",
            f -> of(f, r -> r.sampleDeviation() * YEAR)),
        daily(
            "downside_deviation",
            "Downside deviation",
            FRACTION,
            "sqrt(sum of min(0, r)^2 / n) x sqrt(365) of daily returns",
            f -> of(f, r -> r.downsideDeviation(0) * YEAR)),
        daily(
            "omega_ratio",
            "Omega ratio",
            RATIO,
            "sum of max(0, r) / sum of max(0, -r) of daily returns",
            f -> overLosses(f, r -> r.gains / r.losses)),
        daily(
            "gain_to_pain_ratio",
            "Gain to pain ratio",
            RATIO,
            "sum of r / sum of max(0, -r) of daily returns",
            f -> overLosses(f, r -> (r.gains - r.losses) / r.losses)),
        daily(
            "upside_potential_ratio",
            "Upside potential ratio",
            RATIO,
            "mean of max(0, r) / sqrt(sum of min(0, r)^2 / n) of daily returns",
            f -> overLosses(f, r -> r.gains / r.count / r.downsideDeviation(0))),
        daily(
            "tail_ratio",
            "Tail ratio",
            RATIO,
            "95th percentile / -(5th percentile) of daily returns, linear interpolation",
            f -> overLosses(f, RiskMetrics::tails)),
        daily(
            "var_95",
            "Value at risk, 95 %",
            FRACTION,
            "-(5th percentile of daily returns), linear interpolation: a loss is positive",
            f -> of(f, r -> -r.quantile(0.05))),
        daily(
            "information_ratio",
            "Information ratio",
            RATIO,
            "mean / sample deviation x sqrt(365) of daily returns less those of buy and hold",
            f -> information(f)));
  }

  private static double tails(ReturnStatistics returns) {
    double low = returns.quantile(0.05);
    return low < 0 ? returns.quantile(0.95) / -low : Double.NaN;
  }

  /** Sharpe ratio of a curve of daily points. */
  private static MetricValue sharpe(EquityCurve curve, ReturnStatistics returns) {
    return withDays(
        curve,
        returns,
        r -> MetricValue.statistic(r.mean / r.sampleDeviation() * YEAR, NO_DEVIATION));
  }

  private static MetricValue sortino(EquityCurve curve, ReturnStatistics returns) {
    if (unusable(curve, returns)) {
      return MetricValue.undefined(curve.wipedOut() ? WIPED_OUT : FEW_DAYS);
    }
    double downside = returns.downsideDeviation(0);
    return downside == 0
        ? MetricValue.undefined(NO_LOSING_DAY)
        : MetricValue.statistic(returns.mean / downside * YEAR, NO_LOSING_DAY);
  }

  private static MetricValue withDays(
      EquityCurve curve, ReturnStatistics returns, Function<ReturnStatistics, MetricValue> with) {
    if (unusable(curve, returns)) {
      return MetricValue.undefined(curve.wipedOut() ? WIPED_OUT : FEW_DAYS);
    }
    return returns.squares == 0 ? MetricValue.undefined(NO_DEVIATION) : with.apply(returns);
  }

  private static boolean unusable(EquityCurve curve, ReturnStatistics returns) {
    return curve.wipedOut() || returns.count < MINIMUM_DAYS;
  }

  private static MetricValue sharpeBound(SideFigures figures, double deviations) {
    return withDays(
        figures.run().days(),
        figures.returns(),
        r -> {
          double ratio = r.mean / r.sampleDeviation();
          double error = Significance.sharpeError(ratio, r.count, r.skewness(), r.rawKurtosis());
          return MetricValue.statistic((ratio + deviations * error) * YEAR, NO_DEVIATION);
        });
  }

  private static MetricValue of(SideFigures figures, ToDoubleFunction<ReturnStatistics> function) {
    if (figures.run().days().wipedOut()) {
      return MetricValue.undefined(WIPED_OUT);
    }
    return figures.returns().count < 2
        ? MetricValue.undefined(TWO_DAYS)
        : MetricValue.statistic(
            function.applyAsDouble(figures.returns()), "the 5th percentile is no loss");
  }

  private static MetricValue overLosses(
      SideFigures figures, ToDoubleFunction<ReturnStatistics> function) {
    boolean noLoss = figures.returns().count >= 2 && figures.returns().losses == 0;
    return noLoss && !figures.run().days().wipedOut()
        ? MetricValue.undefined(NO_LOSING_DAY)
        : of(figures, function);
  }

  private static MetricValue information(SideFigures figures) {
    double[] held = figures.run().benchmark().dailyReturns();
    double[] own = figures.run().days().returns();
    double[] over = new double[own.length];
    for (int i = 0; i < over.length; i++) {
      over[i] = own[i] - held[i];
    }
    return sharpe(figures.run().days(), new ReturnStatistics(over));
  }

  /** Yearly growth of equity; NaN without equity or time. */
  static double growth(SideFigures figures) {
    return yearly(
        figures.run().account().equity(), figures.capital(), figures.run().clock().years());
  }

  /** Yearly growth of the capital by closed profit alone. */
  static double closedGrowth(SideFigures figures) {
    return yearly(
        figures.capital() + figures.trades().net(),
        figures.capital(),
        figures.run().clock().years());
  }

  private static double yearly(long end, long begin, double years) {
    double growth = (double) end / begin;
    return growth <= 0 || years <= 0 ? Double.NaN : StrictMath.pow(growth, 1 / years) - 1;
  }

  static double shareOfWorstFall(SideFigures figures) {
    return (double) figures.run().account().worstFall() / figures.run().account().worstPeak();
  }

  private static MetricValue calmar(SideFigures figures, double growth, double drawdown) {
    if (!Double.isFinite(growth)) {
      return MetricValue.undefined(WIPED_OUT);
    }
    return drawdown == 0
        ? MetricValue.undefined("there was no drawdown")
        : MetricValue.statistic(growth / drawdown, "there was no drawdown");
  }

  private static MetricDefinition daily(
      String name,
      String label,
      MetricUnit unit,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return MetricDefinition.of(
        name, RISK_ADJUSTED, label, unit, SampleKind.DAYS, formula, Whole.account(function));
  }

  private static MetricDefinition closed(
      String name, String label, String formula, Function<SideFigures, MetricValue> function) {
    return MetricDefinition.of(
        name, RISK_ADJUSTED, label, RATIO, SampleKind.DAYS, formula, function);
  }
}
