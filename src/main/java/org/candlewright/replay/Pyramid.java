package org.candlewright.replay;

/**
 * Level of detail of a column: exact minimum and maximum of any range in a time that grows with the
 * logarithm of its length. Each level holds the extremes of four entries of the one below; together
 * they take two thirds of the column. Values that are not numbers count for nothing.
 */
public final class Pyramid {
  private static final int SHIFT = 2;
  private static final int FACTOR = 1 << SHIFT;

  private final Column lows;
  private final Column highs;
  private final int size;
  private final double[][] minima;
  private final double[][] maxima;

  /** Values by index. */
  @FunctionalInterface
  public interface Column {
    double at(int index);
  }

  private Pyramid(Column lows, Column highs, int size) {
    this.lows = lows;
    this.highs = highs;
    this.size = size;
    int levels = 0;
    for (long n = size; n > FACTOR; n = (n + FACTOR - 1) >> SHIFT) {
      levels++;
    }
    this.minima = new double[levels][];
    this.maxima = new double[levels][];
    int below = size;
    for (int level = 0; level < levels; level++) {
      int count = (below + FACTOR - 1) >> SHIFT;
      minima[level] = new double[count];
      maxima[level] = new double[count];
      if (level == 0) {
        first(count);
      } else {
        join(level, below);
      }
      below = count;
    }
  }

  /** The lowest level, from the columns; a single column is read once. */
  private void first(int count) {
    boolean one = lows == highs;
    for (int i = 0; i < count; i++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      int end = Math.min(size, (i + 1) << SHIFT);
      for (int j = i << SHIFT; j < end; j++) {
        double low = lows.at(j);
        double high = one ? low : highs.at(j);
        // Comparisons with what is no number are false, so that it counts for nothing.
        min = low < min ? low : min;
        max = high > max ? high : max;
      }
      minima[0][i] = min;
      maxima[0][i] = max;
    }
  }

  /** A level from the one below it. */
  private void join(int level, int below) {
    double[] min = minima[level - 1];
    double[] max = maxima[level - 1];
    for (int j = 0; j < below; j++) {
      int i = j >> SHIFT;
      boolean begins = (j & (FACTOR - 1)) == 0;
      minima[level][i] = begins || min[j] < minima[level][i] ? min[j] : minima[level][i];
      maxima[level][i] = begins || max[j] > maxima[level][i] ? max[j] : maxima[level][i];
    }
  }

  /** A pyramid over one column. */
  public static Pyramid of(Column values, int size) {
    return new Pyramid(values, values, size);
  }

  /** A pyramid over lows and highs. */
  public static Pyramid of(Column lows, Column highs, int size) {
    return new Pyramid(lows, highs, size);
  }

  /** Extremes of a range; positive infinity and negative infinity where it holds no number. */
  public static final class Range {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;

    public double min() {
      return min;
    }

    public double max() {
      return max;
    }

    public boolean isEmpty() {
      return min > max;
    }

    /** Forgets what was included, so that the range can be used again. */
    public Range clear() {
      min = Double.POSITIVE_INFINITY;
      max = Double.NEGATIVE_INFINITY;
      return this;
    }

    /** Takes a value in; one that is not a number changes nothing. */
    public void include(double value) {
      if (value < min) {
        min = value;
      }
      if (value > max) {
        max = value;
      }
    }
  }

  public int size() {
    return size;
  }

  /** Takes the extremes of entries [from, to) into a range. */
  public void include(int from, int to, Range range) {
    int low = Math.max(0, from);
    int high = Math.min(size, to);
    int level = -1;
    while (low < high) {
      while (low < high && ((low & (FACTOR - 1)) != 0 || level + 1 == minima.length)) {
        include(range, level, low++);
      }
      while (low < high && (high & (FACTOR - 1)) != 0) {
        include(range, level, --high);
      }
      low >>= SHIFT;
      high >>= SHIFT;
      level++;
    }
  }

  private void include(Range range, int level, int index) {
    if (level < 0) {
      range.include(lows.at(index));
      range.include(highs.at(index));
    } else {
      range.include(minima[level][index]);
      range.include(maxima[level][index]);
    }
  }
}
