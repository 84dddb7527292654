package org.candlewright.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Grids over the instruments of a run. The grid is laid at the close of the first bar at which
 * entries are allowed. A level that a bar touched is a signal, the nearest to the start first, one
 * a bar, and becomes a limit order at the level itself. What is held at which level the engine
 * says: a level is free again as soon as its target or stop was filled. A grid holds one side at a
 * time; a signal of the other side withdraws what still waits, and comes only while flat.
 */
final class GridProgram implements StrategyProgram {
  private static final int MINIMUM_BARS = 50;

  private final GridStrategy strategy;
  private final GridLevels[] grids;
  private final BarSeries[] bars;
  private final PriceBlock[] blocks;
  private final SignalColumns[] ranges;
  private final int[] blockStarts;
  private final int steps;
  private final int most;
  private final String mostText;
  private final boolean follow;
  private final List<String> reasons = new ArrayList<>();

  GridProgram(GridStrategy strategy, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.steps = strategy.value("steps").intValueExact();
    this.most = strategy.value("max_open").intValueExact();
    this.mostText = String.valueOf(most);
    this.follow = strategy.value("follow").signum() > 0;
    int count = instruments.size();
    this.grids = new GridLevels[count];
    this.bars = new BarSeries[count];
    this.blocks = new PriceBlock[count];
    this.ranges = new SignalColumns[count];
    this.blockStarts = new int[count];
    for (int i = 0; i < count; i++) {
      grids[i] = new GridLevels(steps);
      bars[i] = instruments.get(i).bars();
      blocks[i] = new PriceBlock(bars[i]);
      ranges[i] =
          new SignalColumns(
              strategy.known(),
              "atr",
              Map.of("period", strategy.value("atr_period").doubleValue()));
    }
    for (int level = 0; level <= steps; level++) {
      reasons.add("grid_level_" + level);
    }
    reasons.add("stop_loss");
    reasons.add("take_profit");
  }

  @Override
  public int minimumBars() {
    return MINIMUM_BARS;
  }

  @Override
  public int warmUpBars() {
    return 25 * strategy.value("atr_period").intValueExact();
  }

  @Override
  public List<String> reasons() {
    return reasons;
  }

  @Override
  public void update(int instrument, int from, int to) {
    blockStarts[instrument] = from;
    blocks[instrument].moveTo(from, to);
    ranges[instrument].update(blocks[instrument]);
  }

  private double range(int i, int bar) {
    return ranges[i].output(0)[bar - blockStarts[i]];
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    GridLevels grid = grids[instrument];
    BarSeries series = bars[instrument];
    int bar = from;
    while (bar < to
        && grid.laid()
        && !grid.touched(series.lows()[bar], series.highs()[bar])
        && !(follow && !grid.inside(series.closes()[bar]))) {
      bar++;
    }
    return bar;
  }

  @Override
  public void decide(DecisionPass pass) {
    for (int i = 0; i < grids.length; i++) {
      if (pass.closed(i) && pass.warm(i)) {
        decide(pass, i, pass.bar(i));
      }
    }
  }

  private void decide(DecisionPass pass, int i, int bar) {
    GridLevels grid = grids[i];
    long close = bars[i].closes()[bar];
    if (!grid.laid()) {
      lay(i, bar);
    } else if (!grid.inside(close)) {
      if (follow && pass.side(i) == 0) {
        pass.cancelEntries(i);
        lay(i, bar);
      }
    } else if (!pass.leaving(i) && grid.away(close)) {
      signal(pass, i, bar);
    }
  }

  /** Lays the grid around the close of a bar, or where its edges are given. */
  private void lay(int i, int bar) {
    long close = bars[i].closes()[bar];
    if (strategy.value("upper").signum() > 0) {
      grids[i].lay(ticks(i, strategy.value("lower")), ticks(i, strategy.value("upper")), close);
      return;
    }
    double range = range(i, bar);
    if (Double.isFinite(range)) {
      long reach = ticks(i, BigDecimal.valueOf(range).multiply(strategy.value("range_atr")));
      grids[i].lay(close - reach, close + reach, close);
    }
  }

  private long ticks(int i, BigDecimal price) {
    return price.divide(bars[i].tick(), 0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** Takes the first free level that the bar touched, from the start outwards. */
  private void signal(DecisionPass pass, int i, int bar) {
    int below = grids[i].below();
    for (int distance = 0; distance < steps; distance++) {
      if (taken(pass, i, bar, below - 1 - distance) || taken(pass, i, bar, below + distance)) {
        return;
      }
    }
  }

  /** Whether the level was a signal, and so the bar's one. */
  private boolean taken(DecisionPass pass, int i, int bar, int level) {
    GridLevels grid = grids[i];
    if (level < 1 || level >= steps) {
      return false;
    }
    int side = grid.side(level);
    long price = grid.level(level);
    boolean free =
        side != 0
            && bars[i].lows()[bar] <= price
            && price <= bars[i].highs()[bar]
            && pass.side(i) != -side
            && (side > 0 || pass.mayShort(i))
            && !pass.taken(i, level);
    if (!free) {
      return false;
    }
    withdraw(pass, i, -side);
    if (open(pass, i) >= most) {
      pass.refuse(i, level, "pyramid_limit", mostText, mostText);
    } else if (pass.enter(i, side, level, plan(grid, level, side))) {
      grid.signalled(level);
    }
    return true;
  }

  private EntryPlan plan(GridLevels grid, int level, int side) {
    EntryPlan.Route route =
        new EntryPlan.Route(EntryPlan.Kind.LIMIT, 0, grid.level(level), false, 0);
    EntryPlan.Exits exits =
        EntryPlan.Exits.bracket(
            side > 0 ? grid.low() : grid.high(), steps + 1, grid.level(level + side), steps + 2);
    return new EntryPlan(route, exits, 1);
  }

  /** Cancels what waits on levels of a side. */
  private void withdraw(DecisionPass pass, int i, int side) {
    for (int level = 1; level < steps; level++) {
      if (grids[i].side(level) == side && pass.taken(i, level)) {
        pass.cancelWaiting(i, level);
      }
    }
  }

  private int open(DecisionPass pass, int i) {
    int open = 0;
    for (int level = 1; level < steps; level++) {
      open += pass.taken(i, level) ? 1 : 0;
    }
    return open;
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return List.of(
        new IndicatorLine(
            "ATR " + strategy.value("atr_period").toPlainString(), false, Double.NaN, Double.NaN));
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return range(instrument, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    return new GridExplanation(grids[instrument], bars[instrument], steps)
        .at(bar, range(instrument, bar));
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < grids.length; i++) {
      ranges[i].save(out);
      grids[i].save(out);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < grids.length; i++) {
      ranges[i].restore(in);
      grids[i].restore(in);
    }
  }
}
