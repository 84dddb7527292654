package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.List;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.strategy.Sizing;
import org.candlewright.strategy.StrategyProgram;

/**
 * Everything that determines a run.
 *
 * @param instruments in the run's order; a carry names each perpetual with its spot leg behind it
 * @param period bars that open and end inside it are traded; earlier ones warm up
 * @param costs in force, one per instrument
 * @param leverage notional over margin, 1 or more
 * @param capital in the account's currency
 * @param keepOpen whether positions stay open at the end
 * @param blockSize bars per block; never changes a result
 * @param rules how orders fill
 * @param risk limits that entries keep
 * @param script what people do to the run while it runs, and how its data end
 */
public record EngineSetup(
    List<InstrumentData> instruments,
    Period period,
    StrategyProgram program,
    Sizing sizing,
    BigDecimal leverage,
    BigDecimal capital,
    List<ContractCosts> costs,
    boolean keepOpen,
    int blockSize,
    FillRules rules,
    RiskProfile risk,
    SessionScript script) {

  public static final int DEFAULT_BLOCK = 4_096;

  /** Of a backtest: nobody interferes. */
  public EngineSetup(
      List<InstrumentData> instruments,
      Period period,
      StrategyProgram program,
      Sizing sizing,
      BigDecimal leverage,
      BigDecimal capital,
      List<ContractCosts> costs,
      boolean keepOpen,
      int blockSize,
      FillRules rules,
      RiskProfile risk) {
    this(
        instruments,
        period,
        program,
        sizing,
        leverage,
        capital,
        costs,
        keepOpen,
        blockSize,
        rules,
        risk,
        SessionScript.none());
  }

  /** The same in blocks of another size, which changes no result. */
  public EngineSetup inBlocksOf(int bars) {
    return new EngineSetup(
        instruments,
        period,
        program,
        sizing,
        leverage,
        capital,
        costs,
        keepOpen,
        bars,
        rules,
        risk,
        script);
  }

  /** Under the standard rules of filling. */
  public EngineSetup(
      List<InstrumentData> instruments,
      Period period,
      StrategyProgram program,
      Sizing sizing,
      BigDecimal leverage,
      BigDecimal capital,
      List<ContractCosts> costs,
      boolean keepOpen,
      int blockSize) {
    this(
        instruments,
        period,
        program,
        sizing,
        leverage,
        capital,
        costs,
        keepOpen,
        blockSize,
        FillRules.standard());
  }

  /** Under the profile {@code research}. */
  public EngineSetup(
      List<InstrumentData> instruments,
      Period period,
      StrategyProgram program,
      Sizing sizing,
      BigDecimal leverage,
      BigDecimal capital,
      List<ContractCosts> costs,
      boolean keepOpen,
      int blockSize,
      FillRules rules) {
    this(
        instruments,
        period,
        program,
        sizing,
        leverage,
        capital,
        costs,
        keepOpen,
        blockSize,
        rules,
        RiskProfile.research());
  }

  /** The same under another program. */
  public EngineSetup with(StrategyProgram other) {
    return with(other, sizing, leverage);
  }

  /** The same under another strategy. */
  public EngineSetup with(StrategyProgram other, Sizing otherSizing, BigDecimal otherLeverage) {
    return new EngineSetup(
        instruments,
        period,
        other,
        otherSizing,
        otherLeverage,
        capital,
        costs,
        keepOpen,
        blockSize,
        rules,
        risk,
        script);
  }
}
