package org.candlewright.analytics;

/**
 * How far a trade ran for and against its holder, and how much of the way it took.
 *
 * @param favourable best unrealised profit before fees, money units, not below zero (MFE)
 * @param adverse worst unrealised loss before fees, money units, not below zero (MAE)
 * @param gross profit by prices alone, money units
 */
public record Excursion(long favourable, long adverse, long gross) {

  /** (best exit − entry) / (best exit − worst price): 1 is an entry at the worst price of all. */
  public MetricValue entryEfficiency() {
    return MetricValue.ratio(favourable, range(), "the price never moved");
  }

  /** (exit − worst price) / (best price − worst price): 1 is an exit at the best price of all. */
  public MetricValue exitEfficiency() {
    return MetricValue.ratio(
        Math.addExact(gross, adverse), range(), "the price never moved while it was held");
  }

  /** (exit − entry) / (best price − worst price). */
  public MetricValue totalEfficiency() {
    return MetricValue.ratio(gross, range(), "the price never moved while it was held");
  }

  private long range() {
    return Math.addExact(favourable, adverse);
  }
}
