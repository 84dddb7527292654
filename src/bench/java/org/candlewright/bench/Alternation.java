package org.candlewright.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures contenders in turns, so that whatever else the machine does meets them all alike, and
 * gives the median of each.
 */
final class Alternation {
  private final List<Contender> contenders = new ArrayList<>();

  private record Contender(Runnable run, List<Long> times) {}

  /** Adds a contender; its number is the order of adding, from 0. */
  Alternation with(Runnable run) {
    contenders.add(new Contender(run, new ArrayList<>()));
    return this;
  }

  /**
   * Nanoseconds of one run of each contender, the median over the rounds.
   *
   * @param warmUps rounds whose times are dropped
   * @param rounds rounds that count, at least five
   */
  double[] medians(int warmUps, int rounds) {
    for (int round = -warmUps; round < rounds; round++) {
      for (Contender contender : contenders) {
        long before = System.nanoTime();
        contender.run.run();
        long time = System.nanoTime() - before;
        if (round >= 0) {
          contender.times.add(time);
        }
      }
    }
    return contenders.stream().mapToDouble(each -> median(each.times)).toArray();
  }

  private static double median(List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
