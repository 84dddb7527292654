package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InstrumentData;

/** A strategy as its file says it: immutable, validated, ready to be compiled. */
public sealed interface StrategyDefinition
    permits RulesStrategy,
        FundingCarryStrategy,
        WeightedSignalsStrategy,
        DcaStrategy,
        GridStrategy,
        TriggersStrategy,
        BranchStrategy,
        PairsStrategy {
  String kind();

  String name();

  /** One sentence for people. */
  String description();

  Sizing sizing();

  /** Notional over margin. */
  BigDecimal leverage();

  /** Named fee schedule of the strategy; empty means the venue's lowest published one. */
  Optional<String> feePreset();

  /** What it trades as one unit. */
  default Legs legs() {
    return Legs.ONE;
  }

  /** Declared parameters with their values, in order. */
  List<Parameter> parameters();

  /** The same strategy with other values; refused with the parameter's name if they do not fit. */
  StrategyDefinition withParameters(Map<String, BigDecimal> values);

  /** Compiles it for the instruments of a run, in their order. */
  StrategyProgram program(List<InstrumentData> instruments);
}
