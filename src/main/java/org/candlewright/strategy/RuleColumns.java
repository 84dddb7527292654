package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.Indicator;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** The rules of one instrument, compiled: indicator columns and the bars on which rules hold. */
final class RuleColumns {
  private final RulesStrategy strategy;
  private final PriceBlock prices;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Column> byName = new LinkedHashMap<>();
  private final List<IndicatorLine> lines = new ArrayList<>();
  private final Node[] rules;
  private final boolean[][] holds;
  private int from;
  private int to;

  /** An indicator with the values of the block; equal uses share one. */
  private static final class Column {
    final Indicator indicator;
    final String label;
    double[] values = new double[0];

    Column(Indicator indicator, String label) {
      this.indicator = indicator;
      this.label = label;
    }
  }

  RuleColumns(RulesStrategy strategy, BarSeries bars) {
    this.strategy = strategy;
    this.prices = new PriceBlock(bars);
    strategy.indicators().forEach(this::addIndicator);
    List<RulesStrategy.Rule> all = new ArrayList<>(strategy.entries());
    all.addAll(strategy.exits());
    this.rules = all.stream().map(rule -> compile(rule.when())).toArray(Node[]::new);
    this.holds = new boolean[rules.length][0];
  }

  private void addIndicator(String name, RulesStrategy.IndicatorUse use) {
    int period = strategy.number(use.period()).intValueExact();
    IndicatorKind kind = strategy.known().find(use.indicator()).orElseThrow();
    String label = kind.label() + " " + period;
    for (Column column : columns) {
      if (column.label.equals(label)) {
        byName.put(name, column);
        return;
      }
    }
    Column column = new Column(kind.make(kind.settings(Map.of("period", (double) period))), label);
    columns.add(column);
    byName.put(name, column);
    lines.add(new IndicatorLine(label, label, kind.pane(), kind.outputs().getFirst().plot()));
  }

  List<IndicatorLine> lines() {
    return lines;
  }

  double lineValue(int line, int bar) {
    return columns.get(line).values[bar - from];
  }

  void update(int fromBar, int toBar) {
    from = fromBar;
    to = toBar;
    int size = toBar - fromBar;
    prices.moveTo(fromBar, toBar);
    for (Column column : columns) {
      if (column.values.length < size) {
        column.values = new double[size];
      }
      column.indicator.update(prices, column.values);
    }
    for (int rule = 0; rule < rules.length; rule++) {
      if (holds[rule].length < size) {
        holds[rule] = new boolean[size];
      }
      rules[rule].collect(size, holds[rule]);
    }
  }

  /** Whether the rule holds at a bar of the last block. */
  boolean holds(int rule, int bar) {
    return holds[rule][bar - from];
  }

  /** The first bar in [start, end) at which one of the rules in the mask holds. */
  int next(int start, int end, long mask) {
    int best = end;
    for (int rule = 0; rule < rules.length; rule++) {
      if ((mask >> rule & 1) != 0) {
        boolean[] column = holds[rule];
        int i = start;
        while (i < best && !column[i - from]) {
          i++;
        }
        best = i;
      }
    }
    return best;
  }

  Explanation.Condition explain(int rule, int bar) {
    return rules[rule].explain(bar - from);
  }

  List<Explanation.Input> inputs(int bar) {
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(new Explanation.Input("close", prices.close()[bar - from], ""));
    for (Column column : columns) {
      inputs.add(new Explanation.Input(column.label, column.values[bar - from], ""));
    }
    return inputs;
  }

  void save(StateWriter out) {
    columns.forEach(column -> column.indicator.save(out));
    for (Node rule : rules) {
      rule.save(out);
    }
  }

  void restore(StateReader in) {
    columns.forEach(column -> column.indicator.restore(in));
    for (Node rule : rules) {
      rule.restore(in);
    }
  }

  private Node compile(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Group(true, all.parts().stream().map(this::compile).toList());
      case Condition.Any any -> new Group(false, any.parts().stream().map(this::compile).toList());
      case Condition.Not not -> negated(not.part());
      case Condition.Crosses crosses ->
          new Crossing(crosses.above(), side(crosses.left()), side(crosses.right()));
      case Condition.Compare compare ->
          new Comparison(compare.relation(), side(compare.left()), side(compare.right()));
    };
  }

  /**
   * The negation, moved down to the comparisons: there a value that is still warming up makes it
   * false, as it makes every condition.
   */
  private Node negated(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Group(false, all.parts().stream().map(this::negated).toList());
      case Condition.Any any -> new Group(true, any.parts().stream().map(this::negated).toList());
      case Condition.Not not -> compile(not.part());
      case Condition.Crosses crosses ->
          new NoCrossing(
              new Crossing(crosses.above(), side(crosses.left()), side(crosses.right())));
      case Condition.Compare compare ->
          new Comparison(
              compare.relation().opposite(), side(compare.left()), side(compare.right()));
    };
  }

  private Side side(Operand operand) {
    return switch (operand) {
      case Operand.Price price ->
          new Side(
              price.field(),
              () ->
                  switch (price.field()) {
                    case "open" -> prices.open();
                    case "high" -> prices.high();
                    case "low" -> prices.low();
                    case "volume" -> prices.volume();
                    default -> prices.close();
                  });
      case Operand.IndicatorValue value -> {
        Column column = byName.get(value.name());
        if (column == null) {
          throw new IllegalArgumentException(value.name());
        }
        yield new Side(column.label, () -> column.values);
      }
      case Operand.Constant ignored -> constant(operand);
      case Operand.ParameterValue ignored -> constant(operand);
    };
  }

  private Side constant(Operand operand) {
    double value = strategy.number(operand).doubleValue();
    double[][] filled = {new double[0]};
    return new Side(
        strategy.number(operand).toPlainString(),
        () -> {
          if (filled[0].length < to - from) {
            filled[0] = new double[to - from];
            Arrays.fill(filled[0], value);
          }
          return filled[0];
        });
  }

  /** One side of a comparison: its name and its values over the block. */
  private record Side(String name, java.util.function.Supplier<double[]> values) {}

  /** A compiled condition. */
  private interface Node {
    /** Writes for each bar of the block whether it holds, and carries state over to the next. */
    void collect(int size, boolean[] out);

    Explanation.Condition explain(int at);

    void save(StateWriter out);

    void restore(StateReader in);
  }

  private static final class Comparison implements Node {
    private final Condition.Relation relation;
    private final Side left;
    private final Side right;

    Comparison(Condition.Relation relation, Side left, Side right) {
      this.relation = relation;
      this.left = left;
      this.right = right;
    }

    @Override
    public void collect(int size, boolean[] out) {
      double[] a = left.values().get();
      double[] b = right.values().get();
      switch (relation) {
        case GREATER -> {
          for (int i = 0; i < size; i++) {
            out[i] = a[i] > b[i];
          }
        }
        case LESS -> {
          for (int i = 0; i < size; i++) {
            out[i] = a[i] < b[i];
          }
        }
        default -> {
          for (int i = 0; i < size; i++) {
            out[i] = relation.holds(a[i], b[i]);
          }
        }
      }
    }

    @Override
    public Explanation.Condition explain(int at) {
      double a = left.values().get()[at];
      double b = right.values().get()[at];
      return new Explanation.Condition(
          left.name() + " " + relation.sign() + " " + right.name(),
          relation.holds(a, b),
          a,
          b,
          relation.sign(),
          List.of());
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void restore(StateReader in) {}
  }

  private static final class Crossing implements Node {
    private final boolean above;
    private final Side left;
    private final Side right;
    private double lastLeft = Double.NaN;
    private double lastRight = Double.NaN;
    private double firstLeft = Double.NaN;
    private double firstRight = Double.NaN;

    Crossing(boolean above, Side left, Side right) {
      this.above = above;
      this.left = left;
      this.right = right;
    }

    @Override
    public void collect(int size, boolean[] out) {
      if (size == 0) {
        return;
      }
      double[] a = above ? left.values().get() : right.values().get();
      double[] b = above ? right.values().get() : left.values().get();
      firstLeft = lastLeft;
      firstRight = lastRight;
      // Below is above with the sides exchanged: before ≥ and now <.
      out[0] = firstLeft <= firstRight && a[0] > b[0];
      for (int i = 1; i < size; i++) {
        out[i] = a[i - 1] <= b[i - 1] & a[i] > b[i];
      }
      lastLeft = a[size - 1];
      lastRight = b[size - 1];
    }

    /** Whether both sides have values at the bar and at the one before. */
    boolean known(int at) {
      double[] a = left.values().get();
      double[] b = right.values().get();
      double before = at == 0 ? firstLeft + firstRight : a[at - 1] + b[at - 1];
      return !Double.isNaN(before) && !Double.isNaN(a[at] + b[at]);
    }

    @Override
    public Explanation.Condition explain(int at) {
      double[] a = above ? left.values().get() : right.values().get();
      double[] b = above ? right.values().get() : left.values().get();
      double beforeA = at == 0 ? firstLeft : a[at - 1];
      double beforeB = at == 0 ? firstRight : b[at - 1];
      boolean holds = beforeA <= beforeB && a[at] > b[at];
      return new Explanation.Condition(
          left.name() + (above ? " crosses above " : " crosses below ") + right.name(),
          holds,
          above ? a[at] : b[at],
          above ? b[at] : a[at],
          above ? ">" : "<",
          List.of());
    }

    @Override
    public void save(StateWriter out) {
      out.putDouble(lastLeft);
      out.putDouble(lastRight);
    }

    @Override
    public void restore(StateReader in) {
      lastLeft = in.getDouble();
      lastRight = in.getDouble();
    }
  }

  private static final class Group implements Node {
    private final boolean all;
    private final List<Node> parts;
    private boolean[] scratch = new boolean[0];

    Group(boolean all, List<Node> parts) {
      this.all = all;
      this.parts = parts;
    }

    @Override
    public void collect(int size, boolean[] out) {
      if (scratch.length < size) {
        scratch = new boolean[size];
      }
      parts.getFirst().collect(size, out);
      for (int part = 1; part < parts.size(); part++) {
        parts.get(part).collect(size, scratch);
        for (int i = 0; i < size; i++) {
          out[i] = all ? out[i] & scratch[i] : out[i] | scratch[i];
        }
      }
    }

    @Override
    public Explanation.Condition explain(int at) {
      List<Explanation.Condition> outcomes = parts.stream().map(part -> part.explain(at)).toList();
      boolean holds =
          all
              ? outcomes.stream().allMatch(Explanation.Condition::holds)
              : outcomes.stream().anyMatch(Explanation.Condition::holds);
      return new Explanation.Condition(
          all ? "all of" : "any of", holds, Double.NaN, Double.NaN, "", outcomes);
    }

    @Override
    public void save(StateWriter out) {
      parts.forEach(part -> part.save(out));
    }

    @Override
    public void restore(StateReader in) {
      parts.forEach(part -> part.restore(in));
    }
  }

  /** Known to cross nothing: false where a value before or now is missing. */
  private record NoCrossing(Crossing crossing) implements Node {
    @Override
    public void collect(int size, boolean[] out) {
      crossing.collect(size, out);
      for (int i = 0; i < size; i++) {
        out[i] = !out[i] && crossing.known(i);
      }
    }

    @Override
    public Explanation.Condition explain(int at) {
      Explanation.Condition inner = crossing.explain(at);
      return new Explanation.Condition(
          "not " + inner.text(),
          !inner.holds() && crossing.known(at),
          Double.NaN,
          Double.NaN,
          "",
          List.of(inner));
    }

    @Override
    public void save(StateWriter out) {
      crossing.save(out);
    }

    @Override
    public void restore(StateReader in) {
      crossing.restore(in);
    }
  }
}
