package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;

/**
 * Two perpetuals whose prices move together: short the spread ln A − β ln B − c when it is
 * unusually high, long when it is unusually low, until it has come back.
 *
 * @param parameters those of {@link #declared}, in that order
 */
public record PairsStrategy(
    String name,
    String description,
    List<Parameter> parameters,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset)
    implements StrategyDefinition {

  /** What the kind declares, with its defaults as values: levels, windows, time, limits. */
  static List<Parameter> declared() {
    return List.of(
        level("entry_z", "Enter at |z|", "0.1", "2", "Opens from this distance on."),
        level("exit_z", "Leave at |z|", "0", "0.5", "Closes once z has come back this far."),
        level("stop_z", "Stop at |z|", "0.1", "4", "Closes at this distance, and never opens."),
        Parameter.whole(
            "window_days",
            "Hedge ratio over",
            "days",
            2,
            1_500,
            90,
            "Days before the decision bar that hedge ratio and half-life are estimated on."),
        Parameter.whole(
            "z_bars", "z-score over", "bars", 10, 100_000, 100, "The present bar included."),
        Parameter.number(
            "z_half_lives",
            "z-score over",
            "half-lives",
            "0",
            "20",
            "0",
            "Looks back so many half-lives instead of the bars above; 0 for the bars."),
        Parameter.number(
            "time_stop",
            "Time stop",
            "half-lives",
            "0",
            "100",
            "5",
            "Closes after so many half-lives, as estimated at the entry; 0 for never."),
        Parameter.number(
            "min_half_life",
            "Shortest half-life",
            "bars",
            "0",
            "100000",
            "0",
            "Does not open a spread that reverts sooner; 0 for any."),
        Parameter.number(
            "max_half_life",
            "Longest half-life",
            "bars",
            "0",
            "1000000",
            "0",
            "Does not open a spread that takes longer; 0 for any."),
        Parameter.whole(
            "max_positions", "Pairs at once", "pairs", 1, 1_000, 100, "The widest spreads first."),
        Parameter.whole(
            "wait_after_stop",
            "Wait after a stop",
            "0 or 1",
            0,
            1,
            0,
            "1: after a stop the pair opens again only once z has been nearer than the entry."),
        Parameter.number(
            "max_drift",
            "Hedge drift",
            "% of the hedge",
            "0",
            "100",
            "0",
            "Closes once the legs' values have moved so far from the hedge ratio; 0 for never."));
  }

  private static Parameter level(String name, String label, String min, String value, String help) {
    return Parameter.number(name, label, "deviations", min, "20", value, help);
  }

  public PairsStrategy {
    ParameterValues.requireLess(
        name + ": parameters",
        Parameter.find(parameters, "exit_z"),
        Parameter.find(parameters, "entry_z"));
    ParameterValues.requireLess(
        name + ": parameters",
        Parameter.find(parameters, "entry_z"),
        Parameter.find(parameters, "stop_z"));
    requireRange(name, parameters);
    if (!(sizing instanceof Sizing.EquityShare
        || sizing instanceof Sizing.FixedNotional
        || sizing instanceof Sizing.FixedQuantity)) {
      throw new InputException(
          name + ": sizing.kind: a pair takes equity-share, fixed-notional or fixed-quantity",
          "Write {\"kind\": \"equity-share\"} for an equal share of equity for each pair");
    }
  }

  private static void requireRange(String name, List<Parameter> parameters) {
    Parameter longest = Parameter.find(parameters, "max_half_life");
    if (longest.value().signum() > 0) {
      ParameterValues.requireLess(
          name + ": parameters", Parameter.find(parameters, "min_half_life"), longest);
    }
  }

  BigDecimal value(String parameter) {
    return Parameter.find(parameters, parameter).value();
  }

  @Override
  public String kind() {
    return "pairs";
  }

  @Override
  public Legs legs() {
    return Legs.NAMED_PAIR;
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new PairsStrategy(
        name,
        description,
        ParameterValues.apply(name + ": parameters", parameters, values),
        sizing,
        leverage,
        feePreset);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new PairsProgram(this, instruments);
  }
}
