package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where there is nothing to divide by, there is no number, and the reason is told. */
class DegenerateRunsTest {

  @Test
  void withoutTradesCountsAndSumsAreZeroAndAveragesAreUndefined() {
    MetricTable metrics = SmallRun.withCapital(1_000).equity(1_000, 1_000).metrics();
    assertThat(number(metrics, "total_trades")).isZero();
    assertThat(number(metrics, "net_profit")).isZero();
    assertThat(number(metrics, "max_drawdown")).isZero();
    assertThat(reason(metrics, "win_rate")).isEqualTo("no trade was closed");
    assertThat(reason(metrics, "profit_factor")).isEqualTo("no trade was closed");
    assertThat(reason(metrics, "avg_win")).isEqualTo("no trade won");
    assertThat(reason(metrics, "sqn")).isEqualTo("no trade was closed");
  }

  @Test
  void everyUndefinedFigureHasItsReason() {
    for (SmallRun run :
        new SmallRun[] {
          SmallRun.withCapital(1_000),
          SmallRun.withCapital(1_000).equity(1_000),
          SmallRun.withCapital(1_000).equity(1_010).trade(1, 0, 0.5, 10),
          SmallRun.withCapital(1_000).equity(-5, -5, -5).trade(1, 0, 0.5, -1_005)
        }) {
      MetricTable metrics = run.metrics();
      for (MetricRow row : metrics.rows()) {
        for (Side side : Side.values()) {
          assertThat(row.value(side).number().isEmpty())
              .as(side + " " + row.definition().name())
              .isEqualTo(!row.value(side).reason().isBlank());
        }
      }
    }
  }

  @Test
  void aSingleWinningTradeHasNoProfitFactorRatherThanALargeOne() {
    MetricTable metrics = SmallRun.withCapital(1_000).equity(1_010).trade(1, 0, 0.5, 10).metrics();
    assertThat(reason(metrics, "profit_factor")).isEqualTo("no trade lost");
    assertThat(reason(metrics, "avg_win_loss_ratio")).isEqualTo("no trade lost");
    assertThat(reason(metrics, "sqn")).isEqualTo("fewer than 2 trades");
    assertThat(number(metrics, "win_rate")).isEqualTo(1);
  }

  @Test
  void oneDayIsTooShortForASharpeRatio() {
    MetricTable metrics = SmallRun.withCapital(1_000).equity(1_010).trade(1, 0, 0.5, 10).metrics();
    assertThat(reason(metrics, "sharpe_ratio")).isEqualTo("fewer than 30 whole UTC days");
    assertThat(reason(metrics, "volatility")).isEqualTo("fewer than 2 whole UTC days");
    assertThat(reason(metrics, "tv_sharpe_ratio")).contains("fewer than 3 UTC months");
  }

  @Test
  void constantEquityHasNoRatioOfReturnToRisk() {
    double[] flat = new double[40];
    Arrays.fill(flat, 1_000);
    MetricTable metrics = SmallRun.withCapital(1_000).equity(flat).metrics();
    assertThat(reason(metrics, "sharpe_ratio")).isEqualTo("the daily returns do not deviate");
    assertThat(reason(metrics, "sortino_ratio")).isEqualTo("no day lost");
    assertThat(reason(metrics, "calmar_ratio")).isEqualTo("there was no drawdown");
    assertThat(number(metrics, "cagr")).isZero();
    assertThat(number(metrics, "ulcer_index")).isZero();
  }

  @Test
  void equityWipedOutLeavesNoReturnsAndADrawdownOfMoreThanAll() {
    double[] gone = new double[40];
    Arrays.fill(gone, -50);
    MetricTable metrics =
        SmallRun.withCapital(1_000).equity(gone).trade(1, 0, 0.5, -1_050).metrics();
    assertThat(reason(metrics, "sharpe_ratio")).isEqualTo("equity fell to zero or below");
    assertThat(reason(metrics, "cagr")).isEqualTo("nothing of the capital was left");
    assertThat(number(metrics, "max_drawdown")).isEqualTo(1.05);
    assertThat(number(metrics, "return")).isEqualTo(-1.05);
  }

  @Test
  void fewTradesAreFlaggedAndFactsAreNot() {
    MetricTable metrics = SmallRun.withCapital(1_000).equity(1_010).trade(1, 0, 0.5, 10).metrics();
    assertThat(metrics.row("win_rate").orElseThrow().flag()).isEqualTo("under 30 trades");
    assertThat(metrics.row("win_rate").orElseThrow().samples().all()).isEqualTo(1);
    assertThat(metrics.row("initial_capital").orElseThrow().flag()).isEmpty();
  }

  @Test
  void thirtyTradesAreNotFlagged() {
    SmallRun run = SmallRun.withCapital(1_000).equity(1_010);
    for (int i = 0; i < 30; i++) {
      run.trade(1, i / 40.0, (i + 1) / 40.0, 1);
    }
    assertThat(run.metrics().row("win_rate").orElseThrow().flag()).isEmpty();
  }

  @Test
  void anEvenTradeCountsInTheDenominatorAndEndsARow() {
    MetricTable metrics =
        SmallRun.withCapital(1_000)
            .equity(1_030)
            .trade(1, 0, 0.1, 10)
            .trade(1, 0.1, 0.2, 0)
            .trade(-1, 0.2, 0.3, 20)
            .metrics();
    assertThat(number(metrics, "win_rate")).isEqualTo(0.666666666667);
    assertThat(number(metrics, "breakeven_trades")).isEqualTo(1);
    assertThat(number(metrics, "max_consecutive_wins")).isEqualTo(1);
    assertThat(number(metrics, "long_trades")).isEqualTo(2);
  }

  private static double number(MetricTable metrics, String name) {
    return metrics.row(name).orElseThrow().all().number().orElseThrow().doubleValue();
  }

  private static String reason(MetricTable metrics, String name) {
    return metrics.row(name).orElseThrow().all().reason();
  }
}
