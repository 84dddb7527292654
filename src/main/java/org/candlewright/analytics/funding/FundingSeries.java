package org.candlewright.analytics.funding;

import org.candlewright.market.FundingHistory;
import org.candlewright.market.Period;

/**
 * Settled rates of one perpetual within a period, with the interval each of them pays for.
 *
 * <p>The interval is the distance to the settlement before if that is 1, 2, 4 or 8 hours, else the
 * last known. Looking back on a whole period, two things are known that a run at its time cannot
 * know: the first settlement pays for the interval that follows it, and one longer distance between
 * shorter ones is a settlement that is missing, not a new interval. Stretches without settlements
 * are left out of what is covered.
 */
public final class FundingSeries {
  private static final long HOUR = 3_600_000L;

  private final int size;
  private final long[] times;
  private final double[] rates;
  private final long[] rateUnits;
  private final int[] hours;
  private final long coveredHours;

  private FundingSeries(FundingHistory history, int from, int to, int[] intervals) {
    this.size = to - from;
    this.times = new long[size];
    this.rates = new double[size];
    this.rateUnits = new long[size];
    this.hours = new int[size];
    long covered = 0;
    for (int i = 0; i < size; i++) {
      times[i] = history.time(from + i);
      rates[i] = history.rateValue(from + i);
      rateUnits[i] = history.rateUnits(from + i);
      hours[i] = intervals[from + i];
      covered += hours[i];
    }
    this.coveredHours = covered;
  }

  /** The settlements in a period; what lies before it only tells intervals. */
  public static FundingSeries of(FundingHistory history, Period period) {
    int from = history.firstAtOrAfter(period.fromMillis());
    int to = history.firstAtOrAfter(period.toMillis());
    return new FundingSeries(history, from, to, intervals(history));
  }

  private static int[] intervals(FundingHistory history) {
    int[] intervals = new int[history.size()];
    int known = 0;
    int firstKnown = 0;
    for (int i = 1; i < intervals.length; i++) {
      int distance = distance(history, i);
      if (distance > 0 && !isHole(history, i, distance, known)) {
        known = distance;
        firstKnown = firstKnown == 0 ? known : firstKnown;
      }
      intervals[i] = known;
    }
    for (int i = 0; i < intervals.length && intervals[i] == 0; i++) {
      intervals[i] = firstKnown;
    }
    return intervals;
  }

  /** Hours since the settlement before, if that is a customary interval, else 0. */
  private static int distance(FundingHistory history, int index) {
    long millis = history.time(index) - history.time(index - 1);
    boolean customary =
        millis == HOUR || millis == 2 * HOUR || millis == 4 * HOUR || millis == 8 * HOUR;
    return customary ? (int) (millis / HOUR) : 0;
  }

  /** Whether a distance is longer than the interval known, which the next one returns to. */
  private static boolean isHole(FundingHistory history, int index, int distance, int known) {
    if (known == 0 || distance <= known || index + 1 >= history.size()) {
      return false;
    }
    int next = distance(history, index + 1);
    return next > 0 && next <= known;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Settlement time, epoch milliseconds UTC. */
  public long time(int index) {
    return times[index];
  }

  /** Rate as settled, a fraction per interval. */
  public double rate(int index) {
    return rates[index];
  }

  /** Rate as an integer of 1e-12. */
  public long rateUnits(int index) {
    return rateUnits[index];
  }

  /** Hours that the settlement pays for; 0 if no second settlement tells. */
  public int hours(int index) {
    return hours[index];
  }

  /** The rate brought to eight hours, so that different intervals compare. */
  public double rate8h(int index) {
    return hours[index] == 8 ? rates[index] : rates[index] * 8 / hours[index];
  }

  /** Hours that all settlements pay for together, gaps left out. */
  public long coveredHours() {
    return coveredHours;
  }

  /** Hours between first and last settlement that none pays for. */
  public long gapHours() {
    return size == 0 || hours[0] == 0
        ? 0
        : (times[size - 1] - times[0]) / HOUR + hours[0] - coveredHours;
  }

  /** The commonest interval in hours, the shorter of equals; 0 if unknown. */
  public int commonestHours() {
    int[] counts = new int[9];
    for (int hour : hours) {
      counts[hour]++;
    }
    int commonest = 0;
    for (int hour = 8; hour > 0; hour--) {
      if (counts[hour] > 0 && counts[hour] >= counts[commonest]) {
        commonest = hour;
      }
    }
    return commonest;
  }

  /** Whether settlements in the period pay for different intervals. */
  public boolean changesInterval() {
    for (int i = 1; i < size; i++) {
      if (hours[i] != hours[0]) {
        return true;
      }
    }
    return false;
  }

  /** A copy of all rates as settled. */
  public double[] rates() {
    return rates.clone();
  }

  /** All rates brought to eight hours. */
  public double[] rates8h() {
    double[] all = new double[size];
    for (int i = 0; i < size; i++) {
      all[i] = rate8h(i);
    }
    return all;
  }
}
