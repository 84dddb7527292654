package org.candlewright.engine.simulation;

/**
 * What can go wrong between a decision and the exchange, the same at every run of the same seed:
 * orders arrive late, are refused, or are filled in part. An entry that is refused is gone; an exit
 * is sent again until it is taken. Each is decided by order and bar alone, so that nothing depends
 * on what else happens.
 *
 * @param latencyMillis from a decision until the order is at the exchange
 * @param rejects orders out of a million that are refused as they arrive
 * @param partials fills out of a million that are made in part, the rest going on working
 */
public record Faults(long latencyMillis, long rejects, long partials, long seed) {
  private static final long MILLION = 1_000_000;

  /** Nothing goes wrong. */
  public static final Faults NONE = new Faults(0, 0, 0, 0);

  /** Whether an order decided at a time is not at the exchange yet. */
  public boolean late(long decidedMillis, long nowMillis) {
    return nowMillis < decidedMillis + latencyMillis;
  }

  /** Whether an order is refused as it arrives. */
  public boolean rejects(long order, int bar) {
    return rejects > 0 && draw(order, bar, 1) < rejects;
  }

  /** How many of the lots that could be filled are. */
  public long filled(long order, int bar, long lots) {
    if (partials == 0 || lots < 2 || draw(order, bar, 2) >= partials) {
      return lots;
    }
    return 1 + Math.floorMod(mix(order, bar, 3), lots - 1);
  }

  private long draw(long order, int bar, int what) {
    return Math.floorMod(mix(order, bar, what), MILLION);
  }

  /** SplitMix64's finaliser over the seed, the order, the bar and what is asked. */
  private long mix(long order, int bar, int what) {
    long z = seed + 0x9E3779B97F4A7C15L * (order * 31 + what) + 0xD1B54A32D192ED03L * bar;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
