package org.candlewright.market;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Settled funding of one perpetual, oldest first.
 *
 * <p>Times are epoch milliseconds rounded to the minute (venues stamp up to a second late). The
 * interval of a settlement is its distance to the one before if that is 1, 2, 4 or 8 hours, else
 * the last known, at first 8: never the next, which would be look-ahead.
 */
public final class FundingHistory {
  private static final long HOUR = 3_600_000L;
  private static final FundingHistory NONE =
      new FundingHistory(0, new long[0], new long[0], new BigDecimal[0]);

  private final int size;
  private final long[] times;
  private final long[] originalTimes;
  private final BigDecimal[] rates;
  private final long[] rateUnits;
  private final double[] rateValues;
  private final int[] intervalHours;

  /**
   * @param times settlement times rounded to the minute, strictly ascending
   * @param originalTimes the stamps as given
   * @param rates fraction per interval, as given; positive is paid by longs
   */
  public FundingHistory(int size, long[] times, long[] originalTimes, BigDecimal[] rates) {
    this.size = size;
    this.times = times;
    this.originalTimes = originalTimes;
    this.rates = rates;
    this.rateUnits = new long[size];
    this.rateValues = new double[size];
    this.intervalHours = new int[size];
    int known = 8;
    for (int i = 0; i < size; i++) {
      rateUnits[i] = Exact.scaled(rates[i], 12);
      rateValues[i] = rates[i].doubleValue();
      if (i > 0) {
        long distance = times[i] - times[i - 1];
        if (distance == HOUR
            || distance == 2 * HOUR
            || distance == 4 * HOUR
            || distance == 8 * HOUR) {
          known = (int) (distance / HOUR);
        }
      }
      intervalHours[i] = known;
    }
  }

  public static FundingHistory none() {
    return NONE;
  }

  /** A settlement stamp rounded to the nearest minute. */
  public static long roundToMinute(long epochMillis) {
    return Math.floorDiv(epochMillis + 30_000L, 60_000L) * 60_000L;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long time(int index) {
    return times[index];
  }

  public long originalTime(int index) {
    return originalTimes[index];
  }

  /** The rate as given, a fraction per interval. */
  public BigDecimal rate(int index) {
    return rates[index];
  }

  /** The rate as an integer of 1e-12, as payments use it. */
  public long rateUnits(int index) {
    return rateUnits[index];
  }

  /** The double nearest to the rate as given, for statistics. */
  public double rateValue(int index) {
    return rateValues[index];
  }

  /** Hours between settlements, as known at this one: 1, 2, 4 or 8. */
  public int intervalHours(int index) {
    return intervalHours[index];
  }

  /** Index of the first settlement at or after the given time; {@link #size()} if none. */
  public int firstAtOrAfter(long epochMillis) {
    int at = Arrays.binarySearch(times, 0, size, epochMillis);
    return at >= 0 ? at : -at - 1;
  }
}
