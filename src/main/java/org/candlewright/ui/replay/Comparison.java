package org.candlewright.ui.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candlewright.analytics.comparison.DecisionStep;
import org.candlewright.analytics.comparison.ResultGap;
import org.candlewright.export.ComparableRun;
import org.candlewright.market.InstrumentId;
import org.candlewright.replay.TradeChanges;

/**
 * The run shown laid beside another.
 *
 * @param divergence where they first decide differently; empty if they never do
 * @param gap why the other made more or less, by cause
 */
record Comparison(
    LoadedRun run, LoadedRun other, Beside beside, Optional<Divergence> divergence, ResultGap gap) {

  /**
   * The first difference.
   *
   * @param millis when, epoch milliseconds
   * @param shown what the run shown decided
   * @param there what the other did
   */
  record Divergence(int number, long millis, String shown, String there) {}

  static Comparison of(LoadedRun run, LoadedRun other, ComparableRun first, ComparableRun second) {
    return new Comparison(
        run,
        other,
        new Beside(name(other), other.equity(), changes(run, other)),
        divergence(first.decisions(), second.decisions()),
        ResultGap.of(first.trades(), second.trades()));
  }

  static String name(LoadedRun run) {
    return run.summary().name().isEmpty() ? run.summary().strategy() : run.summary().name();
  }

  /** Runs of other instruments share no chart, so that no trade of theirs is drawn. */
  private static TradeChanges changes(LoadedRun run, LoadedRun other) {
    return instruments(run).equals(instruments(other))
        ? TradeChanges.of(run.run().trades(), other.run().trades())
        : new TradeChanges(List.of(), List.of(), List.of());
  }

  private static List<InstrumentId> instruments(LoadedRun run) {
    return run.run().tracks().stream().map(each -> each.instrument().id()).toList();
  }

  private static Optional<Divergence> divergence(
      List<DecisionStep> first, List<DecisionStep> second) {
    return DecisionStep.firstDivergence(first, second)
        .map(
            found ->
                new Divergence(
                    found.number(),
                    Math.min(time(first, found.number()), time(second, found.number())),
                    found.first(),
                    found.second()));
  }

  private static long time(List<DecisionStep> steps, int number) {
    return number <= steps.size()
        ? Instant.parse(steps.get(number - 1).time()).toEpochMilli()
        : Long.MAX_VALUE;
  }
}
