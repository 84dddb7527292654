package org.candlewright.bench;

import org.candlewright.cli.Benchmarking.Figure;

/** One benchmark of the list in {@link Benchmarks}. */
interface Benchmark {
  /** Name on the command line and in {@code bench.json}; never changed once published. */
  String name();

  /** Measures; called in a process in which nothing else has run. */
  Figure measure() throws Exception;
}
