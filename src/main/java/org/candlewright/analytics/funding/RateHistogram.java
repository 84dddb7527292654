package org.candlewright.analytics.funding;

/**
 * How often rates fall into bins of equal width; the last bin holds its upper edge.
 *
 * @param edges one more than bins, ascending
 * @param counts rates in each bin
 */
public record RateHistogram(double[] edges, int[] counts) {
  /** Bins where nothing else is asked for. */
  public static final int BINS = 20;

  /**
   * Bins between the smallest and the largest rate; one bin if all are equal, none without rates.
   */
  public static RateHistogram of(double[] rates, int bins) {
    if (rates.length == 0) {
      return new RateHistogram(new double[] {0}, new int[0]);
    }
    double min = rates[0];
    double max = rates[0];
    for (double rate : rates) {
      min = Math.min(min, rate);
      max = Math.max(max, rate);
    }
    int used = max > min ? bins : 1;
    double[] edges = new double[used + 1];
    for (int i = 0; i <= used; i++) {
      edges[i] = i == used ? max : min + (max - min) * i / used;
    }
    int[] counts = new int[used];
    for (double rate : rates) {
      counts[binOf(rate, edges, used)]++;
    }
    return new RateHistogram(edges, counts);
  }

  /** The division may land a bin off where a rate lies on an edge; the edges decide. */
  private static int binOf(double rate, double[] edges, int bins) {
    double width = edges[bins] - edges[0];
    int bin = width > 0 ? (int) ((rate - edges[0]) / width * bins) : 0;
    bin = Math.clamp(bin, 0, bins - 1);
    if (rate < edges[bin]) {
      bin--;
    } else if (bin < bins - 1 && rate >= edges[bin + 1]) {
      bin++;
    }
    return bin;
  }
}
