package org.candlewright.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.candlewright.indicator.HalfLife;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Test;

class FundingSeriesTest {
  private static final long HOUR = 3_600_000L;

  @Test
  void theFirstSettlementPaysForTheIntervalThatFollows() {
    assertThat(settledAt(1, 2, 3).coveredHours()).isEqualTo(3);
  }

  @Test
  void aNewIntervalCountsFromItsFirstSettlement() {
    FundingSeries series = settledAt(8, 16, 20, 24, 25, 26);
    assertThat(series.hours(1)).isEqualTo(8);
    assertThat(series.hours(2)).isEqualTo(4);
    assertThat(series.hours(4)).isEqualTo(1);
    assertThat(series.coveredHours()).isEqualTo(26);
    assertThat(series.changesInterval()).isTrue();
  }

  @Test
  void aMissingSettlementIsAGapAndNoNewInterval() {
    FundingSeries series = settledAt(1, 2, 4, 5, 6);
    assertThat(series.coveredHours()).isEqualTo(5);
    assertThat(series.gapHours()).isEqualTo(1);
    assertThat(series.changesInterval()).isFalse();
  }

  @Test
  void aLongGapIsLeftOutOfWhatIsCovered() {
    FundingSeries series = settledAt(8, 16, 16 + 24 * 90, 24 + 24 * 90);
    assertThat(series.coveredHours()).isEqualTo(32);
    assertThat(series.gapHours()).isEqualTo(24 * 90 - 8);
  }

  @Test
  void histogramKeepsEveryRateAndItsEdges() {
    RateHistogram histogram = RateHistogram.of(new double[] {0, 0.1, 0.25, 0.5, 0.75, 1}, 4);
    assertThat(histogram.edges()).containsExactly(0, 0.25, 0.5, 0.75, 1);
    assertThat(histogram.counts()).containsExactly(2, 1, 1, 2);
    assertThat(RateHistogram.of(new double[] {3, 3}, 20).counts()).containsExactly(2);
  }

  @Test
  void patternsAreByHourAndWeekdayInUtc() {
    // 1970-01-01 08:00, a Thursday; the rate is that of its place.
    FundingSeries series = settledAt(8, 16, 24);
    RatePattern hours = RatePattern.byHour(series);
    assertThat(hours.counts()[8]).isEqualTo(1);
    assertThat(hours.means()[0]).isCloseTo(0.0003, within(1e-15));
    RatePattern days = RatePattern.byWeekday(series);
    assertThat(days.counts()[3]).isEqualTo(2);
    assertThat(days.counts()[4]).isEqualTo(1);
  }

  @Test
  void streaksAreFoundWithTheirLengths() {
    TreeMap<Long, BigDecimal> rates = FundingSummaryTest.every(8, 6, "0.0001");
    rates.put(8L * 60, new BigDecimal("0.001"));
    rates.put(16L * 60, new BigDecimal("0.001"));
    rates.put(48L * 60, new BigDecimal("0.001"));
    FundingDetail detail =
        FundingDetail.of(
            FundingSeries.of(RecordedFunding.history(rates), Period.ALL),
            FundingAssumptions.defaults(),
            RateHistogram.BINS);
    assertThat(detail.streaks()).isEqualTo(new Streaks(1, 2, 2, 1.5));
    assertThat(detail.cumulative()[5]).isCloseTo(0.0033, within(1e-15));
    assertThat(detail.stability().orElseThrow()).isCloseTo(0.49295 / 0.55, within(1e-4));
  }

  @Test
  void halfLifeOfARateThatHalvesIsOneSettlement() {
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      rates.put((i + 1) * 480L, BigDecimal.valueOf(Math.pow(0.5, i)));
    }
    HalfLife halfLife =
        FundingDetail.of(
                FundingSeries.of(RecordedFunding.history(rates), Period.ALL),
                FundingAssumptions.defaults(),
                RateHistogram.BINS)
            .halfLife()
            .orElseThrow();
    assertThat(halfLife.bars().orElseThrow()).isCloseTo(1, within(1e-9));
  }

  @Test
  void venuesAreComparedOverTheEightHoursThatBothCover() {
    TreeMap<Long, BigDecimal> hourly = FundingSummaryTest.every(1, 24, "0.00002");
    hourly.remove(60L * 10);
    FundingSeries one = FundingSeries.of(RecordedFunding.history(hourly), Period.ALL);
    FundingSeries other = settledAt(8, 16, 24);
    VenueSpread spread = VenueSpread.of(one, other);
    assertThat(spread.ends()).containsExactly(8 * HOUR, 24 * HOUR);
    assertThat(spread.first()[1]).isCloseTo(0.00016, within(1e-15));
    assertThat(spread.annualised())
        .isCloseTo((0.00016 - (0.0001 + 0.0003) / 2) * 1_095, within(1e-12));
  }

  @Test
  void basisIsTakenWhereBothLegsHaveABar() {
    BarSeries perpetual = bars("a:X.P", new long[] {0, HOUR, 3 * HOUR}, new long[] {101, 102, 99});
    BarSeries spot = bars("a:X", new long[] {HOUR, 2 * HOUR, 3 * HOUR}, new long[] {100, 100, 100});
    BasisSeries basis = BasisSeries.of(perpetual, spot);
    assertThat(basis.openTimes()).containsExactly(HOUR, 3 * HOUR);
    assertThat(basis.values()).containsExactly(new double[] {0.02, -0.01}, within(1e-12));
  }

  /** Settlements at hours since 1970, rates 0.0001, 0.0002 and so on. */
  private static FundingSeries settledAt(long... hours) {
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    for (int i = 0; i < hours.length; i++) {
      rates.put(hours[i] * 60, BigDecimal.valueOf(i + 1L, 4));
    }
    return FundingSeries.of(RecordedFunding.history(rates), Period.ALL);
  }

  private static BarSeries bars(String name, long[] times, long[] closes) {
    return new BarSeries(
        InstrumentId.parse(name),
        Timeframe.ONE_HOUR,
        BigDecimal.ONE,
        0,
        false,
        times.length,
        times,
        closes,
        closes,
        closes,
        closes,
        closes);
  }
}
