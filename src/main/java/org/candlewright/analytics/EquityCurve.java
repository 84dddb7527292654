package org.candlewright.analytics;

import java.util.Arrays;
import java.util.List;
import org.candlewright.engine.DayRow;

/**
 * Equity at points of time, the first of them the capital at the start. Returns are simple; they
 * end where equity is no longer above zero, because nothing can be returned on it.
 */
public final class EquityCurve {
  private static final long DAY = 86_400_000L;

  private final long[] millis;
  private final long[] equity;
  private final double[] returns;

  EquityCurve(long[] millis, long[] equity) {
    this.millis = millis;
    this.equity = equity;
    this.returns = simpleReturns(equity);
  }

  /**
   * The capital, then equity at each midnight that ends a whole day.
   *
   * @param firstMillis open of the first bar
   * @param endMillis end of the last bar; a day it cuts is left out
   */
  public static EquityCurve daily(
      long capital, long firstMillis, List<DayRow> days, long endMillis) {
    int whole = 0;
    while (whole < days.size() && days.get(whole).dayMillis() + DAY <= endMillis) {
      whole++;
    }
    long[] millis = new long[whole + 1];
    long[] equity = new long[whole + 1];
    millis[0] = firstMillis;
    equity[0] = capital;
    for (int i = 0; i < whole; i++) {
      millis[i + 1] = days.get(i).dayMillis() + DAY;
      equity[i + 1] = days.get(i).equity();
    }
    return new EquityCurve(millis, equity);
  }

  private static double[] simpleReturns(long[] equity) {
    double[] out = new double[Math.max(0, equity.length - 1)];
    for (int i = 1; i < equity.length; i++) {
      if (equity[i - 1] <= 0) {
        return Arrays.copyOf(out, i - 1);
      }
      out[i - 1] = equity[i] / (double) equity[i - 1] - 1;
    }
    return out;
  }

  int size() {
    return equity.length;
  }

  long millis(int index) {
    return millis[index];
  }

  /** Money units. */
  long equity(int index) {
    return equity[index];
  }

  long last() {
    return equity[equity.length - 1];
  }

  /** Simple returns between neighbouring points. */
  double[] returns() {
    return returns;
  }

  /** Whether equity fell to zero or below before the last point. */
  boolean wipedOut() {
    return returns.length < equity.length - 1;
  }
}
