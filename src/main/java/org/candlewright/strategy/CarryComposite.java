package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.candlewright.market.BarSeries;

/**
 * Scores a carry from 0 to 1: rate level, trend and persistence of the settled rates (all per 8
 * hours) and basis, weighted; the turnover of the last week is a hard gate. A score is rounded to
 * six decimals before it is compared.
 *
 * <ul>
 *   <li>level = min(|rate| / 0.003, 1)
 *   <li>trend: an average (span 6, α = 2/7, seeded with its first value) over the last 18 rates
 *       against itself 6 rates back: more than 0.00005 above is 1, more below is 0, else 0.5
 *   <li>persistence = min(n / 30, 1), n newest rates in a row of at least 0.0003
 *   <li>basis = min(|perpetual − spot| / spot / 0.01, 1)
 *   <li>gate: mean volume of the perpetual's last 7 days of bars at least 0.7 × that of the 7 days
 *       before; open while there are fewer bars
 * </ul>
 */
final class CarryComposite implements CarrySignal {
  private static final double FULL_RATE = 0.003;
  private static final double FULL_BASIS = 0.01;
  private static final double TURN = 0.00005;
  private static final double PERSISTENT_RATE = 0.0003;
  private static final int FULL_STREAK = 30;
  private static final int TREND_RATES = 18;
  private static final int TREND_SPAN = 6;
  private static final double ALPHA = 2.0 / (TREND_SPAN + 1);
  private static final double GATE = 0.7;
  private static final long WEEK = 7 * 86_400_000L;
  private static final int HUNDREDTHS = 100;

  /** Reason numbers 0 to 100 are the entry scores in hundredths; behind them comes the exit. */
  private static final int EXIT = HUNDREDTHS + 1;

  private final double enter;
  private final double exit;
  private final double rateWeight;
  private final double trendWeight;
  private final double persistenceWeight;
  private final double basisWeight;
  private final List<String> reasons;

  /** Settlement for which the pair's trend and persistence are known; -1 for none. */
  private final int[] known;

  private final double[] trend;
  private final double[] persistence;
  private final double[] averages = new double[TREND_RATES];

  /**
   * @param weights of rate level, trend, persistence and basis
   */
  CarryComposite(int pairs, BigDecimal enter, BigDecimal exit, double[] weights) {
    this.enter = enter.doubleValue();
    this.exit = exit.doubleValue();
    this.rateWeight = weights[0];
    this.trendWeight = weights[1];
    this.persistenceWeight = weights[2];
    this.basisWeight = weights[3];
    this.known = new int[pairs];
    Arrays.fill(known, -1);
    this.trend = new double[pairs];
    this.persistence = new double[pairs];
    List<String> names = new ArrayList<>();
    for (int hundredth = 0; hundredth <= HUNDREDTHS; hundredth++) {
      names.add(String.format(Locale.ROOT, "composite_signal_%.2f", hundredth / 100.0));
    }
    names.add(String.format(Locale.ROOT, "composite_below_%.2f", this.exit));
    this.reasons = List.copyOf(names);
  }

  @Override
  public List<String> reasons() {
    return reasons;
  }

  @Override
  public int enters(CarryMoment moment) {
    double score = score(moment);
    boolean enters =
        score >= enter && moment.funding().rateUnits(moment.settlement()) > 0 && gateOpen(moment);
    return enters ? (int) Math.rint(Math.min(1, score) * HUNDREDTHS) : -1;
  }

  @Override
  public double conviction(CarryMoment moment) {
    return Math.min(1, score(moment));
  }

  @Override
  public boolean statesConviction() {
    return true;
  }

  @Override
  public int leaves(CarryMoment moment) {
    return score(moment) < exit ? EXIT : -1;
  }

  private double score(CarryMoment moment) {
    learn(moment);
    double sum =
        rateWeight * level(moment)
            + trendWeight * trend[moment.pair()]
            + persistenceWeight * persistence[moment.pair()]
            + basisWeight * basis(moment);
    return Math.rint(sum * 1e6) / 1e6;
  }

  private static double level(CarryMoment moment) {
    return Math.min(Math.abs(moment.rate(moment.settlement())) / FULL_RATE, 1);
  }

  private static double basis(CarryMoment moment) {
    double basis = moment.basis();
    return Double.isNaN(basis) ? 0 : Math.min(Math.abs(basis) / FULL_BASIS, 1);
  }

  /** Trend and persistence change only where a rate settles. */
  private void learn(CarryMoment moment) {
    int pair = moment.pair();
    if (known[pair] != moment.settlement()) {
      known[pair] = moment.settlement();
      trend[pair] = trend(moment);
      persistence[pair] = Math.min(streak(moment) / (double) FULL_STREAK, 1);
    }
  }

  private double trend(CarryMoment moment) {
    int last = moment.settlement();
    int count = Math.min(TREND_RATES, last + 1);
    if (count <= TREND_SPAN) {
      return 0.5;
    }
    for (int i = 0; i < count; i++) {
      double rate = moment.rate(last - count + 1 + i);
      averages[i] = i == 0 ? rate : averages[i - 1] + ALPHA * (rate - averages[i - 1]);
    }
    double change = averages[count - 1] - averages[count - 1 - TREND_SPAN];
    return change > TURN ? 1 : change < -TURN ? 0 : 0.5;
  }

  private static int streak(CarryMoment moment) {
    int count = 0;
    while (count < FULL_STREAK
        && count <= moment.settlement()
        && moment.rate(moment.settlement() - count) >= PERSISTENT_RATE) {
      count++;
    }
    return count;
  }

  private static boolean gateOpen(CarryMoment moment) {
    double before = meanVolume(moment, 1);
    return !(meanVolume(moment, 0) < GATE * before);
  }

  /** Mean volume of a bar in the week that ended so many weeks ago; NaN if it is not all there. */
  private static double meanVolume(CarryMoment moment, int weeksAgo) {
    BarSeries bars = moment.perpetual();
    int week = (int) Math.max(1, WEEK / bars.timeframe().millis());
    int end = moment.perpetualBar() + 1 - weeksAgo * week;
    if (end - week < 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int bar = end - week; bar < end; bar++) {
      sum += bars.volume(bar);
    }
    return sum / week;
  }

  @Override
  public Explanation explain(CarryMoment moment) {
    double score = score(moment);
    int pair = moment.pair();
    double rate = moment.rate(moment.settlement());
    return new Explanation(
        List.of(
            new Explanation.Input("rate level", level(moment), "of 1"),
            new Explanation.Input("trend", trend[pair], "of 1"),
            new Explanation.Input("persistence", persistence[pair], "of 1"),
            new Explanation.Input("basis", moment.basis(), "fraction"),
            new Explanation.Input("score", score, "of 1")),
        List.of(
            new Explanation.Condition(
                "enter: all of",
                enters(moment) >= 0,
                Double.NaN,
                Double.NaN,
                "",
                List.of(
                    condition("score at or above the entry", score >= enter, score, "≥", enter),
                    condition("settled rate above zero", rate > 0, rate, ">", 0),
                    condition(
                        "volume of 7 days against 0.7 × the 7 before",
                        gateOpen(moment),
                        meanVolume(moment, 0),
                        "≥",
                        GATE * meanVolume(moment, 1)))),
            condition("leave: score below the exit", score < exit, score, "<", exit)));
  }

  private static Explanation.Condition condition(
      String text, boolean holds, double left, String relation, double right) {
    return new Explanation.Condition(text, holds, left, right, relation, List.of());
  }
}
