package org.candlewright.engine;

import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.IndicatorLine;
import org.candlewright.strategy.StrategyProgram;

/**
 * Sends orders of every kind at random closes. What it does at a bar is drawn from the seed and the
 * bar alone, so that it is the same however the run is cut into blocks.
 */
final class RandomOrders implements StrategyProgram {
  private final List<InstrumentData> instruments;
  private final long seed;
  private final CloseRule rule;

  RandomOrders(List<InstrumentData> instruments, long seed, CloseRule rule) {
    this.instruments = instruments;
    this.seed = seed;
    this.rule = rule;
  }

  private SplittableRandom at(int instrument, int bar) {
    return new SplittableRandom(seed * 1_000_003 + instrument * 7_919L + bar);
  }

  @Override
  public CloseRule closeRule() {
    return rule;
  }

  @Override
  public int minimumBars() {
    return 0;
  }

  @Override
  public int warmUpBars() {
    return 0;
  }

  @Override
  public List<String> reasons() {
    return List.of("entry", "stop", "target", "trail", "break_even", "exit");
  }

  @Override
  public void update(int instrument, int from, int to) {}

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    int bar = from;
    while (bar < to && at(instrument, bar).nextInt(6) != 0) {
      bar++;
    }
    return bar;
  }

  @Override
  public void decide(DecisionPass pass) {
    for (int i = 0; i < pass.instruments(); i++) {
      if (pass.closed(i)) {
        SplittableRandom random = at(i, pass.bar(i));
        if (random.nextInt(6) == 0) {
          act(pass, i, random);
        }
      }
    }
  }

  private void act(DecisionPass pass, int i, SplittableRandom random) {
    int side = pass.side(i);
    long close = instruments.get(i).bars().closes()[pass.bar(i)];
    int what = random.nextInt(10);
    if (side != 0 && what < 2) {
      pass.exit(i, Script.EXIT);
    } else if (side != 0 && what < 4) {
      pass.reduce(i, random.nextLong(1, 1_000_000_000_000L), Script.EXIT);
    } else if (what == 4) {
      pass.cancelEntries(i);
    } else if (!pass.working(i) && pass.entries(i) < 3) {
      int entry = side != 0 ? side : pass.mayShort(i) && random.nextBoolean() ? -1 : 1;
      pass.enter(i, entry, Script.ENTRY, plan(close, entry, random));
    }
  }

  private static EntryPlan plan(long close, int side, SplittableRandom random) {
    long step = Math.max(2, close / 200);
    EntryPlan.Kind kind = EntryPlan.Kind.values()[random.nextInt(4)];
    int against = kind == EntryPlan.Kind.LIMIT ? -side : side;
    long price = close + against * random.nextLong(1, step);
    long trigger = kind == EntryPlan.Kind.STOP || kind == EntryPlan.Kind.STOP_LIMIT ? price : 0;
    long limit =
        kind == EntryPlan.Kind.LIMIT
            ? price
            : kind == EntryPlan.Kind.STOP_LIMIT ? price + side * random.nextLong(-step, step) : 0;
    EntryPlan.Route route =
        new EntryPlan.Route(kind, trigger, limit, random.nextBoolean(), random.nextInt(6));
    long risk = random.nextLong(1, 4 * step);
    long half = 500_000_000_000L;
    List<EntryPlan.Target> targets =
        switch (random.nextInt(3)) {
          case 0 -> List.of();
          case 1 -> List.of(new EntryPlan.Target(close + side * 2 * risk, 2 * half, Script.TARGET));
          default ->
              List.of(
                  new EntryPlan.Target(close + side * risk, half, Script.TARGET),
                  new EntryPlan.Target(close + side * 3 * risk, half, Script.TARGET));
        };
    EntryPlan.Trail trail =
        random.nextInt(3) == 0
            ? new EntryPlan.Trail(
                random.nextBoolean() ? 0 : close + side * step, risk, 0, Script.TRAIL)
            : EntryPlan.Trail.NONE;
    EntryPlan.BreakEven breakEven =
        random.nextInt(3) == 0
            ? new EntryPlan.BreakEven(close + side * step, 1_000_000_000L, Script.BREAK_EVEN)
            : EntryPlan.BreakEven.NONE;
    long stop = random.nextInt(4) == 0 ? 0 : close - side * risk;
    return new EntryPlan(
        route, new EntryPlan.Exits(stop, Script.STOP, targets, trail, breakEven), 1);
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return List.of();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return Double.NaN;
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    return new Explanation(List.of(), List.of());
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void restore(StateReader in) {}
}
