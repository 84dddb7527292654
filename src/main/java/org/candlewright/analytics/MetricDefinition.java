package org.candlewright.analytics;

import java.util.Optional;
import java.util.function.Function;

/**
 * The one declaration of a metric: tables, files, help and documentation come from it.
 *
 * @param name in files; TradingView's have the prefix {@code tv_}
 * @param label as people read it
 * @param formula in words and signs; the curve or the trades it is taken of included
 * @param sample what its sample size counts
 * @param sameAs name of the metric that this is another name of
 * @param onlySide the side it is that metric of, given with the figures of all trades
 * @param function figures of one side to its value
 */
public record MetricDefinition(
    String name,
    MetricGroup group,
    String label,
    MetricUnit unit,
    String formula,
    MetricSource source,
    SampleKind sample,
    Optional<String> sameAs,
    Optional<Side> onlySide,
    Function<SideFigures, MetricValue> function) {

  static MetricDefinition of(
      String name,
      MetricGroup group,
      String label,
      MetricUnit unit,
      SampleKind sample,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return new MetricDefinition(
        name,
        group,
        label,
        unit,
        formula,
        MetricSource.OURS,
        sample,
        Optional.empty(),
        Optional.empty(),
        function);
  }

  /** The same number under a second name. */
  MetricDefinition alias(String other) {
    return new MetricDefinition(
        other,
        group,
        label,
        unit,
        "same as " + name,
        source,
        sample,
        Optional.of(name),
        Optional.empty(),
        function);
  }

  /** The number of one side under a name of its own, given with the figures of all trades. */
  MetricDefinition alias(String other, Side side) {
    return new MetricDefinition(
        other,
        group,
        label + ", " + side,
        unit,
        "same as " + name + " of " + side + " trades",
        source,
        sample,
        Optional.of(name),
        Optional.of(side),
        figures ->
            figures.side() == Side.ALL
                ? function.apply(figures.of(side))
                : MetricValue.undefined("stands with the figures of all trades"));
  }

  /** The same number as TradingView calls it. */
  MetricDefinition tradingView(
      String theirName, String theirLabel, MetricGroup theirGroup, MetricSource whose) {
    return new MetricDefinition(
        "tv_" + theirName,
        theirGroup,
        theirLabel,
        unit,
        formula,
        whose,
        sample,
        Optional.empty(),
        Optional.empty(),
        function);
  }

  /** Whether this is a second name of another metric: files hold it, tables for people do not. */
  public boolean isAlias() {
    return sameAs.isPresent();
  }

  /** Sample size among the trades of a side. */
  long samples(SideFigures figures) {
    return sample.size(counted(figures));
  }

  /** Warning on a thin sample; empty if there is none. */
  String flag(SideFigures figures) {
    return sample.flag(counted(figures));
  }

  private SideFigures counted(SideFigures figures) {
    return onlySide.map(figures::of).orElse(figures);
  }

  MetricValue value(SideFigures figures) {
    return function.apply(figures);
  }
}
