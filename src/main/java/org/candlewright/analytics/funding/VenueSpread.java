package org.candlewright.analytics.funding;

import java.util.Arrays;

/**
 * Funding of the same asset on two venues at equal intervals: the sum of each venue's rates over
 * every eight hours that both fully cover.
 *
 * @param ends ends of those eight hours, epoch milliseconds UTC
 * @param first what a long paid on the first venue over them
 * @param second the same on the second
 * @param annualised mean of first − second, times the eight hours in 365 days; NaN without any
 */
public record VenueSpread(long[] ends, double[] first, double[] second, double annualised) {
  private static final long HOUR = 3_600_000L;
  private static final long EIGHT_HOURS = 8 * HOUR;
  private static final double A_YEAR = 365 * 3;

  public static VenueSpread of(FundingSeries one, FundingSeries other) {
    Buckets a = Buckets.of(one);
    Buckets b = Buckets.of(other);
    int most = Math.min(a.count, b.count);
    long[] ends = new long[most];
    double[] first = new double[most];
    double[] second = new double[most];
    int count = 0;
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < a.count && j < b.count) {
      long left = a.ends[i];
      long right = b.ends[j];
      if (left == right) {
        ends[count] = left;
        first[count] = a.sums[i];
        second[count] = b.sums[j];
        sum += first[count] - second[count];
        count++;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return new VenueSpread(
        Arrays.copyOf(ends, count),
        Arrays.copyOf(first, count),
        Arrays.copyOf(second, count),
        count == 0 ? Double.NaN : sum / count * A_YEAR);
  }

  /** Sums over eight hours ending at 00, 08 and 16 UTC; only those fully covered are kept. */
  private static final class Buckets {
    private final long[] ends;
    private final double[] sums;
    private int count;

    private Buckets(int most) {
      ends = new long[most];
      sums = new double[most];
    }

    static Buckets of(FundingSeries series) {
      Buckets buckets = new Buckets(series.size());
      long end = Long.MIN_VALUE;
      double sum = 0;
      long hours = 0;
      for (int i = 0; i < series.size(); i++) {
        long bucket = Math.ceilDiv(series.time(i), EIGHT_HOURS) * EIGHT_HOURS;
        if (bucket != end) {
          buckets.add(end, sum, hours);
          end = bucket;
          sum = 0;
          hours = 0;
        }
        sum += series.rate(i);
        hours += series.hours(i);
      }
      buckets.add(end, sum, hours);
      return buckets;
    }

    private void add(long end, double sum, long hours) {
      if (hours == 8) {
        ends[count] = end;
        sums[count++] = sum;
      }
    }
  }
}
