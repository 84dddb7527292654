package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;

/**
 * Triggers over a universe of instruments: what fires most surely is bought, with the stop, target
 * and holding time of its rule, in a size that its conviction, its tier and the market's regime
 * allow.
 *
 * @param parameters those of {@link #declared}, in that order
 */
public record TriggersStrategy(
    String name,
    String description,
    List<Parameter> parameters,
    TradedUniverse universe,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset,
    Indicators known)
    implements StrategyDefinition {

  /** What the kind declares, with its defaults as values. */
  static List<Parameter> declared() {
    return List.of(
        Parameter.whole(
            "profile", "Profile", "", 1, 3, 3, "1 conservative, 2 swing, 3 day: sizes and limits."),
        Parameter.whole(
            "all_triggers",
            "All triggers",
            "0 or 1",
            0,
            1,
            0,
            "0: the regime chooses among triggers; 1: all may fire, the regime scales them."),
        Parameter.number(
            "min_score", "Least score", "of 1", "0", "1", "0.2", "Strength × confidence."),
        Parameter.number(
            "min_conviction",
            "Least conviction",
            "of 1",
            "0",
            "1",
            "0",
            "0: what the profile asks for, from 0.30 to 0.40."),
        Parameter.whole("canary", "Canary", "0 or 1", 0, 1, 1, "A quarter's size just below it."),
        Parameter.number(
            "min_turnover",
            "Least turnover",
            "a day",
            "0",
            "1000000000000",
            "8000000",
            "Of quote currency in the last 24 hours."),
        Parameter.whole(
            "min_age_hours", "Least age", "h", 0, 100_000, 168, "Hours since the first bar."),
        Parameter.whole("tier_passes", "Tier changes after", "h", 1, 1_000, 3, "Hours in a row."),
        Parameter.number(
            "third_tier_percent", "Third tier", "% of size", "0", "100", "0", "0: not traded."),
        Parameter.whole("max_positions", "Positions", "", 1, 1_000, 12, "At the same time."));
  }

  BigDecimal value(String parameter) {
    return Parameter.find(parameters, parameter).value();
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
        ParameterValues.apply(name + ": parameters", parameters, values),
        universe,
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
