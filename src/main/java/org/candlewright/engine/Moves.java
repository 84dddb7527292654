package org.candlewright.engine;

/**
 * Logarithmic returns from bar to bar of one series, of as many bars back as anybody looks. Each is
 * computed once, when it is first asked for, and every sum is a function of the bars alone, so that
 * it does not matter when and how often they are asked for.
 */
final class Moves {
  private static final int LANES = 4;

  private final long[] closes;
  private final double[] ring;
  private final int mask;
  private int from;
  private int to;

  private int summedFirst = -1;
  private int summedLast = -1;
  private double sum;
  private double squares;

  /**
   * @param bars that are looked back at most
   */
  Moves(long[] closes, int bars) {
    this.closes = closes;
    this.ring = new double[Integer.highestOneBit(Math.max(1, bars)) << 1];
    this.mask = ring.length - 1;
  }

  /** Sees to it that the returns of bars from one to another, both included, are there. */
  void prepare(int first, int last) {
    if (first < from || first > to) {
      from = first;
      to = first;
    }
    for (; to <= last; to++) {
      ring[to & mask] = StrictMath.log((double) closes[to] / closes[to - 1]);
    }
    from = Math.max(from, to - ring.length);
  }

  /** The return of a bar that was prepared over the one before it. */
  double of(int bar) {
    return ring[bar & mask];
  }

  /** Σ returns of bars that were prepared. */
  double sum(int first, int last) {
    sums(first, last);
    return sum;
  }

  /** Σ of their squares. */
  double squares(int first, int last) {
    sums(first, last);
    return squares;
  }

  private void sums(int first, int last) {
    if (first == summedFirst && last == summedLast) {
      return;
    }
    summedFirst = first;
    summedLast = last;
    sum = 0;
    squares = 0;
    for (int bar = first; bar <= last; bar++) {
      double move = ring[bar & mask];
      sum += move;
      squares += move * move;
    }
  }

  /**
   * Σ products with the returns of as many bars of another series; in lanes, because a single sum
   * waits for itself.
   */
  double products(int first, int count, Moves other, int otherFirst) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      a += of(first + i) * other.of(otherFirst + i);
      b += of(first + i + 1) * other.of(otherFirst + i + 1);
      c += of(first + i + 2) * other.of(otherFirst + i + 2);
      d += of(first + i + 3) * other.of(otherFirst + i + 3);
    }
    for (; i < count; i++) {
      a += of(first + i) * other.of(otherFirst + i);
    }
    return a + b + (c + d);
  }
}
