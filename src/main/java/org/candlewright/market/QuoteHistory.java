package org.candlewright.market;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Recorded best bid and ask of one instrument: what stood there after each millisecond in which it
 * changed. Immutable.
 *
 * @param tick of the prices
 * @param sizeDigits decimals of the sizes, which are in base coins
 * @param times epoch milliseconds, rising
 * @param bids ticks
 * @param asks ticks
 */
public record QuoteHistory(
    BigDecimal tick,
    int sizeDigits,
    long[] times,
    long[] bids,
    long[] asks,
    long[] bidSizes,
    long[] askSizes) {
  /** An older quote tells nothing of the market any more. */
  public static final long FRESH_MILLIS = 60_000;

  public int size() {
    return times.length;
  }

  /** The last quote at or before an instant, if it is not older than a minute; −1 without one. */
  public int at(long millis) {
    int found = Arrays.binarySearch(times, millis);
    int index = found >= 0 ? found : -found - 2;
    return index >= 0 && millis - times[index] <= FRESH_MILLIS ? index : -1;
  }

  /** Those inside the period, and the last before it. */
  public QuoteHistory within(Period period) {
    int from = first(period.fromMillis() - FRESH_MILLIS);
    int to = first(period.toMillis() + 1);
    return new QuoteHistory(
        tick,
        sizeDigits,
        Arrays.copyOfRange(times, from, to),
        Arrays.copyOfRange(bids, from, to),
        Arrays.copyOfRange(asks, from, to),
        Arrays.copyOfRange(bidSizes, from, to),
        Arrays.copyOfRange(askSizes, from, to));
  }

  private int first(long millis) {
    int found = Arrays.binarySearch(times, millis);
    return found >= 0 ? found : -found - 1;
  }

  /** Both together; where both have the same millisecond, this one's counts. */
  public QuoteHistory and(QuoteHistory other) {
    int digits = Math.max(sizeDigits, other.sizeDigits);
    long mine = BigDecimal.ONE.movePointRight(digits - sizeDigits).longValueExact();
    long theirs = BigDecimal.ONE.movePointRight(digits - other.sizeDigits).longValueExact();
    long[][] out = new long[5][size() + other.size()];
    int count = 0;
    int a = 0;
    int b = 0;
    while (a < size() || b < other.size()) {
      boolean own = b == other.size() || (a < size() && times[a] <= other.times[b]);
      if (own && b < other.size() && times[a] == other.times[b]) {
        b++;
      }
      QuoteHistory from = own ? this : other;
      int at = own ? a++ : b++;
      long scale = own ? mine : theirs;
      out[0][count] = from.times[at];
      out[1][count] = from.bids[at];
      out[2][count] = from.asks[at];
      out[3][count] = from.bidSizes[at] * scale;
      out[4][count++] = from.askSizes[at] * scale;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = Arrays.copyOf(out[i], count);
    }
    return new QuoteHistory(tick, digits, out[0], out[1], out[2], out[3], out[4]);
  }

  /** The same on a finer tick that divides this one. */
  public QuoteHistory onTick(BigDecimal finer) {
    if (finer.compareTo(tick) == 0) {
      return this;
    }
    long factor = tick.divide(finer).longValueExact();
    return new QuoteHistory(
        finer,
        sizeDigits,
        times,
        Arrays.stream(bids).map(each -> Math.multiplyExact(each, factor)).toArray(),
        Arrays.stream(asks).map(each -> Math.multiplyExact(each, factor)).toArray(),
        bidSizes,
        askSizes);
  }
}
