package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;

/**
 * Several signals, each a score from −1 (short) to +1 (long), weighted into one.
 *
 * @param signals names of the enabled signals, in the registry's order
 * @param parameters common ones first, then those of each signal, named {@code rsi.period}
 */
public record WeightedSignalsStrategy(
    String name,
    String description,
    List<String> signals,
    List<Parameter> parameters,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset,
    Indicators known)
    implements StrategyDefinition {

  /** Parameters that do not belong to one signal. */
  static List<Parameter> common() {
    return List.of(
        number(
            "threshold",
            "Act from score",
            "of 1",
            "0.001",
            "1",
            "0.05",
            false,
            "Long at this combined score or above, short at minus this or below."),
        number(
            "min_confidence",
            "Least confidence",
            "of 1",
            "0",
            "1",
            "0.2",
            false,
            "Below this mean confidence of the signals nothing is done."),
        number(
            "confirmation_minutes",
            "Confirm for",
            "minutes",
            "0",
            "10080",
            "5",
            true,
            "The signals must say the same for this long."),
        number(
            "cooldown_minutes",
            "Pause after a trade",
            "minutes",
            "0",
            "10080",
            "15",
            true,
            "No new entry for this long after an entry or exit."),
        number(
            "regime_thresholds",
            "Threshold by regime",
            "0 or 1",
            "0",
            "1",
            "0",
            true,
            "1: 0.12 in a strong trend, 0.08 in a trend, 0.05 in a range, 0.03 in chop."),
        number(
            "stop_percent",
            "Stop",
            "% of price",
            "0",
            "50",
            "5",
            false,
            "Distance of the stop from the decision's close; 0 for none."),
        number(
            "target_percent",
            "Target",
            "% of price",
            "0",
            "100",
            "10",
            false,
            "Distance of the target from the decision's close; 0 for none."));
  }

  private static Parameter number(
      String name,
      String label,
      String unit,
      String min,
      String max,
      String value,
      boolean integer,
      String help) {
    BigDecimal number = new BigDecimal(value);
    return new Parameter(
        name, label, unit, new BigDecimal(min), new BigDecimal(max), number, number, integer, help);
  }

  /** All parameters of the given signals with their defaults. */
  static List<Parameter> declared(List<String> signals) {
    List<Parameter> all = new ArrayList<>(common());
    for (String signal : signals) {
      SignalKind kind = Signals.find(signal).orElseThrow();
      all.add(named(kind, kind.weightParameter()));
      kind.parameters().forEach(parameter -> all.add(named(kind, parameter)));
    }
    return List.copyOf(all);
  }

  private static Parameter named(SignalKind kind, Parameter parameter) {
    return new Parameter(
        kind.qualified(parameter.name()),
        parameter.label(),
        parameter.unit(),
        parameter.min(),
        parameter.max(),
        parameter.byDefault(),
        parameter.value(),
        parameter.integer(),
        parameter.help());
  }

  public WeightedSignalsStrategy {
    BigDecimal weights = BigDecimal.ZERO;
    for (String signal : signals) {
      SignalKind kind = Signals.find(signal).orElseThrow();
      for (RulesStrategy.Constraint each : kind.constraints()) {
        ParameterValues.requireLess(
            name + ": parameters",
            find(parameters, kind.qualified(each.less())),
            find(parameters, kind.qualified(each.greater())));
      }
      weights = weights.add(find(parameters, kind.qualified("weight")).value());
    }
    if (weights.signum() <= 0) {
      throw new InputException(
          name + ": signals: none has a weight above zero", "Enable a signal and give it a weight");
    }
  }

  private static Parameter find(List<Parameter> parameters, String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  BigDecimal value(String parameter) {
    return find(parameters, parameter).value();
  }

  /** A signal's own parameters by their plain names. */
  SignalValues valuesOf(SignalKind kind) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (Parameter parameter : kind.parameters()) {
      values.put(parameter.name(), value(kind.qualified(parameter.name())));
    }
    return new SignalValues(values);
  }

  @Override
  public String kind() {
    return "weighted-signals";
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new WeightedSignalsStrategy(
        name,
        description,
        signals,
        ParameterValues.apply(name + ": parameters", parameters, values),
        sizing,
        leverage,
        feePreset,
        known);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new WeightedProgram(this, instruments);
  }
}
