package org.candlewright.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorDIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * Agreement with ta4j on recorded bars, to a relative 1e-9; near zero to 1e-9 of the scale of the
 * inputs. What ta4j computes otherwise is checked against plain formulas in {@link
 * PlainFormulasTest}, where it is said why.
 */
class IndicatorAgreementTest {
  private static final double TOLERANCE = 1e-9;

  /**
   * @param first bar from which on both must agree: the first valid one where seeded alike, else 25
   *     periods on, since ta4j seeds its EMA with the close of bar n and Wilder's means with their
   *     first term
   */
  private record Case(
      String kind,
      Map<String, Double> parameters,
      String output,
      int first,
      Function<org.ta4j.core.BarSeries, org.ta4j.core.Indicator<Num>> theirs) {
    @Override
    public String toString() {
      return kind + "." + output + " " + parameters;
    }
  }

  private static Case of(
      String kind,
      Map<String, Double> parameters,
      String output,
      int first,
      Function<org.ta4j.core.BarSeries, org.ta4j.core.Indicator<Num>> theirs) {
    return new Case(kind, parameters, output, first, theirs);
  }

  private static Map<String, Double> period(double bars) {
    return Map.of("period", bars);
  }

  static Stream<Case> cases() {
    return Stream.of(
        of("sma", period(20), "value", 19, bars -> new SMAIndicator(close(bars), 20)),
        of("sma", period(200), "value", 199, bars -> new SMAIndicator(close(bars), 200)),
        of("ema", period(9), "value", 26 * 9, bars -> new EMAIndicator(close(bars), 9)),
        of("ema", period(50), "value", 26 * 50, bars -> new EMAIndicator(close(bars), 50)),
        of("wma", period(20), "value", 19, bars -> new WMAIndicator(close(bars), 20)),
        of("rma", period(14), "value", 26 * 14, bars -> new MMAIndicator(close(bars), 14)),
        of("rsi", period(14), "value", 25 * 14, bars -> new RSIIndicator(close(bars), 14)),
        of("atr", period(14), "value", 25 * 14, bars -> new ATRIndicator(bars, 14)),
        of("macd", Map.of(), "macd", 26 * 35, bars -> new MACDIndicator(close(bars), 12, 26)),
        of(
            "macd",
            Map.of(),
            "signal",
            26 * 35,
            bars -> new MACDIndicator(close(bars), 12, 26).getSignalLine(9)),
        of(
            "macd",
            Map.of(),
            "histogram",
            26 * 35,
            bars -> new MACDIndicator(close(bars), 12, 26).getHistogram(9)),
        of(
            "donchian",
            period(20),
            "upper",
            19,
            bars -> new DonchianChannelUpperIndicator(bars, 20)),
        of(
            "donchian",
            period(20),
            "lower",
            19,
            bars -> new DonchianChannelLowerIndicator(bars, 20)),
        of(
            "donchian",
            period(20),
            "middle",
            19,
            bars -> new DonchianChannelMiddleIndicator(bars, 20)),
        of(
            "highest",
            period(33),
            "value",
            32,
            bars -> new HighestValueIndicator(new HighPriceIndicator(bars), 33)),
        of(
            "lowest",
            period(33),
            "value",
            32,
            bars -> new LowestValueIndicator(new LowPriceIndicator(bars), 33)),
        of(
            "stochastic",
            Map.of("smoothing", 1.0),
            "k",
            13,
            bars -> new StochasticOscillatorKIndicator(bars, 14)),
        of(
            "stochastic",
            Map.of("smoothing", 1.0),
            "d",
            15,
            bars ->
                new StochasticOscillatorDIndicator(new StochasticOscillatorKIndicator(bars, 14))),
        of(
            "stochastic",
            Map.of(),
            "d",
            17,
            bars ->
                new SMAIndicator(
                    new SMAIndicator(new StochasticOscillatorKIndicator(bars, 14), 3), 3)),
        of("williams_r", period(14), "value", 13, bars -> new WilliamsRIndicator(bars, 14)),
        of("roc", period(10), "value", 10, bars -> new ROCIndicator(close(bars), 10)),
        of("cci", period(20), "value", 19, bars -> new CCIIndicator(bars, 20)),
        of("obv", Map.of(), "value", 0, OnBalanceVolumeIndicator::new),
        of("adx", Map.of(), "plus_di", 26 * 14, bars -> new PlusDIIndicator(bars, 14)),
        of("adx", Map.of(), "minus_di", 26 * 14, bars -> new MinusDIIndicator(bars, 14)),
        of("adx", Map.of(), "adx", 26 * 28, bars -> new ADXIndicator(bars, 14, 14)),
        of(
            "keltner",
            Map.of(),
            "upper",
            26 * 20,
            bars ->
                new KeltnerChannelUpperIndicator(
                    new KeltnerChannelMiddleIndicator(close(bars), 20), 2, 10)),
        of(
            "stdev",
            period(20),
            "value",
            19,
            bars -> new StandardDeviationIndicator(close(bars), 20)),
        of(
            "bollinger",
            period(20),
            "upper",
            19,
            bars ->
                new BollingerBandsUpperIndicator(
                    new BollingerBandsMiddleIndicator(new SMAIndicator(close(bars), 20)),
                    new StandardDeviationIndicator(close(bars), 20))),
        of(
            "bollinger",
            period(20),
            "lower",
            19,
            bars ->
                new BollingerBandsLowerIndicator(
                    new BollingerBandsMiddleIndicator(new SMAIndicator(close(bars), 20)),
                    new StandardDeviationIndicator(close(bars), 20))),
        of("supertrend", Map.of(), "line", 26 * 10, bars -> new SuperTrendIndicator(bars, 10, 3.0)),
        of(
            "slope",
            period(14),
            "value",
            13,
            bars ->
                new SimpleLinearRegressionIndicator(
                    close(bars),
                    14,
                    SimpleLinearRegressionIndicator.SimpleLinearRegressionType.SLOPE)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTa4jOnRecordedHours(Case each) {
    for (String file :
        List.of("binance-usdm-BTCUSDT-1h.csv.gz", "binance-usdm-LINKUSDT-1h.csv.gz")) {
      BarSeries bars = RecordedBars.read(file, Timeframe.ONE_HOUR, 12_000);
      agree(each, bars, each.theirs().apply(theirs(bars)));
    }
  }

  private static void agree(Case each, BarSeries bars, org.ta4j.core.Indicator<Num> theirs) {
    IndicatorKind kind = Indicators.standard().find(each.kind()).orElseThrow();
    PriceBlock block = new PriceBlock(bars);
    block.moveTo(0, bars.size());
    double[][] out = new double[kind.outputs().size()][bars.size()];
    kind.make(kind.settings(each.parameters())).update(block, out);
    double[] values = out[kind.output(each.output())];
    double[] scale = kind.source().orElse(PriceSource.CLOSE).values(block);
    double worst = 0;
    for (int i = each.first(); i < bars.size(); i++) {
      double expected = theirs.getValue(i).doubleValue();
      double difference = Math.abs(values[i] - expected);
      assertThat(difference)
          .as(each + " bar " + i + ": ours " + values[i] + ", theirs " + expected)
          .isLessThanOrEqualTo(TOLERANCE * Math.max(Math.abs(expected), reach(kind, scale[i])));
      worst = Math.max(worst, difference / Math.max(Math.abs(expected), 1e-300));
    }
    assertThat(bars.size()).isGreaterThan(each.first() + 1_000);
    System.out.printf("%s: worst relative difference %.2e%n", each, worst);
  }

  /** The scale of what goes in: percents for oscillators, else the price. */
  private static double reach(IndicatorKind kind, double price) {
    boolean percent =
        !Double.isNaN(kind.pane().axisLow()) || List.of("cci", "roc").contains(kind.name());
    return percent ? 100 : price;
  }

  private static ClosePriceIndicator close(org.ta4j.core.BarSeries bars) {
    return new ClosePriceIndicator(bars);
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
              .volume(bars.volume(i))
              .build());
    }
    return series;
  }
}
