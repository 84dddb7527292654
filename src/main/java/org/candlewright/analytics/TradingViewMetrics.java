package org.candlewright.analytics;

import static org.candlewright.analytics.MetricSource.TRADINGVIEW;
import static org.candlewright.analytics.MetricSource.TRADINGVIEW_MEASURED;
import static org.candlewright.analytics.MetricSource.TRADINGVIEW_UNKNOWN;
import static org.candlewright.analytics.MetricUnit.BARS;
import static org.candlewright.analytics.MetricUnit.DAYS;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.MONEY;
import static org.candlewright.analytics.MetricUnit.RATIO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** TradingView's report, with its names and its formulas, beside ours. */
final class TradingViewMetrics {
  private static final double DAY = 86_400_000.0;

  /** Its risk-free rate of 2 % a year, by month and by day. */
  private static final double MONTHLY_RATE = 0.02 / 12;

  private static final double DAILY_RATE = 0.02 / 365;
  private static final int ENOUGH = 3;

  private static final String NO_SIDES = "TradingView gives it for all trades only";
  private static final String TOO_SHORT = "fewer than 3 UTC months and fewer than 3 whole days";

  private final Function<String, MetricDefinition> named;
  private final List<MetricDefinition> out = new ArrayList<>();

  private TradingViewMetrics(Function<String, MetricDefinition> named) {
    this.named = named;
  }

  static List<MetricDefinition> declare(Function<String, MetricDefinition> named) {
    TradingViewMetrics metrics = new TradingViewMetrics(named);
    metrics.returns();
    metrics.riskAdjusted();
    metrics.trades();
    metrics.capital();
    metrics.curves();
    return List.copyOf(metrics.out);
  }

  private void returns() {
    same("initial_capital", "initial_capital", "Initial capital");
    same("open_pnl", "open_pnl", "Open P&L");
    same("net_profit", "net_pnl", "Net P&L");
    same("gross_profit", "gross_profit", "Gross profit");
    same("gross_loss", "gross_loss", "Gross loss");
    same("profit_factor", "profit_factor", "Profit factor");
    same("total_commission", "commission_paid", "Commission paid");
    same("avg_trade_value", "expected_payoff", "Expected payoff", MetricGroup.RETURNS);
    same("buy_hold_return", "buy_and_hold_return", "Buy & hold return");
    same("buy_hold_return_pct", "buy_and_hold_percent_gain", "Buy & hold % gain");
    same("strategy_outperformance", "strategy_outperformance", "Strategy outperformance");
  }

  private void riskAdjusted() {
    measured(
        "sharpe_ratio",
        MetricGroup.RISK_ADJUSTED,
        "Sharpe ratio",
        RATIO,
        SampleKind.MONTHS,
        "(mean - 2 % / 12) / population deviation of monthly returns of closed equity, UTC months,"
            + " empty ones counted, not annualised; under 3 months of daily ones, less 2 % / 365",
        f -> ratio(f, returns -> returns.populationDeviation()));
    measured(
        "sortino_ratio",
        MetricGroup.RISK_ADJUSTED,
        "Sortino ratio",
        RATIO,
        SampleKind.MONTHS,
        "(mean - 2 % / 12) / sqrt(sum of min(0, r - 2 % / 12)^2 / n) of the same returns",
        f -> ratio(f, returns -> returns.downsideDeviation(rate(f))));
  }

  private void trades() {
    same("total_trades", "total_trades", "Total trades");
    same("open_trades", "total_open_trades", "Total open trades", MetricGroup.TRADES);
    same("winning_trades", "winning_trades", "Winning trades");
    same("losing_trades", "losing_trades", "Losing trades");
    same("breakeven_trades", "even_trades", "Even trades");
    same("win_rate", "percent_profitable", "Percent profitable");
    same("avg_trade_value", "avg_pnl", "Avg P&L");
    same("avg_trade", "avg_pnl_percent", "Avg P&L %");
    same("avg_win_value", "avg_winning_trade", "Avg winning trade");
    same("avg_win", "avg_winning_trade_percent", "Avg winning trade %");
    same("avg_loss_value", "avg_losing_trade", "Avg losing trade");
    same("avg_loss", "avg_losing_trade_percent", "Avg losing trade %");
    same("avg_win_loss_ratio", "ratio_avg_win_avg_loss", "Ratio avg win / avg loss");
    same("largest_win_value", "largest_winning_trade", "Largest winning trade");
    same("largest_win", "largest_winning_trade_percent", "Largest winning trade percent");
    same(
        "largest_win_pct_of_gross",
        "largest_winner_percent_of_gross_profit",
        "Largest winner as % of gross profit");
    same("largest_loss_value", "largest_losing_trade", "Largest losing trade");
    same("largest_loss", "largest_losing_trade_percent", "Largest losing trade percent");
    same(
        "largest_loss_pct_of_gross",
        "largest_loser_percent_of_gross_loss",
        "Largest loser as % of gross loss");
    bars("avg_bars_in_trades", "Avg # bars in trades", SampleKind.TRADES, t -> t.bars());
    bars(
        "avg_bars_in_winning_trades",
        "Avg # bars in winning trades",
        SampleKind.WINS,
        t -> t.winBars());
    bars(
        "avg_bars_in_losing_trades",
        "Avg # bars in losing trades",
        SampleKind.LOSSES,
        t -> t.lossBars());
  }

  private void capital() {
    measured(
        "annualized_return_cagr",
        MetricGroup.CAPITAL,
        "Annualized return (CAGR)",
        FRACTION,
        SampleKind.TRADES,
        "(1 + net P&L / initial capital)^(365 / days of the period asked for) - 1",
        TradingViewMetrics::growth);
    same(
        "net_profit_pct",
        "return_on_initial_capital",
        "Return on initial capital",
        MetricGroup.CAPITAL);
    unknown("account_size_required", "account_size_required", "Account size required");
    unknown(
        "return_on_account_size",
        "return_on_account_size_required",
        "Return on account size required");
    same(
        "net_profit_to_largest_loss",
        "net_profit_percent_of_largest_loss",
        "Net profit as % of largest loss");
    unknown("avg_margin_used", "avg_margin_used", "Avg margin used");
    unknown("max_margin_used", "max_margin_used", "Max margin used");
    unknown("margin_efficiency", "margin_efficiency", "Margin efficiency");
    same("margin_calls", "margin_calls", "Margin calls");
  }

  private void curves() {
    String cut =
        " of the closed equity curve at exits, cut into three at its highest and lowest point;"
            + " each phase counts from end to end";
    phase(
        "avg_runup_duration",
        MetricGroup.RUN_UPS,
        "Avg equity run-up duration",
        DAYS,
        "mean whole days of the rising phases" + cut,
        f -> MetricValue.ratio(f.phases().riseDays, f.phases().rises, "no phase rose"));
    phase(
        "avg_runup_close_to_close",
        MetricGroup.RUN_UPS,
        "Avg equity run-up (close-to-close)",
        MONEY,
        "mean rise of the rising phases" + cut,
        f -> f.meanMoney(f.phases().riseSum, f.phases().rises, "no phase rose"));
    phase(
        "max_runup_close_to_close",
        MetricGroup.RUN_UPS,
        "Max equity run-up (close-to-close)",
        MONEY,
        "largest rise of the phases" + cut,
        f -> f.money(f.phases().largestRise));
    intrabar("max_runup_intrabar", MetricGroup.RUN_UPS, "Max equity run-up (intrabar)", "runup");
    phase(
        "avg_drawdown_duration",
        MetricGroup.DRAWDOWNS,
        "Avg equity drawdown duration",
        DAYS,
        "mean whole days of the falling phases" + cut,
        f -> MetricValue.ratio(f.phases().fallDays, f.phases().falls, "no phase fell"));
    phase(
        "avg_drawdown_close_to_close",
        MetricGroup.DRAWDOWNS,
        "Avg equity drawdown (close-to-close)",
        MONEY,
        "mean fall of the falling phases" + cut,
        f -> f.meanMoney(f.phases().fallSum, f.phases().falls, "no phase fell"));
    phase(
        "max_drawdown_close_to_close",
        MetricGroup.DRAWDOWNS,
        "Max equity drawdown (close-to-close)",
        MONEY,
        "largest fall of the phases" + cut,
        f -> f.money(f.phases().largestFall));
    intrabar(
        "max_drawdown_intrabar",
        MetricGroup.DRAWDOWNS,
        "Max equity drawdown (intrabar)",
        "drawdown");
    out.add(
        declared(
            "return_of_max_equity_drawdown",
            MetricGroup.DRAWDOWNS,
            "Return of max equity drawdown",
            RATIO,
            SampleKind.TRADES,
            "net P&L / max intrabar drawdown",
            TRADINGVIEW_UNKNOWN,
            f ->
                MetricValue.ratio(
                    f.trades().net(), f.intrabar().drawdown, "there was no drawdown")));
  }

  private void intrabar(String name, MetricGroup group, String label, String kind) {
    MetricDefinition amount = named.apply("max_" + kind + "_intrabar_value");
    boolean rise = kind.equals("runup");
    measured(
        name,
        group,
        label,
        MONEY,
        SampleKind.TRADES,
        amount.formula(),
        f -> f.money(rise ? f.intrabar().runUp : f.intrabar().drawdown));
    measured(
        name + "_percent",
        group,
        label + " %",
        FRACTION,
        SampleKind.TRADES,
        "of initial capital",
        f -> f.ofCapital(rise ? f.intrabar().runUp : f.intrabar().drawdown));
  }

  private static double rate(SideFigures figures) {
    return figures.monthly().length >= ENOUGH ? MONTHLY_RATE : DAILY_RATE;
  }

  private static MetricValue ratio(
      SideFigures figures, Function<ReturnStatistics, Double> deviation) {
    boolean months = figures.monthly().length >= ENOUGH;
    ReturnStatistics returns =
        months ? new ReturnStatistics(figures.monthly()) : figures.closedReturns();
    if (returns.count < ENOUGH) {
      return MetricValue.undefined(TOO_SHORT);
    }
    double spread = deviation.apply(returns);
    return spread == 0
        ? MetricValue.undefined("the returns do not deviate")
        : MetricValue.statistic(
            (returns.mean - rate(figures)) / spread, "the returns do not deviate");
  }

  private static MetricValue growth(SideFigures figures) {
    double days = figures.run().clock().rangeMillis() / DAY;
    double factor = (double) (figures.capital() + figures.trades().net()) / figures.capital();
    return factor <= 0
        ? MetricValue.undefined("nothing of the capital was left")
        : MetricValue.statistic(StrictMath.pow(factor, 365 / days) - 1, "no time passed");
  }

  private void same(String ours, String theirs, String label) {
    same(ours, theirs, label, named.apply(ours).group());
  }

  private void same(String ours, String theirs, String label, MetricGroup group) {
    out.add(named.apply(ours).tradingView(theirs, label, group, TRADINGVIEW));
  }

  private void unknown(String ours, String theirs, String label) {
    MetricDefinition definition = named.apply(ours);
    out.add(definition.tradingView(theirs, label, definition.group(), TRADINGVIEW_UNKNOWN));
  }

  private void bars(
      String name, String label, SampleKind sample, Function<TradeStatistics, Long> sum) {
    out.add(
        declared(
            name,
            MetricGroup.TRADES,
            label,
            BARS,
            sample,
            "mean of bars from the entry's to the exit's, the entry's counted",
            TRADINGVIEW_MEASURED,
            f ->
                MetricValue.ratio(
                    sum.apply(f.trades()) + sample.size(f), sample.size(f), "no such trade")));
  }

  private void phase(
      String name,
      MetricGroup group,
      String label,
      MetricUnit unit,
      String formula,
      Function<SideFigures, MetricValue> function) {
    measured(name, group, label, unit, SampleKind.TRADES, formula, function);
  }

  /** What the report gives for all trades only. */
  private void measured(
      String name,
      MetricGroup group,
      String label,
      MetricUnit unit,
      SampleKind sample,
      String formula,
      Function<SideFigures, MetricValue> function) {
    out.add(
        declared(
            name,
            group,
            label,
            unit,
            sample,
            formula,
            TRADINGVIEW_MEASURED,
            Whole.only(NO_SIDES, function)));
  }

  private static MetricDefinition declared(
      String name,
      MetricGroup group,
      String label,
      MetricUnit unit,
      SampleKind sample,
      String formula,
      MetricSource source,
      Function<SideFigures, MetricValue> function) {
    return new MetricDefinition(
        "tv_" + name,
        group,
        label,
        unit,
        formula,
        source,
        sample,
        Optional.empty(),
        Optional.empty(),
        function);
  }
}
