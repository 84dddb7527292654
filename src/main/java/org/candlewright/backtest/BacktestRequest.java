package org.candlewright.backtest;

import java.math.BigDecimal;
import java.util.List;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.StrategyDefinition;

/**
 * What a user asks for.
 *
 * @param instruments in the run's order; for a carry the perpetuals alone
 * @param capital in the account's currency, which is the instruments' quote
 * @param riskProfile limits that entries keep
 * @param name free text, may be empty; not part of the run's identity
 * @param blockSize bars per block; never changes a result
 * @param fills how orders fill
 * @param warmUp whether indicators see the bars stored before the start; else they begin with it,
 *     as on a chart that begins there
 * @param magnifier which finer bars are walked inside bars
 */
public record BacktestRequest(
    StrategyDefinition strategy,
    List<InstrumentId> instruments,
    Timeframe timeframe,
    Period period,
    BigDecimal capital,
    CostOptions costs,
    RiskProfile riskProfile,
    boolean keepOpen,
    String name,
    int blockSize,
    FillRules fills,
    boolean warmUp,
    Magnifier magnifier) {

  /** Without finer bars. */
  public BacktestRequest(
      StrategyDefinition strategy,
      List<InstrumentId> instruments,
      Timeframe timeframe,
      Period period,
      BigDecimal capital,
      CostOptions costs,
      RiskProfile riskProfile,
      boolean keepOpen,
      String name,
      int blockSize,
      FillRules fills,
      boolean warmUp) {
    this(
        strategy,
        instruments,
        timeframe,
        period,
        capital,
        costs,
        riskProfile,
        keepOpen,
        name,
        blockSize,
        fills,
        warmUp,
        Magnifier.off());
  }

  /** Warmed up on what is stored before the start. */
  public BacktestRequest(
      StrategyDefinition strategy,
      List<InstrumentId> instruments,
      Timeframe timeframe,
      Period period,
      BigDecimal capital,
      CostOptions costs,
      RiskProfile riskProfile,
      boolean keepOpen,
      String name,
      int blockSize,
      FillRules fills) {
    this(
        strategy,
        instruments,
        timeframe,
        period,
        capital,
        costs,
        riskProfile,
        keepOpen,
        name,
        blockSize,
        fills,
        true);
  }

  /** Under the standard rules of filling. */
  public BacktestRequest(
      StrategyDefinition strategy,
      List<InstrumentId> instruments,
      Timeframe timeframe,
      Period period,
      BigDecimal capital,
      CostOptions costs,
      RiskProfile riskProfile,
      boolean keepOpen,
      String name,
      int blockSize) {
    this(
        strategy,
        instruments,
        timeframe,
        period,
        capital,
        costs,
        riskProfile,
        keepOpen,
        name,
        blockSize,
        FillRules.standard());
  }

  /** The same with another strategy. */
  public BacktestRequest under(StrategyDefinition other) {
    return new BacktestRequest(
        other,
        instruments,
        timeframe,
        period,
        capital,
        costs,
        riskProfile,
        keepOpen,
        name,
        blockSize,
        fills,
        warmUp,
        magnifier);
  }

  /** The same under a name. */
  public BacktestRequest named(String text) {
    return new BacktestRequest(
        strategy,
        instruments,
        timeframe,
        period,
        capital,
        costs,
        riskProfile,
        keepOpen,
        text,
        blockSize,
        fills,
        warmUp,
        magnifier);
  }
}
