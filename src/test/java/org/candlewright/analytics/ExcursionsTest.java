package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Test;

/** Excursions of trades by hand: hourly bars, tick 1, one lot, one money unit a tick. */
class ExcursionsTest {
  private static final long HOUR = 3_600_000L;

  /** Open, high, low, close. */
  private static final long[][] BARS = {
    {100, 110, 95, 105},
    {105, 120, 101, 118},
    {118, 119, 90, 92},
    {92, 99, 91, 98},
  };

  @Test
  void betweenTwoOpensWholeBarsCount() {
    // Bars 0 and 1: best 120, worst 95; the exit at 118 opens bar 2, whose low 90 does not count.
    assertThat(trade(1, 0, 100, 2 * HOUR, 118)).isEqualTo(new Excursion(20, 5, 18));
    assertThat(trade(-1, 0, 100, 2 * HOUR, 118)).isEqualTo(new Excursion(5, 20, -18));
  }

  @Test
  void anExitInsideABarEndsOnItsPath() {
    // Bar 2 opens at 118 nearer its high: 118, 119, 90, 92. A stop at 95 is met on the way down,
    // after 119 and before 90.
    assertThat(trade(1, HOUR, 105, 3 * HOUR - 1, 95)).isEqualTo(new Excursion(15, 10, -10));
  }

  @Test
  void anEntryInsideABarBeginsOnItsPath() {
    // Bar 1 opens at 105 nearer its low: 105, 101, 120, 118. A stop entry at 110 comes after 101.
    assertThat(trade(1, 2 * HOUR - 1, 110, 2 * HOUR, 118)).isEqualTo(new Excursion(10, 0, 8));
  }

  @Test
  void entryAndExitInsideOneBarTakeThePathBetweenThem() {
    // Bar 2: 118, 119, 90, 92. Short from 110 on the way down to a target at 100.
    assertThat(trade(-1, 3 * HOUR - 1, 110, 3 * HOUR - 1, 100)).isEqualTo(new Excursion(10, 0, 10));
  }

  @Test
  void anExitAtTheEndOfTheRunTakesTheLastBarWhole() {
    assertThat(trade(1, 3 * HOUR, 92, 4 * HOUR, 98)).isEqualTo(new Excursion(7, 1, 6));
  }

  @Test
  void efficiencyIsTheShareOfTheRangeThatWasTaken() {
    Excursion excursion = new Excursion(20, 5, 15);
    assertThat(excursion.entryEfficiency().number().orElseThrow()).isEqualByComparingTo("0.8");
    assertThat(excursion.exitEfficiency().number().orElseThrow()).isEqualByComparingTo("0.8");
    assertThat(excursion.totalEfficiency().number().orElseThrow()).isEqualByComparingTo("0.6");
    assertThat(new Excursion(0, 0, 0).totalEfficiency().reason()).isNotBlank();
  }

  @Test
  void twoLegsAreMarkedTogetherAtTheCloses() {
    BarSeries bars = bars();
    PairExcursions pair =
        new PairExcursions(
            new PairExcursions.Leg(bars, 1, -1, 2, 200, 236),
            new PairExcursions.Leg(bars, 1, 1, 1, 100, 118));
    // Net short one lot from 100: at the closes 105 and then the exit at 118.
    assertThat(pair.between(0, 2 * HOUR)).isEqualTo(new Excursion(0, 18, -18));
  }

  private static Excursion trade(
      int direction, long entryMillis, long entry, long exitMillis, long exit) {
    return new Excursions(bars(), 1).of(direction, 1, 0, entryMillis, entry, 9, exitMillis, exit);
  }

  private static BarSeries bars() {
    long[][] columns = new long[6][BARS.length];
    for (int i = 0; i < BARS.length; i++) {
      columns[0][i] = i * HOUR;
      for (int c = 0; c < 4; c++) {
        columns[c + 1][i] = BARS[i][c];
      }
    }
    return new BarSeries(
        InstrumentId.parse("bybit:BTCUSDT.P"),
        Timeframe.ONE_HOUR,
        BigDecimal.ONE,
        0,
        false,
        BARS.length,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}
