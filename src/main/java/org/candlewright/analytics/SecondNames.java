package org.candlewright.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Further names under which files give a metric: short ones, and those of one side. */
final class SecondNames {
  private final Function<String, MetricDefinition> named;
  private final List<MetricDefinition> names = new ArrayList<>();

  private SecondNames(Function<String, MetricDefinition> named) {
    this.named = named;
  }

  static List<MetricDefinition> declare(Function<String, MetricDefinition> named) {
    SecondNames out = new SecondNames(named);
    out.shortNames();
    out.tradesOfASide();
    out.sharesOfASide();
    out.ratiosOfASide();
    return List.copyOf(out.names);
  }

  private void shortNames() {
    same("return", "net_profit_pct");
    same("open_profit", "open_pnl");
    same("trades", "total_trades");
    same("fees", "total_commission");
    same("slippage", "total_slippage");
    same("buy_and_hold_return", "buy_hold_return_pct");
  }

  private void tradesOfASide() {
    sides("_trades", "total_trades");
    sides("_winning_trades", "winning_trades");
    sides("_losing_trades", "losing_trades");
    sides("_breakeven_trades", "breakeven_trades");
    sides("_win_rate", "win_rate");
    sides("_max_consec_wins", "max_consecutive_wins");
    sides("_max_consec_losses", "max_consecutive_losses");
    sides("_gross_profit", "gross_profit");
    sides("_gross_loss", "gross_loss");
    sides("_net_profit", "net_profit");
    sides("_commission", "total_commission");
    sides("_avg_win", "avg_win_value");
    sides("_avg_loss", "avg_loss_value");
    sides("_avg_trade", "avg_trade_value");
    sides("_largest_win", "largest_win_value");
    sides("_largest_loss", "largest_loss_value");
    sides("_expectancy", "expectancy");
  }

  private void sharesOfASide() {
    sides("_gross_profit_pct", "gross_profit_pct");
    sides("_gross_loss_pct", "gross_loss_pct");
    sides("_avg_win_pct", "avg_win");
    sides("_avg_loss_pct", "avg_loss");
    sides("_avg_trade_pct", "avg_trade");
    sides("_largest_win_pct", "largest_win");
    sides("_largest_loss_pct", "largest_loss");
    sides("_largest_win_pct_of_gross", "largest_win_pct_of_gross");
    sides("_largest_loss_pct_of_gross", "largest_loss_pct_of_gross");
    sides("_return_on_capital", "net_profit_pct");
    sides("_return_on_account_size", "return_on_account_size");
    sides("_net_profit_to_largest_loss", "net_profit_to_largest_loss");
    sides("_profit_factor", "profit_factor");
    sides("_payoff_ratio", "avg_win_loss_ratio");
  }

  private void ratiosOfASide() {
    ending("kelly_percent_", "kelly_percent");
    ending("cagr_", "closed_cagr");
    ending("recovery_", "closed_recovery_factor");
    ending("sharpe_", "closed_sharpe_ratio");
    ending("sortino_", "closed_sortino_ratio");
    ending("calmar_", "closed_calmar_ratio");
    ending("avg_bars_in_", "avg_bars_in_trade");
    ending("avg_bars_in_winning_", "avg_bars_in_winning");
    ending("avg_bars_in_losing_", "avg_bars_in_losing");
  }

  private void same(String name, String of) {
    names.add(named.apply(of).alias(name));
  }

  private void sides(String ending, String of) {
    names.add(named.apply(of).alias("long" + ending, Side.LONG));
    names.add(named.apply(of).alias("short" + ending, Side.SHORT));
  }

  private void ending(String beginning, String of) {
    names.add(named.apply(of).alias(beginning + "long", Side.LONG));
    names.add(named.apply(of).alias(beginning + "short", Side.SHORT));
  }
}
