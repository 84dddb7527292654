package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.indicator.Ema;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.IndicatorSettings;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.indicator.PriceSource;
import org.candlewright.indicator.ValueSource;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.market.Timeframe;

/** The values that the rules of one instrument read: prices, indicators, times, arithmetic. */
final class RuleInputs {
  private final RulesStrategy strategy;
  private final RuleIndicators indicators;
  private final BarSeries bars;
  private final PriceBlock prices;
  private final Map<Timeframe, CoarseBars> coarse = new LinkedHashMap<>();

  /** The same, as they came. */
  private final List<CoarseBars> coarseBars = new ArrayList<>();

  private final List<Stage> stages = new ArrayList<>();
  private final Map<Operand, Series> series = new LinkedHashMap<>();
  private final Map<RulesStrategy.IndicatorUse, IndicatorColumn> columns = new LinkedHashMap<>();
  private final List<IndicatorLine> lines = new ArrayList<>();
  private final List<Series> drawn = new ArrayList<>();
  private final Series close;

  RuleInputs(RulesStrategy strategy, BarSeries bars) {
    this.strategy = strategy;
    this.indicators = new RuleIndicators(strategy);
    this.bars = bars;
    this.prices = new PriceBlock(bars);
    strategy.indicators().forEach(this::addIndicator);
    this.close = of(new Operand.Price(PriceSource.CLOSE.word()));
  }

  private void addIndicator(String name, RulesStrategy.IndicatorUse use) {
    RulesStrategy.IndicatorUse resolved = resolved(use);
    if (columns.containsKey(resolved)) {
      return;
    }
    IndicatorKind kind = indicators.kind(use);
    Optional<CoarseBars> coarseBars = use.timeframe().map(timeframe -> coarse(name, timeframe));
    IndicatorSettings settings =
        new IndicatorSettings(indicators.settings(use).values(), source(use));
    IndicatorColumn column =
        new IndicatorColumn(
            kind,
            kind.outputs().stream().map(output -> indicators.label(use, output)).toList(),
            kind.make(settings),
            prices,
            coarseBars);
    columns.put(resolved, column);
    addColumn(column);
    for (int i = 0; i < kind.outputs().size(); i++) {
      IndicatorOutput output = kind.outputs().get(i);
      if (output.plot() != IndicatorOutput.Plot.HIDDEN) {
        lines.add(
            new IndicatorLine(
                indicators.label(use, output), indicators.label(use), kind.pane(), output.plot()));
        drawn.add(column.output(i));
      }
    }
  }

  private void addColumn(IndicatorColumn column) {
    Optional<Ema> average = column.plainAverage();
    if (average.isEmpty()) {
      stages.add(column);
      return;
    }
    for (Stage stage : stages) {
      if (stage instanceof JoinedAverages joined && joined.join(column, average.get())) {
        return;
      }
    }
    JoinedAverages first = new JoinedAverages(prices);
    first.join(column, average.get());
    stages.add(first);
  }

  /** The use with numbers instead of parameters, so that equal ones share a column. */
  private RulesStrategy.IndicatorUse resolved(RulesStrategy.IndicatorUse use) {
    Map<String, Operand> values = new LinkedHashMap<>();
    use.parameters()
        .forEach((name, value) -> values.put(name, new Operand.Constant(strategy.number(value))));
    Optional<Operand> source = use.source().map(operand -> new Operand.Price(sourceKey(operand)));
    return new RulesStrategy.IndicatorUse(use.indicator(), values, source, use.timeframe());
  }

  /** Equal for sources that read the same: labels say all of it. */
  private String sourceKey(Operand source) {
    return indicators.label(source);
  }

  private CoarseBars coarse(String name, Timeframe timeframe) {
    long step = timeframe.millis();
    if (step <= bars.timeframe().millis() || step % bars.timeframe().millis() != 0) {
      throw new InputException(
          "indicators."
              + name
              + ".timeframe: "
              + timeframe
              + " is no multiple of the run's "
              + bars.timeframe(),
          "Run on finer bars, or give a coarser timeframe");
    }
    return coarse.computeIfAbsent(
        timeframe,
        each -> {
          CoarseBars made = new CoarseBars(bars, each);
          coarseBars.add(made);
          return made;
        });
  }

  private ValueSource source(RulesStrategy.IndicatorUse use) {
    Operand source = use.source().orElse(new Operand.Price(indicators.price(use).word()));
    return switch (source) {
      case Operand.Price price -> PriceSource.find(price.field()).orElseThrow();
      case Operand.IndicatorValue value -> {
        RulesStrategy.IndicatorUse read = indicators.use(value);
        IndicatorColumn column = column(read);
        int output = indicators.kind(read).outputs().indexOf(indicators.output(value));
        boolean sameBars = read.timeframe().equals(use.timeframe());
        yield block -> sameBars ? column.own(output) : column.output(output).values;
      }
      default -> {
        Series values = of(source);
        yield block -> values.values;
      }
    };
  }

  private IndicatorColumn column(RulesStrategy.IndicatorUse use) {
    IndicatorColumn column = columns.get(resolved(use));
    if (column == null) {
      throw new IllegalArgumentException(use.indicator() + " is read before it is declared");
    }
    return column;
  }

  /** The column of an operand that does not depend on the position. */
  Series of(Operand operand) {
    Series known = series.get(operand);
    if (known != null) {
      return known;
    }
    Series made = compile(operand);
    series.put(operand, made);
    if (!(operand instanceof Operand.IndicatorValue)) {
      stages.add(made);
    }
    return made;
  }

  private Series compile(Operand operand) {
    String label = indicators.label(operand);
    return switch (operand) {
      case Operand.Price price ->
          new PriceSeries(label, PriceSource.find(price.field()).orElseThrow(), prices);
      case Operand.IndicatorValue value -> {
        RulesStrategy.IndicatorUse use = indicators.use(value);
        yield column(use).output(indicators.kind(use).outputs().indexOf(indicators.output(value)));
      }
      case Operand.Constant ignored -> new ConstantSeries(label, number(operand));
      case Operand.ParameterValue ignored -> new ConstantSeries(label, number(operand));
      case Operand.Time time -> new TimeSeries(label, time.field(), time.zone(), prices);
      case Operand.Ago ago ->
          new AgoSeries(label, of(ago.value()), strategy.number(ago.bars()).intValueExact());
      case Operand.Calculation calculation ->
          new CalculationSeries(
              label, calculation.operator(), calculation.parts().stream().map(this::of).toList());
      case Operand.Tick ignored -> new ConstantSeries(label, bars.tick().doubleValue());
      case Operand.Position ignored -> throw new IllegalArgumentException(label + " has no column");
    };
  }

  private double number(Operand operand) {
    return strategy.number(operand).doubleValue();
  }

  /** Name of an operand in explanations. */
  String label(Operand operand) {
    return indicators.label(operand);
  }

  PriceBlock prices() {
    return prices;
  }

  /** Adds a step that needs what was compiled so far. */
  void addStage(Stage stage) {
    stages.add(stage);
  }

  List<IndicatorLine> lines() {
    return lines;
  }

  double lineValue(int line, int at) {
    return drawn.get(line).values[at];
  }

  void update(int from, int to) {
    prices.moveTo(from, to);
    for (int i = 0; i < coarseBars.size(); i++) {
      coarseBars.get(i).update(from, to);
    }
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).update(to - from);
    }
  }

  /** The close and every output of every indicator. */
  List<Explanation.Input> explain(int at) {
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(new Explanation.Input(close.label(), close.values[at], ""));
    for (IndicatorColumn column : columns.values()) {
      for (int i = 0; i < column.kind().outputs().size(); i++) {
        Series output = column.output(i);
        inputs.add(new Explanation.Input(output.label(), output.values[at], ""));
      }
    }
    return inputs;
  }

  void save(StateWriter out) {
    coarse.values().forEach(each -> each.save(out));
    stages.forEach(each -> each.save(out));
  }

  void restore(StateReader in) {
    coarse.values().forEach(each -> each.restore(in));
    stages.forEach(each -> each.restore(in));
  }
}
