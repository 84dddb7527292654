package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Errors of well-known programs, each shown not to happen here. */
class KnownErrorsTest {

  @Test
  void error1SharpeDoesNotGrowWithTheNumberOfTradesADay() {
    double[] midnights = walk(400, 3, 0.002);
    SmallRun seldom = SmallRun.withCapital(1_000).equity(midnights);
    SmallRun often = SmallRun.withCapital(1_000).equity(midnights);
    double before = 1_000;
    for (int day = 0; day < midnights.length; day++) {
      double change = midnights[day] - before;
      seldom.trade(1, day, day + 0.5, change);
      for (int i = 0; i < 16; i++) {
        often.trade(1, day + i / 20.0, day + (i + 1) / 20.0, change / 16);
      }
      before = midnights[day];
    }
    double byDay = number(seldom.metrics(), "sharpe_ratio");
    assertThat(number(often.metrics(), "sharpe_ratio")).isEqualTo(byDay);
    assertThat(number(often.metrics(), "closed_sharpe_ratio")).isCloseTo(byDay, within(1e-6));
  }

  @Test
  void error2SharpeIsOfReturnsAndNotOfTheLevelOfEquity() {
    double sum = 0;
    int walks = 200;
    for (int seed = 0; seed < walks; seed++) {
      double[] midnights = walk(1_000, seed, 0);
      MetricTable metrics = SmallRun.withCapital(1_000).equity(midnights).metrics();
      sum += Math.abs(number(metrics, "sharpe_ratio")) / Math.sqrt(365);
    }
    // The mean of |t| / √n for n = 1,000 days without edge is √(2 / π) / √1,000 = 0.025 a day;
    // of levels it is above 1.
    assertThat(sum / walks).isBetween(0.015, 0.035);
  }

  @Test
  void error7KurtosisIsRaw() {
    MetricTable metrics = SmallRun.withCapital(1_000).equity(walk(20_000, 5, 0)).metrics();
    assertThat(number(metrics, "kurtosis")).isCloseTo(3, within(0.15));
    // With normal returns √(1 + SR² / 2) is what the formula must come to; excess kurtosis would
    // leave √(1 − SR² / 4).
    assertThat(Significance.sharpeError(0.5, 101, 0, 3))
        .isCloseTo(Math.sqrt((1 + 0.5 * 0.5 / 2) / 100), within(1e-15));
  }

  private static double[] walk(int days, long seed, double edge) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] out = new double[days];
    double level = 1_000;
    for (int i = 0; i < days; i++) {
      level *= 1 + edge + 0.002 * random.nextGaussian();
      out[i] = level;
    }
    return out;
  }

  private static double number(MetricTable metrics, String name) {
    return metrics.row(name).orElseThrow().all().number().orElseThrow().doubleValue();
  }
}
