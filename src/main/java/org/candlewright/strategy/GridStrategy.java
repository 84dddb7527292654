package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;

/**
 * A grid of price levels: buys at those below the price it began at, sells at those above, each
 * with a target one step away and a stop at the edge of the grid.
 *
 * @param parameters those of {@link #declared}, in that order
 */
public record GridStrategy(
    String name,
    String description,
    List<Parameter> parameters,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset,
    Indicators known)
    implements StrategyDefinition {

  /** Steps a grid may have: each level has a reason of its own. */
  private static final int MOST_STEPS = 200;

  /** What the kind declares, with its defaults as values: steps, range, entries. */
  static List<Parameter> declared() {
    return List.of(
        Parameter.whole(
            "steps", "Steps", "", 2, MOST_STEPS, 10, "Parts into which the levels cut the range."),
        Parameter.number(
            "range_atr",
            "Range",
            "× ATR",
            "0.1",
            "1000",
            "3",
            "Distance of the edges from the close."),
        Parameter.whole("atr_period", "ATR", "bars", 1, 400, 14, "Bars of the average true range."),
        Parameter.number(
            "lower",
            "Lower edge",
            "price",
            "0",
            "1000000000",
            "0",
            "Given with the upper edge; 0: by ATR."),
        Parameter.number(
            "upper",
            "Upper edge",
            "price",
            "0",
            "1000000000",
            "0",
            "Given with the lower edge; 0: by ATR."),
        Parameter.whole(
            "max_open",
            "Open at once",
            "levels",
            1,
            MOST_STEPS,
            5,
            "Levels held or waited for at once."),
        Parameter.whole(
            "follow",
            "Follow the price",
            "0 or 1",
            0,
            1,
            0,
            "1: once flat and past an edge, the grid is laid anew around the close."));
  }

  public GridStrategy {
    BigDecimal lower = Parameter.find(parameters, "lower").value();
    BigDecimal upper = Parameter.find(parameters, "upper").value();
    if (upper.signum() != lower.signum() || (upper.signum() > 0 && upper.compareTo(lower) <= 0)) {
      throw new InputException(
          name
              + ": parameters.lower: no range from "
              + lower.toPlainString()
              + " to "
              + upper.toPlainString(),
          "Give both edges, lower below upper, or 0 for both");
    }
  }

  BigDecimal value(String parameter) {
    return Parameter.find(parameters, parameter).value();
  }

  @Override
  public String kind() {
    return "grid";
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new GridStrategy(
        name,
        description,
        ParameterValues.apply(name + ": parameters", parameters, values),
        sizing,
        leverage,
        feePreset,
        known);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new GridProgram(this, instruments);
  }
}
