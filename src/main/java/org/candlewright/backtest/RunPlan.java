package org.candlewright.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candlewright.engine.EngineSetup;

/**
 * A run made ready: data loaded, costs resolved, identity known.
 *
 * @param document {@code run.json}
 * @param fingerprint of the data
 */
public record RunPlan(
    BacktestRequest request,
    EngineSetup setup,
    ObjectNode document,
    String runId,
    String configHash,
    String fingerprint) {

  /** The same with a program of its own, so that it can be run beside another run of this plan. */
  public RunPlan fresh() {
    return new RunPlan(
        request,
        setup.with(request.strategy().program(setup.instruments())),
        document,
        runId,
        configHash,
        fingerprint);
  }
}
