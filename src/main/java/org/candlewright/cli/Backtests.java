package org.candlewright.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** Runs backtests and checks stored ones. */
public interface Backtests {
  /** Runs, stores and returns a backtest. */
  Outcome run(Request request, Consumer<String> progress, Interruption interruption);

  /** Runs a stored run again and returns the first difference, empty if it is identical. */
  Optional<String> verify(String run, Consumer<String> progress, Interruption interruption);

  /**
   * @param strategy a template's name or a strategy file
   * @param riskProfile {@code research}, {@code guarded} or a file
   */
  record Request(
      String strategy,
      List<InstrumentId> instruments,
      Timeframe timeframe,
      Period period,
      BigDecimal capital,
      CostOptions costs,
      String riskProfile,
      boolean keepOpen,
      Optional<String> name) {}

  /**
   * @param files content by file name, as an output folder holds them
   */
  record Outcome(String runId, Map<String, byte[]> files) {}
}
