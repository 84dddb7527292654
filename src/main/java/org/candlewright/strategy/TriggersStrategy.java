package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;

/**
 * Triggers point at instruments, rules turn them into entries with stop, target and longest time,
 * the market's regime says which of them and how many.
 *
 * @param enabled names of the enabled triggers, in the registry's order
 * @param allowed words of signals that may enter, by regime
 * @param reference whose bars tell the regime; empty for the run's BTC
 * @param parameters common ones first, then those of regimes, rules and universe, named {@code
 *     rules.breakout.size}
 */
public record TriggersStrategy(
    String name,
    String description,
    String profile,
    List<String> enabled,
    Map<String, List<String>> allowed,
    Optional<InstrumentId> reference,
    UniverseLists universe,
    List<Parameter> parameters,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset,
    Indicators known)
    implements StrategyDefinition {

  /** All parameters with the defaults of a profile. */
  static List<Parameter> declared(TriggerProfile profile) {
    List<Parameter> all = new ArrayList<>(profile.declared());
    for (MarketRegime regime : MarketRegime.values()) {
      regime.test().forEach(each -> all.add(named(regime.qualified(each.name()), each)));
      regime.declared().forEach(each -> all.add(named(regime.qualified(each.name()), each)));
    }
    for (TriggerRule rule : TriggerRule.ALL) {
      rule.declared().forEach(each -> all.add(named(rule.qualified(each.name()), each)));
    }
    UniverseFilters.declared().forEach(each -> all.add(named("universe." + each.name(), each)));
    return List.copyOf(all);
  }

  private static Parameter named(String name, Parameter parameter) {
    return new Parameter(
        name,
        parameter.label(),
        parameter.unit(),
        parameter.min(),
        parameter.max(),
        parameter.byDefault(),
        parameter.value(),
        parameter.integer(),
        parameter.help());
  }

  /** Where nothing is said: the regime table's own. */
  static Map<String, List<String>> allowedByDefault() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (MarketRegime regime : MarketRegime.values()) {
      all.put(regime.word(), regime.allowedByDefault());
    }
    return all;
  }

  BigDecimal value(String parameter) {
    return Parameter.find(parameters, parameter).value();
  }

  double number(String parameter) {
    return value(parameter).doubleValue();
  }

  /** Whether a trigger may be looked at in a regime. */
  boolean mayEnter(TriggerKind kind, MarketRegime regime) {
    return enabled.contains(kind.name())
        && allowed.getOrDefault(regime.word(), List.of()).stream().anyMatch(kind::goesBy);
  }

  @Override
  public String kind() {
    return "triggers";
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new TriggersStrategy(
        name,
        description,
        profile,
        enabled,
        allowed,
        reference,
        universe,
        ParameterValues.apply(name + ": parameters", parameters, values),
        sizing,
        leverage,
        feePreset,
        known);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new TriggersProgram(this, instruments);
  }
}
