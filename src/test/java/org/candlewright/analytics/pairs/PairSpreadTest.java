package org.candlewright.analytics.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn of a pair, against sums written out plainly. */
class PairSpreadTest {
  private static final int SIZE = 300;

  private final Walks walks = new Walks(11);
  private final double[] anchor = walks.walk(SIZE);
  private final double[] follower = follower();
  private final PriceSeries first = Walks.series("A", follower);
  private final PriceSeries second = Walks.series("B", anchor);
  private final PairFigures figures =
      new PairScreening(ScreeningSettings.defaults())
          .screen(List.of(first, second), PairScreening.Progress.NONE, () -> false)
          .getFirst()
          .figures()
          .orElseThrow();
  private final PairSpread drawn = PairSpread.of(first, second, figures);

  private double[] follower() {
    double[] prices = new double[SIZE];
    double spread = 0;
    for (int i = 0; i < SIZE; i++) {
      spread = 0.8 * spread + 0.02 * walks.gaussian();
      prices[i] = 3 * anchor[i] * StrictMath.exp(spread);
    }
    return prices;
  }

  /** Residuals of a least-squares line through both, by the normal equations. */
  private double[] residuals() {
    double[] y = logs(figures.firstDependent() ? follower : anchor);
    double[] x = logs(figures.firstDependent() ? anchor : follower);
    double sumX = Arrays.stream(x).sum();
    double sumY = Arrays.stream(y).sum();
    double sumXx = Arrays.stream(x).map(value -> value * value).sum();
    double sumXy = IntStream.range(0, SIZE).mapToDouble(i -> x[i] * y[i]).sum();
    double slope = (SIZE * sumXy - sumX * sumY) / (SIZE * sumXx - sumX * sumX);
    double constant = (sumY - slope * sumX) / SIZE;
    return IntStream.range(0, SIZE).mapToDouble(i -> y[i] - slope * x[i] - constant).toArray();
  }

  private static double[] logs(double[] prices) {
    return Arrays.stream(prices).map(StrictMath::log).toArray();
  }

  private static double[] scores(double[] residuals) {
    double squares = Arrays.stream(residuals).map(value -> value * value).sum();
    double deviation = Math.sqrt(squares / (SIZE - 1));
    return Arrays.stream(residuals).map(value -> value / deviation).toArray();
  }

  @Test
  void theSpreadIsWhatALeastSquaresLineLeaves() {
    assertThat(drawn.spread()).containsExactly(residuals(), within(1e-9));
    assertThat(drawn.first()).containsExactly(follower, within(1e-12));
    assertThat(drawn.second()).containsExactly(anchor, within(1e-12));
  }

  @Test
  void zScoresAreTheSpreadInItsSampleDeviations() {
    double[] expected = scores(residuals());
    assertThat(drawn.zScores()).containsExactly(expected, within(1e-7));
    assertThat(figures.zScore()).isCloseTo(expected[SIZE - 1], within(1e-7));
  }

  @Test
  void crossingsAndTheShareBeyondTwoAreCounted() {
    double[] expected = scores(residuals());
    long crossings =
        IntStream.range(1, SIZE).filter(i -> expected[i] > 0 != expected[i - 1] > 0).count();
    long beyond = Arrays.stream(expected).filter(z -> Math.abs(z) > 2).count();
    assertThat(drawn.crossings()).isEqualTo((int) crossings);
    assertThat(drawn.beyondTwo()).isCloseTo((double) beyond / SIZE, within(1e-12));
  }

  @Test
  void onlyBarsThatBothHaveAreDrawn() {
    long[] later = IntStream.range(0, SIZE).mapToLong(i -> (i + 100) * Walks.HOUR).toArray();
    PairSpread part = PairSpread.of(first, Walks.series("B", later, anchor), figures);
    assertThat(part.openTimes()).hasSize(SIZE - 100);
    assertThat(part.openTimes()[0]).isEqualTo(100 * Walks.HOUR);
    assertThat(part.first()[0]).isCloseTo(follower[100], within(1e-12));
  }
}
