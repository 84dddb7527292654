package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Rules compiled for a run. A strategy is flat when it holds nothing and nothing works for it; an
 * entry rule of the other side closes and, where it may, reverses in the same pass. A signal that
 * comes while an exit still works does nothing and is not remembered.
 */
final class RulesProgram implements StrategyProgram {
  private final RulesStrategy strategy;
  private final RuleColumns[] columns;
  private final List<String> reasons = new ArrayList<>();
  private final int entries;

  /** Rules and resting exits; behind them stand the reasons of stops and targets. */
  private final int rules;

  private final long entryMask;
  private final long longMask;
  private final long shortMask;
  private final int warmUp;
  private final RuleOrderDesk orders;

  RulesProgram(RulesStrategy strategy, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.columns =
        instruments.stream()
            .map(data -> new RuleColumns(strategy, data.bars()))
            .toArray(RuleColumns[]::new);
    this.entries = strategy.entries().size();
    strategy.entries().forEach(rule -> reasons.add(rule.name()));
    strategy.exits().forEach(rule -> reasons.add(rule.name()));
    strategy.orders().exits().forEach(exit -> reasons.add(exit.name()));
    this.rules = reasons.size();
    ExitReasons exitReasons = ExitReasons.append(strategy.protection(), reasons);
    PlanMaker[] plans = new PlanMaker[columns.length];
    for (int i = 0; i < plans.length; i++) {
      plans[i] = new PlanMaker(strategy, instruments.get(i).bars(), columns[i], exitReasons);
    }
    this.orders = new RuleOrderDesk(strategy, columns, plans);
    this.entryMask = (1L << entries) - 1;
    this.longMask = leavingMask(1);
    this.shortMask = leavingMask(-1);
    this.warmUp = warmUp(strategy, instruments);
  }

  /** Bars for the indicators to settle, and those that conditions look back besides. */
  private static int warmUp(RulesStrategy strategy, List<InstrumentData> instruments) {
    RuleIndicators indicators = new RuleIndicators(strategy);
    long most = 0;
    for (InstrumentData data : instruments) {
      most = Math.max(most, indicators.settlingBars(data.bars().timeframe()));
    }
    return Math.toIntExact(most + LookBack.of(strategy));
  }

  /** Rules that may end a position of the given side. */
  private long leavingMask(int side) {
    long mask = 0;
    for (int rule = 0; rule < entries; rule++) {
      if (strategy.entries().get(rule).side() != side
          && strategy.onOpposite() != RulesStrategy.OnOpposite.IGNORE) {
        mask |= 1L << rule;
      }
    }
    for (int exit = 0; exit < strategy.exits().size(); exit++) {
      if (strategy.exits().get(exit).side() == side) {
        mask |= 1L << (entries + exit);
      }
    }
    return mask;
  }

  @Override
  public CloseRule closeRule() {
    return strategy.protection().closing();
  }

  @Override
  public int minimumBars() {
    return strategy.minimumBars();
  }

  @Override
  public int warmUpBars() {
    return warmUp;
  }

  @Override
  public List<String> reasons() {
    return reasons;
  }

  @Override
  public void update(int instrument, int from, int to) {
    columns[instrument].update(from, to);
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    if (orders.restsBeside(side)) {
      return from;
    }
    if (strategy.orders().every()) {
      return side == 0
          ? columns[instrument].nextFlat(from, to, entryMask)
          : columns[instrument].next(from, to, entryMask | (side > 0 ? longMask : shortMask));
    }
    return side == 0
        ? columns[instrument].nextFlat(from, to, entryMask)
        : columns[instrument].next(from, to, side > 0 ? longMask : shortMask);
  }

  @Override
  public void decide(DecisionPass pass) {
    for (int i = 0; i < columns.length; i++) {
      if (pass.closed(i)) {
        decide(pass, i);
      }
    }
  }

  private void decide(DecisionPass pass, int i) {
    int side = pass.side(i);
    int bar = pass.bar(i);
    columns[i].hold(side, side == 0 ? 0 : pass.barsInTrade(i), pass.entryPrice(i));
    if (strategy.orders().every()) {
      orders.decideEvery(pass, i, bar, side);
    } else {
      decideFirst(pass, i, bar, side);
    }
    orders.protect(pass, i, bar, side);
  }

  private void decideFirst(DecisionPass pass, int i, int bar, int side) {
    if (side != 0) {
      int leaving = firstHolding(i, bar, side > 0 ? longMask : shortMask);
      if (leaving < 0 || pass.leaving(i)) {
        return;
      }
      orders.leave(pass, i, leaving);
      if (leaving < entries && strategy.onOpposite() == RulesStrategy.OnOpposite.REVERSE) {
        enter(pass, i, leaving);
      }
    } else if (!pass.working(i)) {
      int rule = firstHolding(i, bar, entryMask);
      if (rule >= 0) {
        enter(pass, i, rule);
      }
    }
  }

  private void enter(DecisionPass pass, int i, int rule) {
    orders.enter(pass, i, rule);
  }

  private int firstHolding(int i, int bar, long mask) {
    for (int rule = 0; rule < this.rules; rule++) {
      if ((mask >> rule & 1) != 0 && columns[i].holds(rule, bar)) {
        return rule;
      }
    }
    return -1;
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return columns[instrument].lines();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return columns[instrument].lineValue(line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    columns[instrument].hold(side, side == 0 ? 0 : Double.NaN, Double.NaN);
    return explained(instrument, bar);
  }

  @Override
  public Explanation explain(
      int instrument, int bar, int side, int barsInTrade, double entryPrice) {
    columns[instrument].hold(side, barsInTrade, entryPrice);
    return explained(instrument, bar);
  }

  private Explanation explained(int instrument, int bar) {
    List<Explanation.Condition> rules = new ArrayList<>();
    for (int rule = 0; rule < this.rules; rule++) {
      Explanation.Condition outcome = columns[instrument].explain(rule, bar);
      rules.add(
          new Explanation.Condition(
              reasons.get(rule) + ": " + outcome.text(),
              outcome.holds(),
              outcome.left(),
              outcome.right(),
              outcome.relation(),
              outcome.parts()));
    }
    return new Explanation(columns[instrument].inputs(bar), rules);
  }

  @Override
  public void save(StateWriter out) {
    for (RuleColumns each : columns) {
      each.save(out);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (RuleColumns each : columns) {
      each.restore(in);
    }
  }
}
