package org.candlewright.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs benchmarks. They compare with libraries that nothing else needs, so they live in jars of
 * their own which the launcher adds for {@code bench} alone; a {@link java.util.ServiceLoader}
 * finds them there.
 */
public interface Benchmarking {
  /** Names in the order they run. */
  List<String> names();

  /** What a benchmark needs and does not find on this machine; empty if it can run. */
  Optional<String> missing(String name);

  /**
   * Runs one in a process of its own.
   *
   * @throws org.candlewright.market.InputException if it fails, for example because the bare loop
   *     and the engine disagree
   */
  Figure run(String name);

  /**
   * What a benchmark measured.
   *
   * @param value median of at least five
   * @param ratios medians over the median measured, by the name of the peer: above 1 where the peer
   *     is slower, but for {@code bare_loop}, which is ours over the loop's
   * @param note what was measured how
   */
  record Figure(
      String name, BigDecimal value, String unit, Map<String, BigDecimal> ratios, String note) {}
}
