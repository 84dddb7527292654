package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.indicator.Indicators;

/**
 * The file form of kinds that are their parameters and nothing else: {@code dca}, {@code grid} and
 * {@code pairs}.
 */
final class ParametersJson {
  static final String[] FIELDS = {
    "schema", "kind", "name", "description", "parameters", "sizing", "leverage", "fees"
  };
  private static final String FEES = "tradingview";

  /** What a purchase or a level takes where the file does not say. */
  private static final Sizing ONE_PERCENT =
      new Sizing.EquityShare(Optional.of(new BigDecimal("0.01")));

  private final Indicators indicators;

  ParametersJson(Indicators indicators) {
    this.indicators = indicators;
  }

  StrategyDefinition dca(
      JsonReader root, Sizing sizing, BigDecimal leverage, Optional<String> fees) {
    return new DcaStrategy(
        root.required("name").text(),
        description(root),
        parameters(root, DcaStrategy.declared()),
        size(root, sizing),
        leverage,
        Optional.of(fees.orElse(FEES)),
        indicators);
  }

  StrategyDefinition grid(
      JsonReader root, Sizing sizing, BigDecimal leverage, Optional<String> fees) {
    return new GridStrategy(
        root.required("name").text(),
        description(root),
        parameters(root, GridStrategy.declared()),
        size(root, sizing),
        leverage,
        Optional.of(fees.orElse(FEES)),
        indicators);
  }

  /** Pairs take an equal share of equity each, and the venue's fees. */
  StrategyDefinition pairs(
      JsonReader root, Sizing sizing, BigDecimal leverage, Optional<String> fees) {
    return new PairsStrategy(
        root.required("name").text(),
        description(root),
        parameters(root, PairsStrategy.declared()),
        sizing,
        leverage,
        fees);
  }

  private static String description(JsonReader root) {
    return root.optional("description").map(JsonReader::text).orElse("");
  }

  private static Sizing size(JsonReader root, Sizing given) {
    return root.optional("sizing").isPresent() ? given : ONE_PERCENT;
  }

  private static List<Parameter> parameters(JsonReader root, List<Parameter> declared) {
    return root.optional("parameters")
        .map(all -> ParameterValues.read(all, declared))
        .orElse(declared);
  }
}
