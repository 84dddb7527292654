package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;

/**
 * Long spot and short perpetual in equal quantity, to collect funding.
 *
 * @param parameters {@code enter_rate}, {@code exit_rate}, {@code max_positions}
 */
public record FundingCarryStrategy(
    String name,
    String description,
    List<Parameter> parameters,
    Sizing sizing,
    Optional<String> feePreset)
    implements StrategyDefinition {

  /** What the kind declares, with its defaults as values. */
  public static List<Parameter> declared() {
    return List.of(
        new Parameter(
            "enter_rate",
            "Enter at",
            "per 8 h",
            new BigDecimal("-0.01"),
            new BigDecimal("0.05"),
            new BigDecimal("0.0003"),
            new BigDecimal("0.0003"),
            false,
            "Opens when the last settled rate, normalised to 8 hours, is at least this."),
        new Parameter(
            "exit_rate",
            "Leave below",
            "per 8 h",
            new BigDecimal("-0.05"),
            new BigDecimal("0.05"),
            new BigDecimal("0.0001"),
            new BigDecimal("0.0001"),
            false,
            "Closes when the last settled rate, normalised to 8 hours, is below this."),
        new Parameter(
            "max_positions",
            "Pairs at once",
            "pairs",
            BigDecimal.ONE,
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(5),
            true,
            "At most this many pairs are held at the same time."));
  }

  public FundingCarryStrategy {
    ParameterValues.requireLess(name + ": parameters", parameters.get(1), parameters.get(0));
    if (!(sizing instanceof Sizing.FixedNotional)) {
      throw new InputException(
          name + ": sizing.kind: a carry takes fixed-notional",
          "Write {\"kind\": \"fixed-notional\", \"notional\": \"1000\"}");
    }
  }

  @Override
  public String kind() {
    return "funding-carry";
  }

  @Override
  public BigDecimal leverage() {
    return BigDecimal.ONE;
  }

  @Override
  public boolean tradesPairs() {
    return true;
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new FundingCarryStrategy(
        name,
        description,
        ParameterValues.apply(name + ": parameters", parameters, values),
        sizing,
        feePreset);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new CarryProgram(
        instruments,
        parameters.get(0).value(),
        parameters.get(1).value(),
        parameters.get(2).value().intValueExact());
  }
}
