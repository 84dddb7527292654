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

  private int size;
  private int knownInterval = 8;
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
    this.times = times;
    this.originalTimes = originalTimes;
    this.rates = rates;
    int capacity = times.length;
    this.rateUnits = new long[capacity];
    this.rateValues = new double[capacity];
    this.intervalHours = new int[capacity];
    for (int i = 0; i < size; i++) {
      note(i);
    }
    this.size = size;
  }

  private void note(int i) {
    rateUnits[i] = Exact.scaled(rates[i], 12);
    rateValues[i] = rates[i].doubleValue();
    if (i > 0) {
      long distance = times[i] - times[i - 1];
      if (distance == HOUR
          || distance == 2 * HOUR
          || distance == 4 * HOUR
          || distance == 8 * HOUR) {
        knownInterval = (int) (distance / HOUR);
      }
    }
    intervalHours[i] = knownInterval;
  }

  /**
   * A history that begins with the settlements of another and takes more at its end.
   *
   * @param capacity settlements it can hold in all
   */
  public static FundingHistory growing(FundingHistory history, int capacity) {
    int room = Math.max(capacity, history.size);
    FundingHistory grown =
        new FundingHistory(0, new long[room], new long[room], new BigDecimal[room]);
    for (int i = 0; i < history.size; i++) {
      grown.append(history.times[i], history.originalTimes[i], history.rates[i]);
    }
    return grown;
  }

  /** Adds a settlement at the end, its time rounded to the minute and as given. */
  public void append(long time, long originalTime, BigDecimal rate) {
    if (size == times.length || (size > 0 && time <= times[size - 1])) {
      throw new IllegalStateException("a settlement does not follow the last, or there is no room");
    }
    times[size] = time;
    originalTimes[size] = originalTime;
    rates[size] = rate;
    note(size);
    size++;
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
