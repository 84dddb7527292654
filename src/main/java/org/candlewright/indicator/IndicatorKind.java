package org.candlewright.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A registered indicator: what rules, the builder, charts and the documentation need to know of it.
 *
 * @param name name in strategy files, for example {@code ema}
 * @param label name on charts, for example {@code EMA}
 * @param help one sentence
 * @param formula the formula in a line
 * @param origin where the formula is published
 * @param parameters in the order of labels such as {@code MACD 12 26 9}
 * @param source what it reads by default; empty if it reads whole bars and no source can be chosen
 * @param outputs at least one; the first is meant where none is named
 * @param recursive whether it remembers all the past, so that 25 lengths warm it up
 * @param length bars over which it looks back, at least 1
 * @param warmUp bars at the beginning on which its last output has no value yet
 * @param spanMillis time that it looks back over whatever the bars, such as a session; else 0
 * @param factory makes one
 */
public record IndicatorKind(
    String name,
    String label,
    String help,
    String formula,
    String origin,
    List<IndicatorParameter> parameters,
    Optional<PriceSource> source,
    List<IndicatorOutput> outputs,
    IndicatorPane pane,
    boolean recursive,
    ToIntFunction<IndicatorSettings> length,
    ToIntFunction<IndicatorSettings> warmUp,
    ToLongFunction<IndicatorSettings> spanMillis,
    Function<IndicatorSettings, Indicator> factory) {

  /** Lengths of a recursive indicator after which its seed no longer shows. */
  public static final int SETTLING_LENGTHS = 25;

  /** Begins a declaration; {@link Builder#make} ends it. */
  public static Builder named(String name, String label, String help) {
    return new Builder(name, label, help);
  }

  public Indicator make(IndicatorSettings settings) {
    return factory.apply(settings);
  }

  /** Its defaults, with some values changed. */
  public IndicatorSettings settings(Map<String, Double> changed) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (IndicatorParameter parameter : parameters) {
      double value = changed.getOrDefault(parameter.name(), parameter.byDefault());
      if (!parameter.accepts(value)) {
        throw new IllegalArgumentException(name + "." + parameter.name() + ": " + value);
      }
      values.put(parameter.name(), value);
    }
    return new IndicatorSettings(values, source.orElse(PriceSource.CLOSE));
  }

  public Optional<IndicatorParameter> parameter(String wanted) {
    return parameters.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }

  /** Number of the output with that name; -1 if there is none. */
  public int output(String wanted) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).name().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Bars before its first use that are worth having: 25 lengths if it remembers all the past.
   *
   * @param barMillis length of a bar
   */
  public long settlingBars(IndicatorSettings settings, long barMillis) {
    long bars =
        recursive
            ? (long) SETTLING_LENGTHS * length.applyAsInt(settings)
            : warmUp.applyAsInt(settings);
    return Math.max(bars, Math.ceilDiv(spanMillis.applyAsLong(settings), barMillis));
  }

  /** Puts a declaration together. */
  public static final class Builder {
    private final String name;
    private final String label;
    private final String help;
    private String formula = "";
    private String origin = "";
    private final List<IndicatorParameter> parameters = new ArrayList<>();
    private Optional<PriceSource> source = Optional.empty();
    private final List<IndicatorOutput> outputs = new ArrayList<>();
    private IndicatorPane pane = IndicatorPane.PRICE;
    private boolean recursive;
    private Optional<ToIntFunction<IndicatorSettings>> length = Optional.empty();
    private Optional<ToIntFunction<IndicatorSettings>> warmUp = Optional.empty();
    private ToLongFunction<IndicatorSettings> spanMillis = settings -> 0;

    private Builder(String name, String label, String help) {
      this.name = name;
      this.label = label;
      this.help = help;
    }

    /** The formula in a line, and where it is published. */
    public Builder formula(String text, String publishedIn) {
      formula = text;
      origin = publishedIn;
      return this;
    }

    /** A source can be chosen; this one is the default. */
    public Builder reads(PriceSource byDefault) {
      source = Optional.of(byDefault);
      return this;
    }

    /** A number of bars from 1 up. */
    public Builder bars(String parameter, String text, int byDefault) {
      return bars(parameter, text, 1, byDefault);
    }

    /** A number of bars from a minimum up. */
    public Builder bars(String parameter, String text, int min, int byDefault) {
      parameters.add(
          new IndicatorParameter(
              parameter, text, "bars", min, IndicatorParameter.MAX_BARS, byDefault, true));
      return this;
    }

    /** A decimal. */
    public Builder number(String parameter, String text, double min, double max, double byDefault) {
      parameters.add(new IndicatorParameter(parameter, text, "", min, max, byDefault, false));
      return this;
    }

    /** A whole number that counts something else than bars. */
    public Builder whole(
        String parameter, String text, String unit, int min, int max, int byDefault) {
      parameters.add(new IndicatorParameter(parameter, text, unit, min, max, byDefault, true));
      return this;
    }

    /** Further outputs; without any there is one line named {@code value}. */
    public Builder output(String output, String text, IndicatorOutput.Plot plot) {
      outputs.add(new IndicatorOutput(output, text, plot));
      return this;
    }

    public Builder line(String output, String text) {
      return output(output, text, IndicatorOutput.Plot.LINE);
    }

    /** Drawn elsewhere than on the price axis. */
    public Builder pane(IndicatorPane where) {
      pane = where;
      return this;
    }

    /** It remembers all the past. */
    public Builder recursive() {
      recursive = true;
      return this;
    }

    /** Bars it looks back over; the largest parameter in bars where nothing is said. */
    public Builder length(ToIntFunction<IndicatorSettings> bars) {
      length = Optional.of(bars);
      return this;
    }

    /** Leading bars without a value of some output; length − 1 where nothing is said. */
    public Builder warmUp(ToIntFunction<IndicatorSettings> bars) {
      warmUp = Optional.of(bars);
      return this;
    }

    /** Time that it looks back over whatever the bars. */
    public Builder span(ToLongFunction<IndicatorSettings> millis) {
      spanMillis = millis;
      return this;
    }

    /** Ends the declaration. */
    public IndicatorKind make(Function<IndicatorSettings, Indicator> factory) {
      if (outputs.isEmpty()) {
        line("value", label);
      }
      List<IndicatorParameter> declared = List.copyOf(parameters);
      ToIntFunction<IndicatorSettings> bars =
          length.orElse(
              settings ->
                  declared.stream()
                      .filter(each -> each.unit().equals("bars"))
                      .mapToInt(each -> settings.whole(each.name()))
                      .max()
                      .orElse(1));
      return new IndicatorKind(
          name,
          label,
          help,
          formula,
          origin,
          declared,
          source,
          List.copyOf(outputs),
          pane,
          recursive,
          bars,
          warmUp.orElse(settings -> bars.applyAsInt(settings) - 1),
          spanMillis,
          factory);
    }
  }
}
