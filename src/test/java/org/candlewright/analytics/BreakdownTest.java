package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.candlewright.engine.DayRow;
import org.junit.jupiter.api.Test;

/** Breakdowns and periods: their rows add up to the run, to the last unit. */
class BreakdownTest {

  @Test
  void theRowsOfEveryDimensionAddUpToTheRun() {
    RunView run = Runs.emaCrossover(7, 2_500).result().view();
    long net = 0;
    for (int i = 0; i < run.trades().size(); i++) {
      net += run.trades().net(i);
    }
    for (Dimension dimension : Dimension.values()) {
      List<Breakdown.Row> rows = Breakdown.of(run, dimension).rows();
      assertThat(rows.stream().mapToInt(Breakdown.Row::trades).sum())
          .as(dimension.title())
          .isEqualTo(run.trades().size());
      assertThat(rows.stream().mapToLong(Breakdown.Row::net).sum())
          .as(dimension.title())
          .isEqualTo(net);
    }
  }

  @Test
  void tradesAreToldApartByHoldingTimeAndWeekday() {
    RunView run =
        SmallRun.withCapital(1_000)
            .equity(1_000, 1_000, 1_000, 1_000, 1_000)
            .trade(1, 0, 0.02, 5)
            .trade(-1, 0, 1, -3)
            .trade(1, 1.5, 3.5, 4)
            .view();
    assertThat(keys(run, Dimension.HOLDING_TIME)).containsExactly("under 1 h", "1 d to 3 d");
    assertThat(keys(run, Dimension.WEEKDAY)).containsExactly("Friday", "Saturday");
    assertThat(keys(run, Dimension.HOUR)).containsExactly("00", "12");
    assertThat(keys(run, Dimension.SIDE)).containsExactly("long", "short");
    assertThat(Breakdown.of(run, Dimension.SIDE).rows().getFirst().net()).isEqualTo(900_000_000L);
  }

  @Test
  void aCloseAtTheEndOfTheRunBelongsToTheMonthThatEnds() {
    SmallRun january = SmallRun.withCapital(1_000);
    double[] flat = new double[31];
    Arrays.fill(flat, 1_000);
    RunView run = january.equity(flat).trade(1, 0, 31, 5).view();
    assertThat(keys(run, Dimension.MONTH)).containsExactly("2021-01");
  }

  @Test
  void monthsChainFromTheCapitalToTheFinalEquity() {
    Runs run = Runs.emaCrossover(7, 2_500);
    long capital = run.result().summary().capital();
    List<PeriodTable.Row> months = PeriodTable.monthly(capital, run.result().days()).rows();
    long equity = capital;
    for (PeriodTable.Row month : months) {
      assertThat(month.before()).isEqualTo(equity);
      assertThat(month.equity() - month.before()).isEqualTo(month.change());
      assertThat(month.edge() + month.funding() - month.fees() - month.slippage())
          .isEqualTo(month.change());
      equity = month.equity();
    }
    assertThat(equity).isEqualTo(run.result().summary().equity());
    assertThat(PeriodTable.yearly(capital, run.result().days()).rows()).hasSize(1);
  }

  @Test
  void theReturnOfAMonthIsOnTheEquityItBeganWith() {
    DayRow first = new DayRow(SmallRun.START, 10, 0, 0, 0, 10, 110);
    DayRow next = new DayRow(SmallRun.START + 31 * SmallRun.DAY, 11, 0, 0, 0, 11, 121);
    List<PeriodTable.Row> months = PeriodTable.monthly(100, List.of(first, next)).rows();
    assertThat(months).extracting(PeriodTable.Row::period).containsExactly("2021-01", "2021-02");
    assertThat(months.get(1).rateOfReturn().number().orElseThrow()).isEqualByComparingTo("0.1");
  }

  private static List<String> keys(RunView run, Dimension dimension) {
    return Breakdown.of(run, dimension).rows().stream().map(Breakdown.Row::key).toList();
  }
}
