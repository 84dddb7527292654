package org.candlewright.export;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunDocument;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InstrumentId;
import org.candlewright.strategy.StrategyDefinition;

/** Makes runs and keeps them: the one way from a request to a stored run with all its files. */
public final class RunArchive {
  private final BacktestService backtests;
  private final RunStore runs;

  public RunArchive(BacktestService backtests, RunStore runs) {
    this.backtests = backtests;
    this.runs = runs;
  }

  /** A finished run and its files by name. */
  public record KeptRun(BacktestResult result, Map<String, byte[]> files) {}

  /**
   * Runs a backtest and stores it; a cancelled one leaves nothing.
   *
   * @throws CancelledRunException if it was cancelled
   */
  public KeptRun make(BacktestRequest request, BooleanSupplier cancelled) {
    return make(request, cancelled, share -> {});
  }

  /**
   * The same, telling how far it is.
   *
   * @param progress gets the share of the period done, 0 to 1, on the calling thread
   * @throws CancelledRunException if it was cancelled
   */
  public KeptRun make(BacktestRequest request, BooleanSupplier cancelled, DoubleConsumer progress) {
    return keep(backtests.plan(request), cancelled, progress);
  }

  /**
   * Runs a plan and stores it.
   *
   * @param plan with a program of its own
   * @throws CancelledRunException if it was cancelled
   */
  public KeptRun keep(RunPlan plan, BooleanSupplier cancelled, DoubleConsumer progress) {
    KeptRun run = run(plan, cancelled, progress);
    if (cancelled.getAsBoolean()) {
      throw new CancelledRunException();
    }
    runs.save(new RunStore.StoredRun(summary(run.result()), run.files()));
    return run;
  }

  /**
   * Runs a stored run again from its data and compares all its files byte for byte.
   *
   * @param files of the stored run, by name
   * @return the first difference in words; empty if there is none
   */
  public Optional<String> difference(Map<String, byte[]> files, BooleanSupplier cancelled) {
    byte[] document = files.getOrDefault("run.json", new byte[0]);
    RunDocument stored = RunDocument.parse(document);
    RunPlan plan = backtests.plan(stored);
    if (!plan.fingerprint().equals(stored.dataFingerprint())) {
      return Optional.of(
          "data: the bars or funding of the period have changed since the run was"
              + " made (fingerprint "
              + stored.dataFingerprint()
              + " then, "
              + plan.fingerprint()
              + " now)");
    }
    if (!stored.programVersion().equals(BacktestService.PROGRAM_VERSION)) {
      return Optional.of(
          "program: the run was made by version "
              + stored.programVersion()
              + ", this is "
              + BacktestService.PROGRAM_VERSION);
    }
    Map<String, byte[]> again = new LinkedHashMap<>(run(plan, cancelled, share -> {}).files());
    return FileComparison.firstDifference(files, again);
  }

  /**
   * Runs a plan and keeps nothing: the files it would have.
   *
   * @param plan with a program of its own
   * @throws CancelledRunException if it was cancelled
   */
  public Map<String, byte[]> files(
      RunPlan plan, BooleanSupplier cancelled, DoubleConsumer progress) {
    return run(plan, cancelled, progress).files();
  }

  /**
   * Runs a plan under another strategy and stores it beside the first.
   *
   * @throws CancelledRunException if it was cancelled
   */
  public KeptRun keepVariant(
      RunPlan plan,
      StrategyDefinition strategy,
      String name,
      BooleanSupplier cancelled,
      DoubleConsumer progress) {
    return keep(backtests.variant(plan, strategy, name), cancelled, progress);
  }

  private KeptRun run(RunPlan plan, BooleanSupplier cancelled, DoubleConsumer progress) {
    RunRecorder recorder = new RunRecorder(plan, progress);
    BacktestResult result = backtests.run(plan, recorder, cancelled);
    return new KeptRun(result, RunFiles.of(result, recorder));
  }

  /**
   * Stores a session: as it stands when it is left, as it ended when its feed has.
   *
   * @param recorder watched it from its beginning
   */
  public KeptRun keep(BacktestResult result, RunRecorder recorder) {
    KeptRun run = new KeptRun(result, RunFiles.of(result, recorder));
    runs.save(new RunStore.StoredRun(summary(result), run.files()));
    return run;
  }

  /** Stores that a session runs, so that it is listed and can be opened before it ends. */
  public void keepBegun(RunPlan plan) {
    runs.save(
        new RunStore.StoredRun(
            summary(plan, BigDecimal.ZERO, 0), Map.of("run.json", RunFiles.document(plan))));
  }

  private static RunStore.Summary summary(BacktestResult result) {
    return summary(
        result.plan(),
        result.metrics().all().getOrDefault("net_profit", Optional.empty()).orElseThrow(),
        result.trades().size());
  }

  private static RunStore.Summary summary(RunPlan plan, BigDecimal netProfit, int trades) {
    BacktestRequest request = plan.request();
    return new RunStore.Summary(
        plan.runId(),
        request.name(),
        plan.document().path("mode").asText(),
        request.strategy().name(),
        request.instruments().stream().map(InstrumentId::toString).collect(Collectors.joining(",")),
        request.period().fromMillis(),
        request.period().toMillis(),
        netProfit,
        trades);
  }
}
