package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignificanceTest {

  @Test
  void theNormalDistributionIsThatOfTheTables() {
    assertThat(Normal.probability(0)).isEqualTo(0.5);
    assertThat(Normal.probability(1.959963984540054)).isCloseTo(0.975, within(1e-15));
    assertThat(Normal.probability(-8)).isCloseTo(6.220960574271785e-16, within(1e-28));
    assertThat(Normal.quantile(0.99)).isCloseTo(2.3263478740408408, within(1e-13));
    assertThat(Normal.quantile(0.025)).isCloseTo(-1.959963984540054, within(1e-13));
  }

  /** Bailey and López de Prado (2014): 100 trials, five years of days, annualised Sharpe 2.5. */
  @Test
  void thePublishedExampleOfADeflatedSharpeRatioIsReproduced() {
    double deviation = Math.sqrt(0.5 / 250);
    double sharpe = 2.5 / Math.sqrt(250);
    assertThat(Significance.expectedMaximumSharpe(deviation, 100))
        .isCloseTo(0.1132, within(0.00005));
    assertThat(Significance.deflatedSharpe(sharpe, deviation, 100, 1_250, -3, 10))
        .isCloseTo(0.9004, within(0.00005));
  }

  @Test
  void aTrialThatIsBetterEverywhereIsNotOverfitted() {
    List<double[]> trials = noise(20, 320, 1);
    double[] good = trials.get(3);
    for (int i = 0; i < good.length; i++) {
      good[i] += 1;
    }
    assertThat(Overfitting.probability(trials, Overfitting.BLOCKS)).isZero();
  }

  @Test
  void theBestOfNoiseFallsBelowTheMedianAboutEveryOtherTime() {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      sum += Overfitting.probability(noise(20, 320, seed), 8);
    }
    assertThat(sum / 20).isBetween(0.35, 0.65);
  }

  /**
   * Two blocks, two trials, each better in one of them: whatever is chosen, it is the wrong one.
   */
  @Test
  void trialsThatAreGoodInOneHalfOnlyAreOverfittedFully() {
    double[] early = {0.02, 0.01, -0.02, -0.01};
    double[] late = {-0.02, -0.01, 0.02, 0.01};
    assertThat(Overfitting.probability(List.of(early, late), 2)).isEqualTo(1);
  }

  @Test
  void theBootstrapSubtractsTheMeanAndIsTheSameForTheSameSeed() {
    double[] lucky = noise(1, 250, 9).getFirst();
    for (int i = 0; i < lucky.length; i++) {
      lucky[i] += 0.004;
    }
    double value = Significance.bootstrapPValue(lucky, 2_000, 42);
    assertThat(value).isLessThan(0.001);
    assertThat(Significance.bootstrapPValue(lucky, 2_000, 42)).isEqualTo(value);
  }

  @Test
  void theBootstrapOfNoEdgeIsSpreadEvenly() {
    double sum = 0;
    for (int seed = 0; seed < 60; seed++) {
      sum += Significance.bootstrapPValue(noise(1, 100, seed).getFirst(), 2_000, seed);
    }
    assertThat(sum / 60).isBetween(0.38, 0.62);
  }

  @Test
  void tooFewDrawsAreRefused() {
    assertThatThrownBy(() -> Significance.bootstrapPValue(new double[] {1}, 100, 1))
        .hasMessageContaining("2000");
  }

  private static List<double[]> noise(int trials, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> out = new ArrayList<>();
    for (int t = 0; t < trials; t++) {
      double[] returns = new double[length];
      for (int i = 0; i < length; i++) {
        returns[i] = 0.01 * random.nextGaussian();
      }
      out.add(returns);
    }
    return out;
  }
}
