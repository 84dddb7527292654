package org.candlewright.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** Agreement with ta4j on recorded bars, to a relative 1e-9. */
class IndicatorAgreementTest {
  private static final String FILE = "binance-usdm-BTCUSDT-1h.csv.gz";

  /**
   * ta4j seeds its EMA with the close of bar n and Wilder's means with their first term, we by the
   * book: equal once the seed no longer shows.
   */
  private static final int SETTLING_PERIODS = 25;

  @Test
  void emaAgreesOnceSettled() throws IOException {
    BarSeries bars = recorded();
    for (int period : new int[] {9, 21, 50}) {
      agree(
          new Ema(period),
          new EMAIndicator(new ClosePriceIndicator(theirs(bars)), period),
          bars,
          (SETTLING_PERIODS + 1) * period);
    }
  }

  @Test
  void rsiAgreesOnceSettled() throws IOException {
    BarSeries bars = recorded();
    agree(
        new Rsi(14),
        new RSIIndicator(new ClosePriceIndicator(theirs(bars)), 14),
        bars,
        14 * SETTLING_PERIODS);
  }

  @Test
  void atrAgreesOnceSettled() throws IOException {
    BarSeries bars = recorded();
    agree(new Atr(14), new ATRIndicator(theirs(bars), 14), bars, 14 * SETTLING_PERIODS);
  }

  private static void agree(
      Indicator ours, org.ta4j.core.Indicator<Num> theirs, BarSeries bars, int first) {
    double[] values = IndicatorValuesTest.values(ours, bars);
    double worst = 0;
    for (int i = first; i < bars.size(); i++) {
      double expected = theirs.getValue(i).doubleValue();
      worst = Math.max(worst, Math.abs(values[i] - expected) / Math.abs(expected));
    }
    System.out.printf(
        "%s: worst relative difference %.2e over %d bars%n",
        ours.getClass().getSimpleName(), worst, bars.size() - first);
    assertThat(bars.size()).isGreaterThan(first + 1_000);
    assertThat(worst).isLessThan(1e-9);
  }

  private static org.ta4j.core.BarSeries theirs(BarSeries bars) {
    org.ta4j.core.BarSeries series =
        new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    for (int i = 0; i < bars.size(); i++) {
      series.addBar(
          series
              .barBuilder()
              .timePeriod(Duration.ofHours(1))
              .endTime(Instant.ofEpochMilli(bars.endTime(i)))
              .openPrice(bars.price(bars.opens()[i]))
              .highPrice(bars.price(bars.highs()[i]))
              .lowPrice(bars.price(bars.lows()[i]))
              .closePrice(bars.price(bars.closes()[i]))
              .volume(1)
              .build());
    }
    return series;
  }

  private static BarSeries recorded() throws IOException {
    Path folder =
        Path.of(
            System.getProperty(
                "CANDLEWRIGHT_DATA",
                System.getenv().getOrDefault("CANDLEWRIGHT_DATA", "../shared/data")));
    Path file = folder.resolve(FILE);
    Assumptions.assumeTrue(
        Files.isReadable(file),
        () -> "recorded bars are not at " + file + ": agreement with ta4j is not checked");
    List<String> lines;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines = reader.lines().skip(1).toList();
    }
    int size = lines.size();
    long[][] columns = new long[6][size];
    for (int i = 0; i < size; i++) {
      List<String> fields = List.of(lines.get(i).split(",", -1));
      columns[0][i] = Long.parseLong(fields.getFirst());
      for (int column = 1; column < 5; column++) {
        columns[column][i] = new BigDecimal(fields.get(column)).movePointRight(2).longValueExact();
      }
    }
    return new BarSeries(
        SampleBars.BTC,
        Timeframe.ONE_HOUR,
        new BigDecimal("0.01"),
        0,
        false,
        size,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}
