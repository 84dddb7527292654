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
 * @param signal what it enters and leaves on
 * @param parameters those of {@link #declared}, in that order
 */
public record FundingCarryStrategy(
    String name,
    String description,
    Signal signal,
    List<Parameter> parameters,
    Sizing sizing,
    Optional<String> feePreset)
    implements StrategyDefinition {

  /** What a carry enters and leaves on. */
  public enum Signal {
    /** The settled rate alone. */
    THRESHOLD,
    /** A score of rate level, trend, persistence and basis. */
    COMPOSITE;

    /** As a strategy file writes it. */
    public String word() {
      return this == THRESHOLD ? "threshold" : "composite";
    }
  }

  /** What the kind declares for a signal, with its defaults as values: enter, exit, then others. */
  public static List<Parameter> declared(Signal signal) {
    Parameter pairs =
        new Parameter(
            "max_positions",
            "Pairs at once",
            "pairs",
            BigDecimal.ONE,
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(5),
            true,
            "At most this many pairs are held at the same time.");
    return switch (signal) {
      case THRESHOLD ->
          List.of(
              number(
                  "enter_rate",
                  "Enter at",
                  "per 8 h",
                  "-0.01",
                  "0.05",
                  "0.0003",
                  "Opens when the last settled rate, normalised to 8 hours, is at least this."),
              number(
                  "exit_rate",
                  "Leave below",
                  "per 8 h",
                  "-0.05",
                  "0.05",
                  "0.0001",
                  "Closes when the last settled rate, normalised to 8 hours, is below this."),
              pairs);
      case COMPOSITE ->
          List.of(
              score("enter_score", "Enter at score", "0.5", "Opens at this score or above."),
              score("exit_score", "Leave below score", "0.3", "Closes below this score."),
              pairs,
              score("weight_rate", "Rate level", "0.35", "Weight of the rate, full at 0.003."),
              score("weight_trend", "Trend", "0.25", "Weight of rising against falling rates."),
              score(
                  "weight_persistence",
                  "Persistence",
                  "0.25",
                  "Weight of rates of at least 0.0003 in a row, full at 30."),
              score("weight_basis", "Basis", "0.15", "Weight of the basis, full at 0.01."));
    };
  }

  private static Parameter score(String name, String label, String value, String help) {
    return number(name, label, "of 1", "0", "1", value, help);
  }

  private static Parameter number(
      String name, String label, String unit, String min, String max, String value, String help) {
    BigDecimal number = new BigDecimal(value);
    return new Parameter(
        name, label, unit, new BigDecimal(min), new BigDecimal(max), number, number, false, help);
  }

  public FundingCarryStrategy {
    ParameterValues.requireLess(name + ": parameters", parameters.get(1), parameters.get(0));
    if (signal == Signal.COMPOSITE) {
      requireWhole(name, parameters);
    }
    if (!countsInNotional(sizing)) {
      throw new InputException(
          name + ": sizing.kind: a carry takes fixed-notional or conviction with a notional",
          "Write {\"kind\": \"fixed-notional\", \"notional\": \"1000\"}");
    }
  }

  private static boolean countsInNotional(Sizing sizing) {
    return sizing instanceof Sizing.FixedNotional
        || (sizing instanceof Sizing.Conviction conviction && conviction.notional().isPresent());
  }

  private static void requireWhole(String name, List<Parameter> parameters) {
    BigDecimal sum =
        parameters.stream()
            .filter(parameter -> parameter.name().startsWith("weight_"))
            .map(Parameter::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new InputException(
          name + ": parameters: the weights add up to " + sum.toPlainString(),
          "Choose weights that add up to 1");
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
  public Legs legs() {
    return Legs.PERPETUAL_AND_SPOT;
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new FundingCarryStrategy(
        name,
        description,
        signal,
        ParameterValues.apply(name + ": parameters", parameters, values),
        sizing,
        feePreset);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new CarryProgram(
        instruments, compiled(instruments.size() / 2), value(2).intValueExact());
  }

  private CarrySignal compiled(int pairs) {
    return switch (signal) {
      case THRESHOLD -> new CarryThreshold(value(0), value(1));
      case COMPOSITE -> {
        double[] weights = new double[4];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = value(3 + i).doubleValue();
        }
        yield new CarryComposite(pairs, value(0), value(1), weights);
      }
    };
  }

  private BigDecimal value(int parameter) {
    return parameters.get(parameter).value();
  }
}
