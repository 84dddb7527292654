package org.candlewright.analytics.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Likes stand beside likes on the heat map. */
class ClusteringTest {
  private static double[][] blocks(int[] groupOf) {
    double[][] correlation = new double[groupOf.length][groupOf.length];
    for (int i = 0; i < groupOf.length; i++) {
      for (int j = 0; j < groupOf.length; j++) {
        correlation[i][j] = i == j ? 1 : groupOf[i] == groupOf[j] ? 0.9 : 0.1;
      }
    }
    return correlation;
  }

  @Test
  void groupsThatMoveAlikeAreNotTornApart() {
    int[] groupOf = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
    List<Integer> seen = new ArrayList<>();
    for (int at : Clustering.order(blocks(groupOf))) {
      if (seen.isEmpty() || seen.getLast() != groupOf[at]) {
        seen.add(groupOf[at]);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void theClosestPairStandsTogetherAndTheOutsiderAtAnEnd() {
    double[][] correlation = {
      {1, 0.2, 0.95, 0.3},
      {0.2, 1, 0.1, 0.15},
      {0.95, 0.1, 1, 0.35},
      {0.3, 0.15, 0.35, 1}
    };
    List<Integer> order = Arrays.stream(Clustering.order(correlation)).boxed().toList();
    assertThat(Math.abs(order.indexOf(0) - order.indexOf(2))).isEqualTo(1);
    assertThat(order.indexOf(1)).isIn(0, 3);
    // 2 is closer to 3 than 0 is: that end of the pair faces it.
    assertThat(Math.abs(order.indexOf(2) - order.indexOf(3))).isEqualTo(1);
  }

  @Test
  void everyInstrumentStandsOnceHoweverLittleIsKnown() {
    SplittableRandom random = new SplittableRandom(3);
    for (int size = 0; size < 30; size++) {
      double[][] correlation = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          correlation[i][j] = random.nextInt(3) == 0 ? Double.NaN : 2 * random.nextDouble() - 1;
          correlation[j][i] = correlation[i][j];
        }
      }
      assertThat(Arrays.stream(Clustering.order(correlation)).sorted().toArray())
          .isEqualTo(IntStream.range(0, size).toArray());
    }
  }
}
