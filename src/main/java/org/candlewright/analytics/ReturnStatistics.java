package org.candlewright.analytics;

import java.util.Arrays;

/** Moments and quantiles of simple returns, summed in one fixed order. */
final class ReturnStatistics {
  private final double[] returns;
  final int count;
  final double mean;

  /** Σ (r − mean)². */
  final double squares;

  final double gains;
  final double losses;

  ReturnStatistics(double[] returns) {
    this.returns = returns;
    this.count = returns.length;
    double sum = 0;
    double up = 0;
    double down = 0;
    for (double each : returns) {
      sum += each;
      up += Math.max(0, each);
      down += Math.max(0, -each);
    }
    this.mean = sum / count;
    this.gains = up;
    this.losses = down;
    double total = 0;
    for (double each : returns) {
      total += (each - mean) * (each - mean);
    }
    this.squares = total;
  }

  double sampleDeviation() {
    return Math.sqrt(squares / (count - 1));
  }

  double populationDeviation() {
    return Math.sqrt(squares / count);
  }

  /** √(Σ min(0, r − target)² / n) over all n. */
  double downsideDeviation(double target) {
    double total = 0;
    for (double each : returns) {
      double below = Math.min(0, each - target);
      total += below * below;
    }
    return Math.sqrt(total / count);
  }

  /** Third standardised moment, population. */
  double skewness() {
    double total = 0;
    for (double each : returns) {
      double away = each - mean;
      total += away * away * away;
    }
    double deviation = populationDeviation();
    return total / count / (deviation * deviation * deviation);
  }

  /** Fourth standardised moment, population: 3 for a normal distribution, never less 3. */
  double rawKurtosis() {
    double total = 0;
    for (double each : returns) {
      double square = (each - mean) * (each - mean);
      total += square * square;
    }
    double variance = squares / count;
    return total / count / (variance * variance);
  }

  /** Quantile by linear interpolation between order statistics at (n − 1) × share. */
  double quantile(double share) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    double at = (count - 1) * share;
    int below = (int) Math.floor(at);
    int above = Math.min(count - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
