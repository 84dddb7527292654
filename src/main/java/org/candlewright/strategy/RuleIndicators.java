package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.IndicatorParameter;
import org.candlewright.indicator.IndicatorSettings;
import org.candlewright.indicator.PriceSource;
import org.candlewright.market.Timeframe;

/** The indicators of a strategy with the values in force: their settings, names and look-back. */
final class RuleIndicators {
  private final RulesStrategy strategy;

  RuleIndicators(RulesStrategy strategy) {
    this.strategy = strategy;
  }

  IndicatorKind kind(RulesStrategy.IndicatorUse use) {
    return strategy.known().find(use.indicator()).orElseThrow();
  }

  /** Settings with the values of the parameters; the source is the default one. */
  IndicatorSettings settings(RulesStrategy.IndicatorUse use) {
    Map<String, Double> values = new LinkedHashMap<>();
    use.parameters()
        .forEach((name, value) -> values.put(name, strategy.number(value).doubleValue()));
    return kind(use).settings(values);
  }

  /** What charts and explanations call it: {@code MACD 12 26 9}, {@code SMA 20 of volume 4h}. */
  String label(RulesStrategy.IndicatorUse use) {
    List<String> words = new ArrayList<>();
    words.add(kind(use).label());
    for (IndicatorParameter parameter : kind(use).parameters()) {
      BigDecimal value = strategy.number(value(use, parameter));
      if (shown(parameter)) {
        words.add(value.toPlainString());
      } else if (value.doubleValue() != parameter.byDefault()) {
        words.add(parameter.name() + " " + value.toPlainString());
      }
    }
    use.source().ifPresent(source -> words.add("of " + label(source)));
    use.timeframe().ifPresent(timeframe -> words.add(timeframe.toString()));
    return String.join(" ", words);
  }

  /** Lengths and factors stand in the name; switches only where they are changed. */
  static boolean shown(IndicatorParameter parameter) {
    return !parameter.integer() || parameter.unit().equals("bars");
  }

  /** The value given for a parameter, its default otherwise. */
  static Operand value(RulesStrategy.IndicatorUse use, IndicatorParameter parameter) {
    Operand given = use.parameters().get(parameter.name());
    return given == null ? byDefault(parameter) : given;
  }

  /** The default as files write it: without trailing zeros and exponent. */
  static Operand byDefault(IndicatorParameter parameter) {
    BigDecimal value = BigDecimal.valueOf(parameter.byDefault()).stripTrailingZeros();
    return new Operand.Constant(value.scale() < 0 ? value.setScale(0) : value);
  }

  /** What charts and explanations call one of its outputs. */
  String label(RulesStrategy.IndicatorUse use, IndicatorOutput output) {
    String group = label(use);
    return output.label().equals(kind(use).label()) || kind(use).outputs().size() == 1
        ? group
        : group + " " + output.label();
  }

  /** What explanations call an operand. */
  String label(Operand operand) {
    return switch (operand) {
      case Operand.Price price -> price.field();
      case Operand.Constant ignored -> strategy.number(operand).toPlainString();
      case Operand.ParameterValue ignored -> strategy.number(operand).toPlainString();
      case Operand.IndicatorValue value -> label(use(value), output(value));
      case Operand.Time time -> time.field().word() + (zoneIsUtc(time) ? "" : " in " + time.zone());
      case Operand.Position position -> position.field().word().replace('_', ' ');
      case Operand.Tick ignored -> "tick";
      case Operand.Ago ago ->
          label(ago.value()) + " " + strategy.number(ago.bars()).toPlainString() + " bars ago";
      case Operand.Calculation calculation -> label(calculation);
    };
  }

  static boolean zoneIsUtc(Operand.Time time) {
    return time.zone().equals(java.time.ZoneOffset.UTC);
  }

  private String label(Operand.Calculation calculation) {
    List<String> parts =
        calculation.parts().stream()
            .map(
                part ->
                    part instanceof Operand.Calculation inner && !inner.operator().prefix()
                        ? "(" + label(part) + ")"
                        : label(part))
            .toList();
    Operand.Operator operator = calculation.operator();
    return operator.prefix()
        ? operator.sign() + "(" + String.join(", ", parts) + ")"
        : String.join(" " + operator.sign() + " ", parts);
  }

  RulesStrategy.IndicatorUse use(Operand.IndicatorValue value) {
    RulesStrategy.IndicatorUse use = strategy.indicators().get(value.indicator());
    if (use == null) {
      throw new IllegalArgumentException(value.name());
    }
    return use;
  }

  IndicatorOutput output(Operand.IndicatorValue value) {
    IndicatorKind kind = kind(use(value));
    int number = value.output().isEmpty() ? 0 : kind.output(value.output());
    if (number < 0) {
      throw new IllegalArgumentException(value.name());
    }
    return kind.outputs().get(number);
  }

  /**
   * Bars worth having before the first decision, the most of any indicator.
   *
   * @param bar length of the run's bars
   */
  long settlingBars(Timeframe bar) {
    long most = 0;
    for (RulesStrategy.IndicatorUse use : strategy.indicators().values()) {
      long own =
          kind(use).settlingBars(settings(use), use.timeframe().orElse(bar).millis())
              + before(use, bar);
      // A coarser input needs one bar more: the first is cut off where the data begins.
      most = Math.max(most, use.timeframe().isPresent() ? (own + 1) * perBar(use, bar) : own);
    }
    return most;
  }

  private long before(RulesStrategy.IndicatorUse use, Timeframe bar) {
    return use.source().map(source -> settling(source, bar)).orElse(0L);
  }

  private long settling(Operand operand, Timeframe bar) {
    return switch (operand) {
      case Operand.IndicatorValue value -> {
        RulesStrategy.IndicatorUse use = use(value);
        yield kind(use).settlingBars(settings(use), use.timeframe().orElse(bar).millis())
            + before(use, bar);
      }
      case Operand.Ago ago ->
          strategy.number(ago.bars()).intValueExact() + settling(ago.value(), bar);
      case Operand.Calculation calculation ->
          calculation.parts().stream().mapToLong(part -> settling(part, bar)).max().orElse(0);
      default -> 0;
    };
  }

  private static long perBar(RulesStrategy.IndicatorUse use, Timeframe bar) {
    return Math.ceilDiv(use.timeframe().orElse(bar).millis(), bar.millis());
  }

  /** Bars of its own that an indicator looks back over, with those of an indicator it reads. */
  int length(RulesStrategy.IndicatorUse use) {
    int own = kind(use).length().applyAsInt(settings(use));
    return use.source()
        .map(
            source ->
                source instanceof Operand.IndicatorValue value ? own + length(use(value)) : own)
        .orElse(own);
  }

  /**
   * Bars on which an indicator already has a value that its seed makes; others have none yet, and
   * conditions on them do not hold. 0 without such indicators.
   */
  int seeded() {
    return strategy.indicators().values().stream()
        .filter(use -> kind(use).warmUp().applyAsInt(settings(use)) == 0)
        .mapToInt(this::length)
        .max()
        .orElse(0);
  }

  /** The price an indicator reads, where it reads one. */
  PriceSource price(RulesStrategy.IndicatorUse use) {
    return use.source()
        .filter(Operand.Price.class::isInstance)
        .map(Operand.Price.class::cast)
        .flatMap(price -> PriceSource.find(price.field()))
        .orElse(kind(use).source().orElse(PriceSource.CLOSE));
  }
}
