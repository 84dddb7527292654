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

  /** A level's minima and maxima. */
  private record Extremes(double[] minima, double[] maxima) {
    static Extremes of(int size) {
      int count = (size + FACTOR - 1) >> SHIFT;
      return new Extremes(new double[count], new double[count]);
    }
  }

  /**
   * @param first the lowest level
   */
  private Pyramid(Column lows, Column highs, int size, Extremes first) {
    this.lows = lows;
    this.highs = highs;
    this.size = size;
    int levels = 0;
    for (long n = size; n > FACTOR; n = (n + FACTOR - 1) >> SHIFT) {
      levels++;
    }
    this.minima = new double[levels][];
    this.maxima = new double[levels][];
    Extremes extremes = first;
    for (int level = 0; level < levels; level++) {
      minima[level] = extremes.minima();
      maxima[level] = extremes.maxima();
      extremes = level + 1 < levels ? join(extremes) : extremes;
    }
  }

  /** The lowest level of columns of any kind; a single column is read once. */
  private static Extremes first(Column lows, Column highs, int size) {
    boolean one = lows == highs;
    Extremes level = Extremes.of(size);
    for (int i = 0; i < level.minima().length; i++) {
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
      level.minima()[i] = min;
      level.maxima()[i] = max;
    }
    return level;
  }

  /** The same of whole numbers, without a call for each: a tenth of the time. */
  private static Extremes first(long[] lows, long[] highs, int size) {
    Extremes level = Extremes.of(size);
    for (int i = 0; i < level.minima().length; i++) {
      int begin = i << SHIFT;
      int end = Math.min(size, begin + FACTOR);
      long min = lows[begin];
      long max = highs[begin];
      for (int j = begin + 1; j < end; j++) {
        min = Math.min(min, lows[j]);
        max = Math.max(max, highs[j]);
      }
      level.minima()[i] = min;
      level.maxima()[i] = max;
    }
    return level;
  }

  /** A level from the one below it. */
  private static Extremes join(Extremes below) {
    double[] min = below.minima();
    double[] max = below.maxima();
    Extremes level = Extremes.of(min.length);
    for (int i = 0; i < level.minima().length; i++) {
      int begin = i << SHIFT;
      int end = Math.min(min.length, begin + FACTOR);
      double least = min[begin];
      double most = max[begin];
      for (int j = begin + 1; j < end; j++) {
        least = min[j] < least ? min[j] : least;
        most = max[j] > most ? max[j] : most;
      }
      level.minima()[i] = least;
      level.maxima()[i] = most;
    }
    return level;
  }

  /** A pyramid over one column. */
  public static Pyramid of(Column values, int size) {
    return of(values, values, size);
  }

  /** A pyramid over lows and highs. */
  public static Pyramid of(Column lows, Column highs, int size) {
    return new Pyramid(lows, highs, size, first(lows, highs, size));
  }

  /** A pyramid over the first entries of a column of whole numbers. */
  public static Pyramid of(long[] values, int size) {
    return of(values, values, size);
  }

  /** A pyramid over the first entries of columns of lows and highs. */
  public static Pyramid of(long[] lows, long[] highs, int size) {
    return new Pyramid(at -> lows[at], at -> highs[at], size, first(lows, highs, size));
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
