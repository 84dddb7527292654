package org.candlewright.analytics;

import java.util.ArrayList;
import java.util.List;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: Bailey,
 * Borwein, López de Prado and Zhu, The Probability of Backtest Overfitting (2015).
 */
public final class Overfitting {
  /** Even blocks the time is cut into. */
  public static final int BLOCKS = 16;

  private Overfitting() {}

  /**
   * Share of splits of the blocks into halves in which the trial that is best by Sharpe ratio in
   * one half lies below the median of all trials in the other.
   *
   * @param trials returns of each trial over the same times; what does not fill a block is left out
   *     at the end
   */
  public static double probability(List<double[]> trials, int blocks) {
    if (trials.size() < 2 || blocks < 2 || blocks % 2 != 0 || blocks > BLOCKS) {
      throw new IllegalArgumentException("two trials and an even number of blocks are needed");
    }
    int length = trials.getFirst().length / blocks;
    if (length < 1 || trials.stream().anyMatch(t -> t.length != trials.getFirst().length)) {
      throw new IllegalArgumentException("each trial needs the same times, one a block or more");
    }
    List<BlockSums> sums = new ArrayList<>();
    trials.forEach(trial -> sums.add(new BlockSums(trial, blocks, length)));
    int splits = 0;
    int below = 0;
    for (int mask = 0; mask < 1 << blocks; mask++) {
      if (Integer.bitCount(mask) == blocks / 2) {
        splits++;
        below += bestFallsBelowMedian(sums, mask, ~mask & ((1 << blocks) - 1)) ? 1 : 0;
      }
    }
    return (double) below / splits;
  }

  private static boolean bestFallsBelowMedian(List<BlockSums> trials, int inside, int outside) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < trials.size(); i++) {
      double sharpe = trials.get(i).sharpe(inside);
      if (sharpe > highest) {
        highest = sharpe;
        best = i;
      }
    }
    double own = trials.get(best).sharpe(outside);
    double rank = 1;
    for (BlockSums trial : trials) {
      double other = trial.sharpe(outside);
      rank += other < own ? 1 : other == own && trial != trials.get(best) ? 0.5 : 0;
    }
    return rank / (trials.size() + 1) < 0.5;
  }

  /** Sums of a trial's blocks, so that a split costs a few additions. */
  private static final class BlockSums {
    private final double[] sum;
    private final double[] squares;
    private final int length;

    BlockSums(double[] returns, int blocks, int length) {
      this.sum = new double[blocks];
      this.squares = new double[blocks];
      this.length = length;
      for (int i = 0; i < blocks * length; i++) {
        sum[i / length] += returns[i];
        squares[i / length] += returns[i] * returns[i];
      }
    }

    double sharpe(int mask) {
      double total = 0;
      double totalSquares = 0;
      for (int block = 0; block < sum.length; block++) {
        if ((mask & 1 << block) != 0) {
          total += sum[block];
          totalSquares += squares[block];
        }
      }
      double count = (double) Integer.bitCount(mask) * length;
      double variance = (totalSquares - total * total / count) / (count - 1);
      return variance > 0 ? total / count / Math.sqrt(variance) : Math.signum(total);
    }
  }
}
