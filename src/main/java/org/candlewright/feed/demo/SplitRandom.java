package org.candlewright.feed.demo;

import java.util.SplittableRandom;

/** Seeded draws that are the same on every machine: a specified generator and StrictMath. */
final class SplitRandom {
  private final SplittableRandom source;

  SplitRandom(long seed) {
    this.source = new SplittableRandom(seed);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (source.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Standard normal, by Box and Muller (1958). */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Unit variance with heavier tails: now and then the deviation is tripled. */
  double fatTailed() {
    // Var = 0.97 · s² + 0.03 · 9 s² = 1 for s = 1 / √1.24.
    double scale = 1 / StrictMath.sqrt(1.24);
    return gaussian() * (uniform() < 0.03 ? 3 * scale : scale);
  }
}
