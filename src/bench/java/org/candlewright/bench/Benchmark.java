package org.candlewright.bench;

import java.util.List;
import java.util.Optional;
import org.candlewright.cli.Benchmarking.Figure;

/** One benchmark of the list in {@link Benchmarks}. */
interface Benchmark {
  /** Name on the command line and in {@code bench.json}; never changed once published. */
  String name();

  /** What it needs and does not find here; it is left out of a run of all then. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** Further options of the process it runs in. */
  default List<String> options() {
    return List.of();
  }

  /** Measures; called in a process in which nothing else has run. */
  Figure measure() throws Exception;
}
