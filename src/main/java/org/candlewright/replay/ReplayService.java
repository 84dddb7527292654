package org.candlewright.replay;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunDocument;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.RunStore;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.strategy.StrategyDefinition;

/** Opens stored runs for replay. */
public final class ReplayService {
  private final BacktestService backtests;

  public ReplayService(BacktestService backtests) {
    this.backtests = backtests;
  }

  /**
   * A run opened, and what is no longer as it was when the run was made.
   *
   * @param changed a sentence for people; empty if nothing changed
   */
  public record Opened(ReplayRun run, Optional<String> changed) {}

  /** Plans a stored run again on the data of today. */
  public RunPlan plan(Map<String, byte[]> files) {
    return backtests.plan(document(files));
  }

  /**
   * Opens a stored run.
   *
   * @param stored with its summary, whose figures are compared with those of the re-run
   */
  public Opened open(
      RunStore.StoredRun stored, BooleanSupplier cancelled, ReplayRun.Progress progress) {
    Opened opened = open(stored.files(), cancelled, progress);
    long then = stored.summary().trades();
    int now = opened.run().trades().size();
    if (opened.changed().isEmpty() && then != now) {
      return new Opened(
          opened.run(),
          Optional.of(
              "The run was stored with "
                  + then
                  + " trades and has "
                  + now
                  + " now. Run it again."));
    }
    return opened;
  }

  /** Opens a run from its files by name. */
  public Opened open(
      Map<String, byte[]> files, BooleanSupplier cancelled, ReplayRun.Progress progress) {
    RunDocument document = document(files);
    RunPlan plan = backtests.plan(document);
    return new Opened(ReplayRun.open(plan, cancelled, progress), noted(document, plan));
  }

  /** Opens an open run under another strategy; its data, costs and limits stay as they are. */
  public ReplayRun variant(
      ReplayRun run,
      StrategyDefinition strategy,
      String name,
      BooleanSupplier cancelled,
      ReplayRun.Progress progress) {
    return ReplayRun.open(backtests.variant(run.plan(), strategy, name), cancelled, progress);
  }

  /** Bars finer than the run's that are stored for one of its instruments; reads the store. */
  public Optional<BarSeries> finer(ReplayRun run, int instrument) {
    return backtests.finer(run.plan(), run.tracks().get(instrument).instrument().id());
  }

  /** A damaged journal first: then it is not the whole run that is seen. */
  private Optional<String> noted(RunDocument document, RunPlan plan) {
    return backtests
        .damage(document)
        .map(
            damage ->
                "The journal ends early: "
                    + damage
                    + ". What you see is the session up to the last good record.")
        .or(() -> changed(document, plan));
  }

  private static Optional<String> changed(RunDocument stored, RunPlan plan) {
    if (!stored.ofSession() && !plan.fingerprint().equals(stored.dataFingerprint())) {
      return Optional.of(
          "The bars or funding of the period have changed since the run was made. What you see is"
              + " the run on the data of today.");
    }
    if (!stored.programVersion().equals(BacktestService.PROGRAM_VERSION)) {
      return Optional.of(
          "The run was made by version "
              + stored.programVersion()
              + ". What you see is the run as version "
              + BacktestService.PROGRAM_VERSION
              + " makes it.");
    }
    return Optional.empty();
  }

  private static RunDocument document(Map<String, byte[]> files) {
    byte[] json = files.get("run.json");
    if (json == null) {
      throw new InputException("run: it has no run.json", "Make the run again");
    }
    return RunDocument.parse(json);
  }
}
