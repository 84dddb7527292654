package org.candlewright.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures contenders in turns, so that whatever else the machine does meets them all alike, and
 * gives the median of each.
 */
final class Alternation {
  private final Map<String, Runnable> contenders = new LinkedHashMap<>();

  Alternation with(String name, Runnable run) {
    contenders.put(name, run);
    return this;
  }

  /**
   * @param warmUps rounds whose times are dropped
   * @param rounds rounds that count, at least five
   * @return nanoseconds of one run by name, the median over the rounds
   */
  Map<String, Double> medians(int warmUps, int rounds) {
    Map<String, double[]> times = new LinkedHashMap<>();
    contenders.keySet().forEach(name -> times.put(name, new double[rounds]));
    for (int round = -warmUps; round < rounds; round++) {
      for (Map.Entry<String, Runnable> contender : contenders.entrySet()) {
        long before = System.nanoTime();
        contender.getValue().run();
        long time = System.nanoTime() - before;
        if (round >= 0) {
          times.get(contender.getKey())[round] = time;
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
