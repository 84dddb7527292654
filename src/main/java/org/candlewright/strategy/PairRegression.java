package org.candlewright.strategy;

/**
 * Least squares of the first leg's logarithm on the second's, over the time before a bar, that bar
 * excluded. Sums slide from bar to bar, measured from a value of the window so that nothing
 * cancels, and begin anew at fixed times; so they neither drift nor depend on where one starts.
 */
final class PairRegression {
  private static final int ANEW = 256;

  private final PairBars bars;
  private final long windowMillis;
  private int at = -1;
  private int low;
  private double firstBase;
  private double secondBase;
  private double first;
  private double second;
  private double firstSquares;
  private double secondSquares;
  private double cross;

  PairRegression(PairBars bars, long windowMillis) {
    this.bars = bars;
    this.windowMillis = windowMillis;
  }

  /** Turns to the window before a joined bar. */
  void moveTo(int bar) {
    int anchor = anchor(bar);
    if (at < anchor || at > bar) {
      begin(anchor);
    }
    while (at < bar) {
      take(at++, 1);
      drop();
    }
  }

  /** The first joined bar of the stretch of 256 bars' time that a bar lies in. */
  private int anchor(int bar) {
    long stretch = ANEW * bars.barMillis();
    return bars.firstAtOrAfter(Math.floorDiv(bars.time(bar), stretch) * stretch);
  }

  private void begin(int bar) {
    at = bar;
    low = bars.firstAtOrAfter(bars.time(bar) - windowMillis);
    firstBase = bars.firstLog(low);
    secondBase = bars.secondLog(low);
    first = 0;
    second = 0;
    firstSquares = 0;
    secondSquares = 0;
    cross = 0;
    for (int i = low; i < bar; i++) {
      take(i, 1);
    }
  }

  private void drop() {
    long oldest = bars.time(at) - windowMillis;
    while (low < at && bars.time(low) < oldest) {
      take(low++, -1);
    }
  }

  private void take(int bar, int sign) {
    double a = bars.firstLog(bar) - firstBase;
    double b = bars.secondLog(bar) - secondBase;
    first += sign * a;
    second += sign * b;
    firstSquares += sign * (a * a);
    secondSquares += sign * (b * b);
    cross += sign * (a * b);
  }

  /** Joined bars in the window. */
  int size() {
    return at - low;
  }

  /** The first joined bar of the window. */
  int low() {
    return low;
  }

  /** Whether the second leg moved at all, so that there is a slope. */
  boolean moved() {
    return secondSquares - second * second / size() > 0;
  }

  /** The hedge ratio. */
  double slope() {
    int size = size();
    return (cross - first * second / size) / (secondSquares - second * second / size);
  }

  /** Where the line cuts the first leg's axis. */
  double intercept() {
    int size = size();
    return firstBase + first / size - slope() * (secondBase + second / size);
  }
}
