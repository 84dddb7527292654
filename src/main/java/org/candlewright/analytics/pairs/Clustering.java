package org.candlewright.analytics.pairs;

import java.util.ArrayList;
import java.util.List;

/**
 * An order in which what moves alike stands side by side: agglomerative clustering by average
 * linkage (Sokal and Michener 1958) of the distance 1 − correlation, leaves read from left to right
 * with the closer ends joined.
 */
public final class Clustering {
  private Clustering() {}

  /**
   * Indices in that order.
   *
   * @param correlation symmetric; NaN where unknown, which counts as no correlation
   */
  public static int[] order(double[][] correlation) {
    List<int[]> clusters = new ArrayList<>();
    for (int i = 0; i < correlation.length; i++) {
      clusters.add(new int[] {i});
    }
    double[][] likeness = new double[correlation.length][correlation.length];
    for (int i = 0; i < correlation.length; i++) {
      for (int j = 0; j < correlation.length; j++) {
        likeness[i][j] = known(correlation, i, j);
      }
    }
    while (clusters.size() > 1) {
      int left = 0;
      int right = 1;
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          if (likeness[i][j] > likeness[left][right]) {
            left = i;
            right = j;
          }
        }
      }
      merge(clusters, likeness, left, right, correlation);
    }
    return clusters.isEmpty() ? new int[0] : clusters.getFirst();
  }

  private static double known(double[][] correlation, int i, int j) {
    return Double.isNaN(correlation[i][j]) ? 0 : correlation[i][j];
  }

  /** Joins two clusters in the place of the first; the last takes the place of the second. */
  private static void merge(
      List<int[]> clusters, double[][] likeness, int left, int right, double[][] correlation) {
    int a = clusters.get(left).length;
    int b = clusters.get(right).length;
    for (int k = 0; k < clusters.size(); k++) {
      double mean = (a * likeness[left][k] + b * likeness[right][k]) / (a + b);
      likeness[left][k] = mean;
      likeness[k][left] = mean;
    }
    clusters.set(left, joined(clusters.get(left), clusters.get(right), correlation));
    int last = clusters.size() - 1;
    clusters.set(right, clusters.get(last));
    for (int k = 0; k < clusters.size(); k++) {
      likeness[right][k] = likeness[last][k];
      likeness[k][right] = likeness[k][last];
    }
    clusters.remove(last);
  }

  /** Turned so that the two ends that meet are the most alike. */
  private static int[] joined(int[] one, int[] other, double[][] correlation) {
    double best = Double.NEGATIVE_INFINITY;
    int[] chosen = one;
    for (int[] first : List.of(one, turned(one))) {
      for (int[] second : List.of(other, turned(other))) {
        double meeting = known(correlation, first[first.length - 1], second[0]);
        if (meeting > best) {
          best = meeting;
          chosen = java.util.Arrays.copyOf(first, first.length + second.length);
          System.arraycopy(second, 0, chosen, first.length, second.length);
        }
      }
    }
    return chosen;
  }

  private static int[] turned(int[] order) {
    int[] turned = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      turned[i] = order[order.length - 1 - i];
    }
    return turned;
  }
}
