package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the catalogue against the plain formula over the files of the run. */
class MetricsAgreementTest {
  private static final double RELATIVE = 1e-9;

  static Stream<Named<Runs>> runs() {
    return Stream.of(
        Named.of("ema-crossover, five months", Runs.emaCrossover(7, 4_000)),
        Named.of("ema-crossover, three months", Runs.emaCrossover(11, 2_500)),
        Named.of("carry", Runs.carry(5, 4_000)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void eachMetricIsWhatItsFormulaGives(Runs run) {
    assertThat(run.result().trades()).hasSizeGreaterThan(10);
    List<String> wrong = new ArrayList<>();
    for (Side side : Side.values()) {
      Map<String, Double> byHand = MetricsByHand.of(run, side.toString());
      for (MetricRow row : run.result().metrics().distinctRows()) {
        String name = row.definition().name();
        Double expected = byHand.get(byHand.containsKey(name) ? name : ours(name));
        Optional<BigDecimal> actual = row.value(side).number();
        if (expected == null || !same(expected, actual)) {
          wrong.add(side + " " + name + ": " + actual + " for " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theRunsLeaveHardlyAMetricUndefined() {
    assertThat(Runs.emaCrossover(7, 4_000).result().metrics().reasons(Side.ALL).keySet())
        .isSubsetOf("avg_r_multiple");
  }

  /** What TradingView's metrics without a formula of their own are in our names. */
  private static String ours(String name) {
    return switch (name) {
      case "tv_net_pnl" -> "net_profit";
      case "tv_commission_paid" -> "total_commission";
      case "tv_expected_payoff", "tv_avg_pnl" -> "avg_trade_value";
      case "tv_buy_and_hold_return" -> "buy_hold_return";
      case "tv_buy_and_hold_percent_gain" -> "buy_hold_return_pct";
      case "tv_total_open_trades" -> "open_trades";
      case "tv_even_trades" -> "breakeven_trades";
      case "tv_percent_profitable" -> "win_rate";
      case "tv_avg_pnl_percent" -> "avg_trade";
      case "tv_avg_winning_trade" -> "avg_win_value";
      case "tv_avg_winning_trade_percent" -> "avg_win";
      case "tv_avg_losing_trade" -> "avg_loss_value";
      case "tv_avg_losing_trade_percent" -> "avg_loss";
      case "tv_ratio_avg_win_avg_loss" -> "avg_win_loss_ratio";
      case "tv_largest_winning_trade" -> "largest_win_value";
      case "tv_largest_winning_trade_percent" -> "largest_win";
      case "tv_largest_winner_percent_of_gross_profit" -> "largest_win_pct_of_gross";
      case "tv_largest_losing_trade" -> "largest_loss_value";
      case "tv_largest_losing_trade_percent" -> "largest_loss";
      case "tv_largest_loser_percent_of_gross_loss" -> "largest_loss_pct_of_gross";
      case "tv_return_on_initial_capital" -> "net_profit_pct";
      case "tv_return_on_account_size_required" -> "return_on_account_size";
      case "tv_net_profit_percent_of_largest_loss" -> "net_profit_to_largest_loss";
      default -> name.startsWith("tv_") ? name.substring(3) : name;
    };
  }

  private static boolean same(double expected, Optional<BigDecimal> actual) {
    if (actual.isEmpty() || !Double.isFinite(expected)) {
      return actual.isEmpty() && !Double.isFinite(expected);
    }
    double difference = Math.abs(actual.get().doubleValue() - expected);
    return difference <= RELATIVE * Math.max(Math.abs(expected), 1e-2);
  }
}
