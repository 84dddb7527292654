package org.candlewright.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * One instrument's triggers: how strongly each fires at a bar and how sure it is. Hours are bars of
 * the run's timeframe; a quarter of an hour and an hour are both the last bar's change.
 */
final class TriggerColumns {
  private static final int DAY = 24;
  private static final int WEEK = 168;

  private final BarSeries bars;
  private final PriceBlock block;
  private final SignalColumns rsi;
  private final SignalColumns atr;
  private final SignalColumns quick;
  private final SignalColumns slow;
  private final int day;
  private final int week;

  /** RSI 14, ATR 14, EMA 21 and EMA 50 of all bars so far, by bar. */
  private final double[][] lines = new double[4][0];

  private final double[] sorted;
  private int from = -1;
  private int next;

  TriggerColumns(Indicators known, BarSeries bars) {
    this.bars = bars;
    this.block = new PriceBlock(bars);
    this.rsi = new SignalColumns(known, "rsi", Map.of("period", 14.0));
    this.atr = new SignalColumns(known, "atr", Map.of("period", 14.0));
    this.quick = new SignalColumns(known, "ema", Map.of("period", 21.0));
    this.slow = new SignalColumns(known, "ema", Map.of("period", 50.0));
    this.day = Hours.bars(bars, DAY);
    this.week = Hours.bars(bars, WEEK);
    this.sorted = new double[week];
  }

  void update(int fromBar, int to) {
    from = from < 0 ? fromBar : from;
    next = to;
    block.moveTo(fromBar, to);
    List<SignalColumns> all = List.of(rsi, atr, quick, slow);
    for (int k = 0; k < lines.length; k++) {
      if (lines[k].length < to) {
        lines[k] = Arrays.copyOf(lines[k], Math.max(to, 2 * lines[k].length));
      }
      all.get(k).update(block);
      System.arraycopy(all.get(k).output(0), 0, lines[k], fromBar, to - fromBar);
    }
  }

  /** Whether a week of bars with settled indicators is there. */
  boolean ready(int bar) {
    return bar - from >= week + 50;
  }

  /** Value traded in the last day, quote units. */
  double turnover(int bar) {
    double sum = 0;
    for (int i = Math.max(0, bar - day + 1); i <= bar; i++) {
      sum += bars.quoteVolume() ? bars.volume(i) : bars.volume(i) * close(i);
    }
    return sum;
  }

  double close(int bar) {
    return bars.price(bars.closes()[bar]);
  }

  private double move(int bar, int back) {
    return close(bar) / close(bar - back) - 1;
  }

  /** Change of the last bar's close, a fraction. */
  double lastMove(int bar) {
    return move(bar, 1);
  }

  double volumeRatio(int bar) {
    double sum = 0;
    for (int i = bar - day; i < bar; i++) {
      sum += bars.volume(i);
    }
    return sum == 0 ? 0 : bars.volume(bar) * day / sum;
  }

  /** More than a tenth off the mean of 20 closes on a tenth of the usual volume: no real price. */
  boolean outlier(int bar) {
    double sum = 0;
    for (int i = bar - 19; i <= bar; i++) {
      sum += close(i);
    }
    return Math.abs(close(bar) * 20 / sum - 1) > 0.10 && volumeRatio(bar) < 0.1;
  }

  /** ATR 14 over its median of the week. */
  double range(int bar) {
    System.arraycopy(lines[1], bar - week + 1, sorted, 0, week);
    Arrays.sort(sorted);
    double median = (sorted[(week - 1) / 2] + sorted[week / 2]) / 2;
    return median == 0 ? 0 : lines[1][bar] / median;
  }

  double atr(int bar) {
    return lines[1][bar];
  }

  private double highest(int bar, int count) {
    long high = 0;
    for (int i = bar - count; i < bar; i++) {
      high = Math.max(high, bars.highs()[i]);
    }
    return bars.price(high);
  }

  private double lowest(int to, int count) {
    long low = Long.MAX_VALUE;
    for (int i = to - count; i < to; i++) {
      low = Math.min(low, bars.lows()[i]);
    }
    return bars.price(low);
  }

  private double bounce(int bar) {
    return close(bar) / lowest(bar + 1, day) - 1;
  }

  /** Slope of EMA 21 over three bars, a fraction of price an hour. */
  private double slope(int bar) {
    double hours = 3.0 * bars.timeframe().millis() / 3_600_000L;
    return (lines[2][bar] / lines[2][bar - 3] - 1) / hours;
  }

  boolean aboveMeanPrice(int bar) {
    double typical = bars.price(bars.highs()[bar]) + bars.price(bars.lows()[bar]) + close(bar);
    return close(bar) > typical / 3;
  }

  boolean higherLow(int bar) {
    return lowest(bar + 1, day / 2 < 1 ? 1 : day / 2)
        > lowest(bar + 1 - Math.max(1, day / 2), Math.max(1, day / 2));
  }

  boolean rsiCrosses(int bar) {
    return lines[0][bar] > 50 && lines[0][bar - 1] <= 50;
  }

  boolean bounces(int bar) {
    return bounce(bar) >= 0.006;
  }

  /** How many of the four qualifiers hold. */
  int qualifiers(int bar) {
    return (aboveMeanPrice(bar) ? 1 : 0)
        + (higherLow(bar) ? 1 : 0)
        + (rsiCrosses(bar) ? 1 : 0)
        + (bounces(bar) ? 1 : 0);
  }

  /** Strength of a trigger at a bar, 0 to 1; 0 where it does not fire. */
  double strength(Trigger trigger, int bar, MarketRegime regime) {
    double day24 = move(bar, day);
    return switch (trigger) {
      case PRICE_MOVE_UP -> lastMove(bar) > 0.015 ? moved(bar, regime, 0.8, 0.6, 0.7) : 0;
      case PRICE_MOVE_DOWN -> lastMove(bar) < -0.025 ? moved(bar, regime, 0.8, 0.6, 0.7) : 0;
      case VOLUME_SPIKE -> {
        double ratio = volumeRatio(bar);
        boolean spikes = ratio >= (regime == MarketRegime.CHOP ? 1.8 : 2.0);
        yield spikes && Math.abs(lastMove(bar)) >= 0.02 ? Math.min((ratio - 1) / 3, 1) : 0;
      }
      case BREAKOUT -> close(bar) >= 0.995 * highest(bar, day) ? 0.7 : 0;
      case REVERSAL -> {
        double recovery = bounce(bar);
        boolean near = close(bar) <= 1.10 * lowest(bar + 1, day);
        boolean turns = recovery > 0.05 && slope(bar) >= 0.0005 && qualifiers(bar) >= 3;
        yield near && turns ? Math.min(recovery / 0.2, 1) : 0;
      }
      case MOMENTUM_UP -> day24 >= 0.02 && rises(regime) ? Math.min(day24 / 0.10, 1) : 0;
      case MOMENTUM_DOWN -> day24 <= -0.03 ? Math.min(-day24 / 0.10, 1) : 0;
      case TREND_FOLLOW ->
          close(bar) > lines[3][bar] && lines[2][bar] > lines[2][bar - 3] ? 0.6 : 0;
      case MEAN_REVERSION -> {
        double off = close(bar) / mean(bar, day) - 1;
        boolean exhausted = bars.closes()[bar] > bars.closes()[bar - 1];
        yield off <= -0.03 && exhausted ? Math.min(-off / 0.10, 1) : 0;
      }
      case FADE_SPIKE -> {
        double far = Math.abs(close(bar) - close(bar - 1));
        boolean spikes = far > 2 * lines[1][bar - 1] && volumeRatio(bar) >= 2;
        yield spikes ? Math.min(far / (4 * lines[1][bar - 1]), 1) : 0;
      }
    };
  }

  private static boolean rises(MarketRegime regime) {
    return regime != MarketRegime.BEAR && regime != MarketRegime.CRISIS;
  }

  /** By which of the two thresholds, of a quarter and of an hour, the last bar exceeds. */
  private double moved(int bar, MarketRegime regime, double both, double quarter, double hour) {
    double first =
        switch (regime) {
          case CHOP -> 0.012;
          case TREND -> 0.035;
          default -> 0.03;
        };
    double second = regime == MarketRegime.CHOP ? 0.025 : 0.07;
    double change = Math.abs(lastMove(bar));
    double inside = Math.abs(close(bar) / bars.price(bars.opens()[bar]) - 1);
    return inside >= first && change >= second
        ? both
        : change >= second ? hour : inside >= first ? quarter : 0;
  }

  /** How sure a trigger that fires is, 0 to 1. */
  double confidence(Trigger trigger, int bar, MarketRegime regime) {
    return trigger.confidence()
        * switch (trigger) {
          case PRICE_MOVE_UP, PRICE_MOVE_DOWN -> moved(bar, regime, 0.85, 0.7, 0.75);
          case VOLUME_SPIKE -> Math.min(volumeRatio(bar) / 4, 1);
          case BREAKOUT -> 0.8;
          case REVERSAL, MEAN_REVERSION -> 0.6;
          case MOMENTUM_UP -> share(bar, 1);
          case MOMENTUM_DOWN -> share(bar, -1);
          case TREND_FOLLOW -> share(bar, 1);
          case FADE_SPIKE -> 0.7;
        };
  }

  /** Share of the last twelve hours whose bars closed in a direction. */
  private double share(int bar, int direction) {
    int count = Math.max(1, day / 2);
    int same = 0;
    for (int i = bar - count + 1; i <= bar; i++) {
      same += Long.signum(bars.closes()[i] - bars.closes()[i - 1]) == direction ? 1 : 0;
    }
    return (double) same / count;
  }

  private double mean(int bar, int count) {
    double sum = 0;
    for (int i = bar - count + 1; i <= bar; i++) {
      sum += close(i);
    }
    return sum / count;
  }

  void save(StateWriter out) {
    rsi.save(out);
    atr.save(out);
    quick.save(out);
    slow.save(out);
    out.putLong(from);
    out.putLong(next);
    int kept = Math.max(0, Math.min(next - Math.max(0, from), week));
    for (double[] line : lines) {
      out.putDoubles(Arrays.copyOfRange(line, next - kept, next), kept);
    }
  }

  void restore(StateReader in) {
    rsi.restore(in);
    atr.restore(in);
    quick.restore(in);
    slow.restore(in);
    from = in.getInt();
    next = in.getInt();
    int kept = Math.max(0, Math.min(next - Math.max(0, from), week));
    for (int k = 0; k < lines.length; k++) {
      double[] last = new double[kept];
      in.getDoubles(last);
      lines[k] = new double[next];
      System.arraycopy(last, 0, lines[k], next - kept, kept);
    }
  }
}
