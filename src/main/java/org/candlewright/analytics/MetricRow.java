package org.candlewright.analytics;

/**
 * A metric of a run, ready to show: label, unit, formula and source are in the definition.
 *
 * @param samples sample size of all, long and short trades; 0 where a fact has none
 * @param flag warning on a thin sample of all trades; empty if there is none
 */
public record MetricRow(
    MetricDefinition definition,
    MetricValue all,
    MetricValue longSide,
    MetricValue shortSide,
    Samples samples,
    String flag) {

  /** Sample sizes by side. */
  public record Samples(long all, long longSide, long shortSide) {}

  /** The value of one side. */
  public MetricValue value(Side side) {
    return switch (side) {
      case ALL -> all;
      case LONG -> longSide;
      case SHORT -> shortSide;
    };
  }
}
