package org.candlewright.indicator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Settings of an indicator drawn at random, its looks back kept short. */
final class RandomSettings {
  private RandomSettings() {}

  static IndicatorSettings of(IndicatorKind kind, Random random) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (IndicatorParameter parameter : kind.parameters()) {
      double reach = Math.min(parameter.max() - parameter.min(), parameter.integer() ? 25 : 3);
      double value = parameter.min() + reach * random.nextDouble();
      values.put(parameter.name(), parameter.integer() ? Math.rint(value) : value);
    }
    IndicatorSettings settings = kind.settings(values);
    if (kind.source().isEmpty() || random.nextBoolean()) {
      return settings;
    }
    PriceSource[] sources = PriceSource.values();
    return new IndicatorSettings(settings.values(), sources[random.nextInt(sources.length)]);
  }
}
