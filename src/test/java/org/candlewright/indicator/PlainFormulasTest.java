package org.candlewright.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Indicators against their published formulas, computed anew for every bar without any state: from
 * the first valid bar on, to a relative 1e-9, near zero to 1e-9 of the scale of the inputs.
 *
 * <p>Here stand those that ta4j lacks or computes otherwise: its money flow index keeps running
 * sums whose rounding never leaves (99.9999998 where nothing falls), its percent rank leaves ties
 * out where TradingView counts them, its VWAP runs over n bars instead of a session, its parabolic
 * SAR begins with the low of its first two bars whatever the trend, and Hurst exponent, volatility
 * and z-score do not exist. Wilder's means and the EMA stand here too for their seeds, which ta4j
 * takes otherwise.
 */
class PlainFormulasTest {
  private static final double TOLERANCE = 1e-9;
  private static final double[] NONE = {};

  /** Prices of all bars; {@code x} is the source of the indicator. */
  private record Bars(
      double[] x, double[] high, double[] low, double[] close, double[] volume, long[] times) {
    int size() {
      return x.length;
    }

    double mean(int last, int bars) {
      double sum = 0;
      for (int i = last - bars + 1; i <= last; i++) {
        sum += x[i];
      }
      return sum / bars;
    }

    double deviation(int last, int bars, int divisor) {
      double mean = mean(last, bars);
      double sum = 0;
      for (int i = last - bars + 1; i <= last; i++) {
        sum += (x[i] - mean) * (x[i] - mean);
      }
      return Math.sqrt(sum / divisor);
    }

    double trueRange(int i) {
      return i == 0
          ? high[0] - low[0]
          : Math.max(
              high[i] - low[i],
              Math.max(Math.abs(high[i] - close[i - 1]), Math.abs(low[i] - close[i - 1])));
    }
  }

  /** A value at a bar. */
  private interface Formula {
    double at(Bars bars, int i);
  }

  /** A series by index. */
  private interface Values {
    double at(int i);
  }

  private record Case(
      String kind, Map<String, Double> parameters, String output, int first, Formula formula) {
    @Override
    public String toString() {
      return kind + "." + output + " " + parameters;
    }
  }

  private static Case of(
      String kind, Map<String, Double> parameters, String output, int first, Formula formula) {
    return new Case(kind, parameters, output, first, formula);
  }

  private static Map<String, Double> period(double bars) {
    return Map.of("period", bars);
  }

  /** Wilder's mean of values first … i. */
  private static double wilder(Values values, int first, int bars, int i) {
    double mean = 0;
    for (int k = first; k < first + bars; k++) {
      mean += values.at(k) / bars;
    }
    for (int k = first + bars; k <= i; k++) {
      mean = (mean * (bars - 1) + values.at(k)) / bars;
    }
    return mean;
  }

  private static double ema(Values values, int bars, int i) {
    double mean = values.at(0);
    for (int k = 1; k <= i; k++) {
      mean += 2.0 / (bars + 1) * (values.at(k) - mean);
    }
    return mean;
  }

  static Stream<Case> cases() {
    return Stream.of(
        of("price", Map.of(), "value", 0, (bars, i) -> bars.x[i]),
        of("sma", period(20), "value", 19, (bars, i) -> bars.mean(i, 20)),
        of("sma", period(1), "value", 0, (bars, i) -> bars.x[i]),
        of("wma", period(20), "value", 19, (bars, i) -> weighted(bars, i, 20)),
        of("ema", period(20), "value", 0, (bars, i) -> ema(k -> bars.x[k], 20, i)),
        of("rma", period(14), "value", 13, (bars, i) -> wilder(k -> bars.x[k], 0, 14, i)),
        of("rsi", period(14), "value", 14, (bars, i) -> rsi(bars, i, 14)),
        of("atr", period(14), "value", 13, (bars, i) -> wilder(bars::trueRange, 0, 14, i)),
        of("macd", Map.of(), "signal", 0, (bars, i) -> ema(k -> macd(bars, k), 9, i)),
        of("bollinger", period(20), "middle", 19, (bars, i) -> bars.mean(i, 20)),
        of(
            "bollinger",
            period(20),
            "upper",
            19,
            (bars, i) -> bars.mean(i, 20) + 2 * bars.deviation(i, 20, 20)),
        of(
            "bollinger",
            period(20),
            "lower",
            19,
            (bars, i) -> bars.mean(i, 20) - 2 * bars.deviation(i, 20, 20)),
        of(
            "keltner",
            Map.of(),
            "lower",
            9,
            (bars, i) -> ema(k -> bars.x[k], 20, i) - 2 * wilder(bars::trueRange, 0, 10, i)),
        of("stdev", period(20), "value", 19, (bars, i) -> bars.deviation(i, 20, 20)),
        of(
            "stdev",
            Map.of("period", 7.0, "sample", 1.0),
            "value",
            6,
            (bars, i) -> bars.deviation(i, 7, 6)),
        of(
            "zscore",
            period(100),
            "value",
            99,
            (bars, i) -> (bars.x[i] - bars.mean(i, 100)) / bars.deviation(i, 100, 99)),
        of("percent_rank", period(50), "value", 50, (bars, i) -> rank(bars, i, 50)),
        of("slope", period(14), "value", 13, (bars, i) -> slope(bars, i, 14)),
        of("mfi", period(14), "value", 14, (bars, i) -> mfi(bars, i, 14)),
        of("volatility", period(20), "value", 20, (bars, i) -> volatility(bars, i, 20)),
        of("hurst", period(100), "value", 99, (bars, i) -> hurst(bars, i, 100)),
        of("vwap", Map.of(), "vwap", 0, (bars, i) -> vwap(bars, i, 0)),
        of("vwap", Map.of(), "upper", 0, (bars, i) -> vwap(bars, i, 1)),
        of("vwap", Map.of(), "lower", 0, (bars, i) -> vwap(bars, i, -1)),
        of("adx", Map.of(), "plus_di", 14, (bars, i) -> direction(bars, i, 1)),
        of("adx", Map.of(), "minus_di", 14, (bars, i) -> direction(bars, i, -1)),
        of("adx", Map.of(), "adx", 27, (bars, i) -> adx(bars, i)),
        of("supertrend", Map.of(), "line", 9, (bars, i) -> superTrend(bars, i)[0]),
        of("supertrend", Map.of(), "direction", 9, (bars, i) -> superTrend(bars, i)[1]),
        of("psar", Map.of(), "stop", 1, (bars, i) -> sar(bars, i)[0]),
        of("psar", Map.of(), "direction", 1, (bars, i) -> sar(bars, i)[1]));
  }

  private static double weighted(Bars bars, int last, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += (count - k) * bars.x[last - k];
    }
    return sum / (count * (count + 1) / 2);
  }

  private static double rsi(Bars bars, int i, int count) {
    double gain = wilder(k -> Math.max(0, bars.x[k] - bars.x[k - 1]), 1, count, i);
    double loss = wilder(k -> Math.max(0, bars.x[k - 1] - bars.x[k]), 1, count, i);
    return 100 * gain / (gain + loss);
  }

  private static double macd(Bars bars, int i) {
    return ema(k -> bars.x[k], 12, i) - ema(k -> bars.x[k], 26, i);
  }

  private static double rank(Bars bars, int i, int count) {
    int atMost = 0;
    for (int k = 1; k <= count; k++) {
      atMost += bars.x[i - k] <= bars.x[i] ? 1 : 0;
    }
    return 100.0 * atMost / count;
  }

  private static double slope(Bars bars, int i, int count) {
    double meanX = (count - 1) / 2.0;
    double meanY = bars.mean(i, count);
    double above = 0;
    double below = 0;
    for (int k = 0; k < count; k++) {
      above += (k - meanX) * (bars.x[i - count + 1 + k] - meanY);
      below += (k - meanX) * (k - meanX);
    }
    return above / below;
  }

  private static double mfi(Bars bars, int i, int count) {
    double up = 0;
    double all = 0;
    for (int k = i - count + 1; k <= i; k++) {
      double flow = bars.x[k] * bars.volume[k];
      up += bars.x[k] > bars.x[k - 1] ? flow : 0;
      all += bars.x[k] == bars.x[k - 1] ? 0 : flow;
    }
    return all == 0 ? 50 : 100 * up / all;
  }

  private static double volatility(Bars bars, int i, int count) {
    double mean = Math.log(bars.x[i] / bars.x[i - count]) / count;
    double sum = 0;
    for (int k = i - count + 1; k <= i; k++) {
      double distance = Math.log(bars.x[k] / bars.x[k - 1]) - mean;
      sum += distance * distance;
    }
    return 100 * Math.sqrt(sum / (count - 1) * 365 * 24);
  }

  private static double hurst(Bars bars, int i, int count) {
    double level = 0;
    for (int k = i - count + 1; k <= i; k++) {
      level += Math.abs(bars.x[k]) / count;
    }
    double[] lag = new double[49];
    double[] spread = new double[49];
    for (int tau = 1; tau <= 49; tau++) {
      double sum = 0;
      for (int k = i - count + 1; k + tau <= i; k++) {
        sum += Math.abs(bars.x[k + tau] - bars.x[k]);
      }
      lag[tau - 1] = Math.log(tau);
      spread[tau - 1] = Math.log(sum / (count - tau) / level);
    }
    return slope(new Bars(spread, NONE, NONE, NONE, NONE, new long[0]), lag);
  }

  private static double slope(Bars ys, double[] xs) {
    Bars xBars = new Bars(xs, NONE, NONE, NONE, NONE, new long[0]);
    double meanX = xBars.mean(xs.length - 1, xs.length);
    double meanY = ys.mean(xs.length - 1, xs.length);
    double above = 0;
    double below = 0;
    for (int k = 0; k < xs.length; k++) {
      above += (xs[k] - meanX) * (ys.x[k] - meanY);
      below += (xs[k] - meanX) * (xs[k] - meanX);
    }
    return above / below;
  }

  private static double vwap(Bars bars, int i, int deviations) {
    long day = bars.times[i] / 86_400_000L;
    int first = i;
    while (first > 0 && bars.times[first - 1] / 86_400_000L == day) {
      first--;
    }
    double volume = 0;
    double traded = 0;
    double squares = 0;
    for (int k = first; k <= i; k++) {
      volume += bars.volume[k];
      traded += bars.volume[k] * bars.x[k];
      squares += bars.volume[k] * bars.x[k] * bars.x[k];
    }
    double mean = traded / volume;
    // As TradingView publishes it. Where a session has barely begun the difference is mostly
    // rounding, and its root is what charts show.
    return mean + deviations * Math.sqrt(Math.max(0, squares / volume - mean * mean));
  }

  private static double direction(Bars bars, int i, int sign) {
    Values movement =
        k -> {
          double up = bars.high[k] - bars.high[k - 1];
          double down = bars.low[k - 1] - bars.low[k];
          double own = sign > 0 ? up : down;
          return own > 0 && own > (sign > 0 ? down : up) ? own : 0;
        };
    return 100 * wilder(movement, 1, 14, i) / wilder(bars::trueRange, 1, 14, i);
  }

  private static double adx(Bars bars, int i) {
    Values strength =
        k -> {
          double plus = direction(bars, k, 1);
          double minus = direction(bars, k, -1);
          return 100 * Math.abs(plus - minus) / (plus + minus);
        };
    return wilder(strength, 14, 14, i);
  }

  /** TradingView's published ta.supertrend, its direction turned so that 1 is up. */
  private static double[] superTrend(Bars bars, int last) {
    double[] result = new double[2];
    double upper = 0;
    double lower = 0;
    double line = 0;
    for (int i = 9; i <= last; i++) {
      double atr = wilder(bars::trueRange, 0, 10, i);
      double middle = (bars.high[i] + bars.low[i]) / 2;
      double upperNow = middle + 3 * atr;
      double lowerNow = middle - 3 * atr;
      double lastUpper = i == 9 ? upperNow : upper;
      double lastLower = i == 9 ? lowerNow : lower;
      lower = lowerNow > lastLower || bars.close[i - 1] < lastLower ? lowerNow : lastLower;
      upper = upperNow < lastUpper || bars.close[i - 1] > lastUpper ? upperNow : lastUpper;
      boolean up;
      if (i == 9) {
        up = false;
      } else if (line == lastUpper) {
        up = bars.close[i] > upper;
      } else {
        up = bars.close[i] >= lower;
      }
      line = up ? lower : upper;
      result = new double[] {line, up ? 1 : -1};
    }
    return result;
  }

  /** TradingView's published ta.sar. */
  private static double[] sar(Bars bars, int last) {
    boolean below = bars.close[1] > bars.close[0];
    double extreme = below ? bars.high[1] : bars.low[1];
    double stop = below ? bars.low[0] : bars.high[0];
    double acceleration = 0.02;
    for (int i = 1; i <= last; i++) {
      boolean fresh = i == 1;
      stop = stop + acceleration * (extreme - stop);
      if (below && stop > bars.low[i]) {
        fresh = true;
        below = false;
        stop = Math.max(bars.high[i], extreme);
        extreme = bars.low[i];
        acceleration = 0.02;
      } else if (!below && stop < bars.high[i]) {
        fresh = true;
        below = true;
        stop = Math.min(bars.low[i], extreme);
        extreme = bars.high[i];
        acceleration = 0.02;
      }
      if (!fresh && below && bars.high[i] > extreme) {
        extreme = bars.high[i];
        acceleration = Math.min(acceleration + 0.02, 0.2);
      } else if (!fresh && !below && bars.low[i] < extreme) {
        extreme = bars.low[i];
        acceleration = Math.min(acceleration + 0.02, 0.2);
      }
      for (int back = 1; back <= 2 && back <= i; back++) {
        stop = below ? Math.min(stop, bars.low[i - back]) : Math.max(stop, bars.high[i - back]);
      }
    }
    return new double[] {stop, below ? 1 : -1};
  }

  @ParameterizedTest
  @MethodSource("cases")
  void followsItsFormulaOnRecordedHours(Case each) {
    for (String file :
        java.util.List.of("binance-usdm-BTCUSDT-1h.csv.gz", "binance-usdm-LINKUSDT-1h.csv.gz")) {
      follow(each, RecordedBars.read(file, Timeframe.ONE_HOUR, 300));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void followsItsFormulaOnAWalkWithPlateaus(Case each) {
    follow(each, SampleBars.walk(11, 300));
  }

  private static void follow(Case each, BarSeries series) {
    IndicatorKind kind = Indicators.standard().find(each.kind()).orElseThrow();
    PriceBlock block = new PriceBlock(series);
    block.moveTo(0, series.size());
    double[][] out = new double[kind.outputs().size()][series.size()];
    IndicatorSettings settings = kind.settings(each.parameters());
    kind.make(settings).update(block, out);
    double[] values = out[kind.output(each.output())];
    Bars bars =
        new Bars(
            settings.source().values(block),
            block.high(),
            block.low(),
            block.close(),
            block.volume(),
            series.openTimes());
    for (int i = 0; i < bars.size(); i++) {
      if (i < each.first()) {
        assertThat(values[i]).as(each + " bar " + i).isNaN();
      } else {
        double expected = each.formula().at(bars, i);
        double scale = kind.pane().onPrice() ? bars.x[i] : Math.min(100, bars.x[i]);
        assertThat(Math.abs(values[i] - expected))
            .as(each + " bar " + i + ": ours " + values[i] + ", formula " + expected)
            .isLessThanOrEqualTo(TOLERANCE * Math.max(Math.abs(expected), scale));
      }
    }
  }
}
