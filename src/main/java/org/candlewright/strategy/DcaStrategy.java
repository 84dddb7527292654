package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;

/**
 * Dollar-cost averaging: buys the same share of equity at regular distances, more in a dip, and
 * sells all of it at a target over the mean entry price. Long only, without a stop.
 *
 * @param parameters those of {@link #declared}, in that order
 */
public record DcaStrategy(
    String name,
    String description,
    List<Parameter> parameters,
    Sizing sizing,
    BigDecimal leverage,
    Optional<String> feePreset,
    Indicators known)
    implements StrategyDefinition {

  /** What the kind declares, with its defaults as values: purchases, dips, target, RSI. */
  static List<Parameter> declared() {
    return List.of(
        Parameter.whole(
            "every_bars", "Interval", "bars", 1, 100_000, 24, "Bars between purchases."),
        Parameter.whole("max_purchases", "Purchases", "", 1, 1_000, 10, "Held at the same time."),
        Parameter.number(
            "dip_percent",
            "Dip",
            "% off the high",
            "0.01",
            "99",
            "5",
            "How far below the high a dip is."),
        Parameter.whole(
            "dip_bars", "High over", "bars", 2, 10_000, 50, "Bars whose high a dip is below."),
        Parameter.number(
            "dip_multiple",
            "Size in a dip",
            "× size",
            "0.01",
            "100",
            "2",
            "A purchase in a dip is so much larger."),
        Parameter.number(
            "target_percent",
            "Target",
            "% over the mean entry",
            "0.01",
            "1000",
            "10",
            "All is sold here."),
        Parameter.whole("rsi_period", "RSI", "bars", 1, 400, 14, "Bars of the RSI."),
        Parameter.number(
            "rsi_below", "RSI limit", "RSI", "1", "100", "50", "Buys only below this RSI."));
  }

  BigDecimal value(String parameter) {
    return Parameter.find(parameters, parameter).value();
  }

  @Override
  public String kind() {
    return "dca";
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new DcaStrategy(
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
    return new DcaProgram(this, instruments);
  }
}
