package org.candlewright.analytics.pairs;

import java.util.Arrays;

/** The bars two series have in common. An instance keeps its memory and belongs to one thread. */
final class PairAlignment {
  private long[] openTimes = new long[0];
  private double[] firstMerged = new double[0];
  private double[] secondMerged = new double[0];
  private double[] firstLogsMerged = new double[0];
  private double[] secondLogsMerged = new double[0];
  private double[] first = new double[0];
  private double[] second = new double[0];
  private double[] firstLogs = new double[0];
  private double[] secondLogs = new double[0];
  private int size;
  private Gaps gaps = new Gaps(0, 0, 0, 0);

  /** Lays both series side by side; series with the same bars are used as they are. */
  void align(PriceSeries a, PriceSeries b) {
    if (Arrays.equals(a.openTimes(), b.openTimes())) {
      size = a.size();
      openTimes = a.openTimes();
      first = a.levels();
      second = b.levels();
      firstLogs = a.logs();
      secondLogs = b.logs();
      gaps = a.gaps();
    } else {
      merge(a, b);
    }
  }

  private void merge(PriceSeries a, PriceSeries b) {
    int most = Math.min(a.size(), b.size());
    long[] times = new long[most];
    reserve(most);
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      long left = a.openTimes()[i];
      long right = b.openTimes()[j];
      if (left == right) {
        times[count] = left;
        firstMerged[count] = a.levels()[i];
        secondMerged[count] = b.levels()[j];
        firstLogsMerged[count] = a.logs()[i];
        secondLogsMerged[count] = b.logs()[j];
        count++;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    size = count;
    openTimes = times;
    first = firstMerged;
    second = secondMerged;
    firstLogs = firstLogsMerged;
    secondLogs = secondLogsMerged;
    gaps = Gaps.in(times, count, a.timeframe());
  }

  private void reserve(int most) {
    if (firstMerged.length < most) {
      firstMerged = new double[most];
      secondMerged = new double[most];
      firstLogsMerged = new double[most];
      secondLogsMerged = new double[most];
    }
  }

  /** Bars in common; only so many values of the arrays count. */
  int size() {
    return size;
  }

  long[] openTimes() {
    return openTimes;
  }

  double[] first() {
    return first;
  }

  double[] second() {
    return second;
  }

  double[] firstLogs() {
    return firstLogs;
  }

  double[] secondLogs() {
    return secondLogs;
  }

  Gaps gaps() {
    return gaps;
  }
}
