package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names, second names and what every declaration must say. */
class CatalogueTest {
  private static final String NAMES =
      """
      net_profit net_profit_pct gross_profit gross_profit_pct gross_loss gross_loss_pct
      total_commission buy_hold_return buy_hold_return_pct total_return annual_return
      sharpe_ratio sortino_ratio calmar_ratio sqn stability kelly_percent kelly_percent_long
      kelly_percent_short open_trades max_drawdown max_drawdown_value avg_drawdown
      avg_drawdown_value max_drawdown_duration_days max_runup max_runup_value avg_runup
      avg_runup_value total_trades quick_reversals winning_trades losing_trades win_rate
      profit_factor avg_win avg_win_value avg_loss avg_loss_value avg_win_loss_ratio
      largest_win largest_win_value largest_loss largest_loss_value avg_trade avg_trade_value
      avg_bars_in_trade avg_bars_in_winning avg_bars_in_losing exposure_time
      avg_trade_duration_hours max_contracts_held max_consecutive_wins max_consecutive_losses
      recovery_factor expectancy expectancy_ratio cagr cagr_long cagr_short volatility
      open_pnl open_pnl_pct ulcer_index long_trades short_trades long_winning_trades
      short_winning_trades long_win_rate short_win_rate long_losing_trades
      short_losing_trades long_gross_profit long_gross_profit_pct long_gross_loss
      long_gross_loss_pct long_net_profit long_profit_factor long_avg_win long_avg_win_pct
      long_avg_loss long_avg_loss_pct long_avg_trade long_avg_trade_pct short_gross_profit
      short_gross_profit_pct short_gross_loss short_gross_loss_pct short_net_profit
      short_profit_factor short_avg_win short_avg_win_pct short_avg_loss short_avg_loss_pct
      short_avg_trade short_avg_trade_pct recovery_long recovery_short max_drawdown_intrabar
      max_drawdown_intrabar_value max_runup_intrabar max_runup_intrabar_value
      account_size_required return_on_account_size avg_margin_used max_margin_used
      margin_efficiency margin_calls avg_runup_duration_bars avg_drawdown_duration_bars
      largest_win_pct_of_gross largest_loss_pct_of_gross strategy_outperformance
      net_profit_to_largest_loss breakeven_trades total_slippage avg_bars_in_winning_long
      avg_bars_in_winning_short avg_bars_in_losing_long avg_bars_in_losing_short
      avg_bars_in_long avg_bars_in_short long_breakeven_trades short_breakeven_trades
      long_largest_win long_largest_loss short_largest_win short_largest_loss
      long_payoff_ratio short_payoff_ratio long_commission short_commission
      long_max_consec_wins long_max_consec_losses short_max_consec_wins
      short_max_consec_losses max_drawdown_duration_bars sharpe_long sharpe_short
      sortino_long sortino_short calmar_long calmar_short long_expectancy short_expectancy
      long_largest_win_pct short_largest_win_pct long_largest_loss_pct short_largest_loss_pct
      long_largest_win_pct_of_gross short_largest_win_pct_of_gross
      long_largest_loss_pct_of_gross short_largest_loss_pct_of_gross long_return_on_capital
      short_return_on_capital long_return_on_account_size short_return_on_account_size
      long_net_profit_to_largest_loss short_net_profit_to_largest_loss omega_ratio tail_ratio
      downside_deviation upside_potential_ratio gain_to_pain_ratio information_ratio var_95
      """;

  @Test
  void all166NamesAreGivenWithTheFiguresOfAllTrades() {
    List<String> names = List.of(NAMES.strip().split("\\s+"));
    assertThat(names).hasSize(166).doesNotHaveDuplicates();
    assertThat(Runs.emaCrossover(7, 1_500).result().metrics().all().keySet()).containsAll(names);
  }

  @Test
  void noNameIsDeclaredTwice() {
    assertThat(MetricCatalogue.definitions().stream().map(MetricDefinition::name))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDeclarationSaysWhatItIsAndHowItIsComputed() {
    for (MetricDefinition definition : MetricCatalogue.definitions()) {
      assertThat(definition.label()).as(definition.name()).isNotBlank();
      assertThat(definition.formula()).as(definition.name()).isNotBlank();
    }
  }

  @Test
  void nameOfALongOrShortFigureIsThatFigureOfThatSide() {
    MetricTable metrics = Runs.emaCrossover(7, 2_500).result().metrics();
    Map<Side, Map<String, String>> examples =
        Map.of(
            Side.LONG,
            Map.of(
                "long_trades", "total_trades",
                "long_avg_win", "avg_win_value",
                "long_avg_win_pct", "avg_win",
                "kelly_percent_long", "kelly_percent",
                "sharpe_long", "closed_sharpe_ratio",
                "avg_bars_in_losing_long", "avg_bars_in_losing",
                "long_payoff_ratio", "avg_win_loss_ratio"),
            Side.SHORT,
            Map.of(
                "short_commission", "total_commission",
                "short_largest_loss", "largest_loss_value",
                "short_largest_loss_pct", "largest_loss",
                "recovery_short", "closed_recovery_factor",
                "avg_bars_in_short", "avg_bars_in_trade",
                "short_max_consec_losses", "max_consecutive_losses",
                "short_return_on_capital", "net_profit_pct"));
    examples.forEach(
        (side, names) ->
            names.forEach(
                (name, base) -> {
                  MetricRow row = metrics.row(name).orElseThrow();
                  MetricRow of = metrics.row(base).orElseThrow();
                  assertThat(row.all()).as(name).isEqualTo(of.value(side));
                  assertThat(row.all().number()).as(name).isPresent();
                  assertThat(row.samples().all())
                      .as(name)
                      .isEqualTo(
                          side == Side.LONG ? of.samples().longSide() : of.samples().shortSide());
                }));
  }

  @Test
  void longAndShortAddUpToAll() {
    MetricTable metrics = Runs.emaCrossover(7, 2_500).result().metrics();
    for (String name :
        List.of("net_profit", "gross_loss", "total_trades", "funding", "total_slippage")) {
      MetricRow row = metrics.row(name).orElseThrow();
      assertThat(row.longSide().number().orElseThrow().add(row.shortSide().number().orElseThrow()))
          .isEqualByComparingTo(row.all().number().orElseThrow());
    }
  }

  @Test
  void filesBeginWithTheCoreNamesAndSidesHaveNoNamesOfTheOther() {
    MetricTable metrics = Runs.emaCrossover(7, 1_500).result().metrics();
    assertThat(new ArrayList<>(metrics.all().keySet()).subList(0, 20))
        .isEqualTo(MetricCatalogue.CORE);
    assertThat(metrics.longSide()).containsKey("win_rate").doesNotContainKey("short_win_rate");
    assertThat(metrics.distinctRows())
        .noneMatch(row -> row.definition().sameAs().equals(Optional.of("win_rate")));
  }

  @Test
  void whatTradingViewDoesNotExplainIsMarkedAsOurs() {
    assertThat(
            MetricCatalogue.definitions().stream()
                .filter(each -> each.source() == MetricSource.TRADINGVIEW_UNKNOWN)
                .map(MetricDefinition::name))
        .contains(
            "tv_account_size_required", "tv_margin_efficiency", "tv_return_of_max_equity_drawdown");
  }
}
