package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Timeframe;

/**
 * Entries and exits as trees of conditions over prices and indicators.
 *
 * @param constraints pairs of parameters of which the first must be below the second
 * @param indicators by their name in the conditions; one reads only those before it
 * @param latches by their name in the conditions; one reads only those before it
 * @param entries tried in order; the first that holds enters
 * @param exits tried in order, apply to the side they name
 * @param onOpposite what an entry rule of the other side does to an open position
 * @param orders how rules become orders
 * @param protection stops and targets of entries, and which entries an exit closes first
 * @param minimumBars bars an instrument must have before it is entered
 */
public record RulesStrategy(
    String name,
    String description,
    List<Parameter> parameters,
    List<Constraint> constraints,
    Map<String, IndicatorUse> indicators,
    Map<String, Latch> latches,
    List<Rule> entries,
    List<Rule> exits,
    OnOpposite onOpposite,
    RuleOrders orders,
    ExitRules protection,
    int minimumBars,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset,
    Indicators known)
    implements StrategyDefinition {

  /** A parameter that must be below another. */
  public record Constraint(String less, String greater) {}

  /**
   * An indicator with what it is made with.
   *
   * @param parameters one for each that the indicator declares, a constant or a parameter
   * @param source what it reads; empty for its default
   * @param timeframe of its bars; empty for the run's
   */
  public record IndicatorUse(
      String indicator,
      Map<String, Operand> parameters,
      Optional<Operand> source,
      Optional<Timeframe> timeframe) {}

  /**
   * A memory: set on a bar where {@code set} holds, read by the conditions of that bar, and cleared
   * after them where {@code reset} holds.
   */
  public record Latch(Condition set, Condition reset) {}

  /**
   * A rule.
   *
   * @param name its reason code
   * @param side 1 long, -1 short
   * @param action what it sends
   */
  public record Rule(String name, int side, Condition when, RuleOrders.Action action) {
    /** All at the next open. */
    public Rule(String name, int side, Condition when) {
      this(name, side, when, RuleOrders.MARKET);
    }
  }

  /** What an entry signal of the other side does. */
  public enum OnOpposite {
    REVERSE,
    CLOSE,
    IGNORE
  }

  public RulesStrategy {
    for (Constraint constraint : constraints) {
      ParameterValues.requireLess(
          name + ": parameters",
          find(parameters, constraint.less()),
          find(parameters, constraint.greater()));
    }
  }

  private static Parameter find(List<Parameter> parameters, String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String kind() {
    return "rules";
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return with(ParameterValues.apply(name + ": parameters", parameters, values), minimumBars);
  }

  /** The same, entering instruments from another number of bars on. */
  RulesStrategy withMinimumBars(int bars) {
    return with(parameters, bars);
  }

  private RulesStrategy with(List<Parameter> newParameters, int newMinimumBars) {
    return new RulesStrategy(
        name,
        description,
        newParameters,
        constraints,
        indicators,
        latches,
        entries,
        exits,
        onOpposite,
        orders,
        protection,
        newMinimumBars,
        sizing,
        leverage,
        feePreset,
        known);
  }

  /** The number an operand stands for; only for constants and parameters. */
  BigDecimal number(Operand operand) {
    return switch (operand) {
      case Operand.Constant constant -> constant.value();
      case Operand.ParameterValue parameter -> find(parameters, parameter.name()).value();
      default -> throw new IllegalArgumentException(operand + " is no number");
    };
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new RulesProgram(this, instruments);
  }
}
