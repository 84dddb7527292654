package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Lets a strategy decide up to a moment, then does what a person did. */
final class BranchProgram implements StrategyProgram {
  private static final List<String> BY_HAND =
      List.of("by_hand_long", "by_hand_short", "by_hand_close");

  private final BranchStrategy strategy;
  private final StrategyProgram base;
  private final List<InstrumentData> instruments;
  private final List<String> reasons;
  private final int firstReason;

  /** Bars of each instrument at whose end something is done, ascending. */
  private final int[][] bars;

  BranchProgram(BranchStrategy strategy, StrategyProgram base, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.base = base;
    this.instruments = instruments;
    this.reasons = new ArrayList<>(base.reasons());
    this.firstReason = reasons.size();
    reasons.addAll(BY_HAND);
    this.bars = new int[instruments.size()][];
    for (int i = 0; i < bars.length; i++) {
      BarSeries series = instruments.get(i).bars();
      bars[i] =
          strategy.actions().stream()
              .filter(this::concernsAny)
              .mapToInt(action -> series.lastEndedAt(action.timeMillis()))
              .filter(bar -> bar >= 0)
              .sorted()
              .distinct()
              .toArray();
    }
  }

  private boolean concernsAny(BranchStrategy.Action action) {
    return instruments.stream()
        .anyMatch(each -> each.instrument().id().equals(action.instrument()));
  }

  @Override
  public int minimumBars() {
    return base.minimumBars();
  }

  @Override
  public int warmUpBars() {
    return base.warmUpBars();
  }

  @Override
  public Legs legs() {
    return base.legs();
  }

  @Override
  public CloseRule closeRule() {
    return base.closeRule();
  }

  @Override
  public List<String> reasons() {
    return reasons;
  }

  @Override
  public boolean statesConviction(int reason) {
    return reason < firstReason && base.statesConviction(reason);
  }

  @Override
  public Optional<String> regime(long millis) {
    return base.regime(millis);
  }

  @Override
  public Optional<String> regime(int instrument, long millis) {
    return base.regime(instrument, millis);
  }

  @Override
  public void update(int instrument, int from, int to) {
    base.update(instrument, from, to);
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    BarSeries series = instruments.get(instrument).bars();
    int branch = series.lastEndedAt(strategy.fromMillis()) + 1;
    int found =
        from < branch ? base.nextDecision(instrument, from, Math.min(to, branch), side) : to;
    if (found >= Math.min(to, branch)) {
      found = to;
    }
    int at = Arrays.binarySearch(bars[instrument], from);
    int next = at >= 0 ? at : -at - 1;
    return next < bars[instrument].length ? Math.min(found, bars[instrument][next]) : found;
  }

  @Override
  public void decide(DecisionPass pass) {
    if (pass.timeMillis() <= strategy.fromMillis()) {
      base.decide(pass);
    }
    for (BranchStrategy.Action action : strategy.actions()) {
      if (action.timeMillis() == pass.timeMillis()) {
        act(pass, action);
      }
    }
  }

  private void act(DecisionPass pass, BranchStrategy.Action action) {
    for (int i = 0; i < instruments.size(); i++) {
      if (instruments.get(i).instrument().id().equals(action.instrument())) {
        if (legs().two()) {
          actOnPair(pass, i - i % 2, action.deed());
        } else {
          actOn(pass, i, action.deed());
        }
        return;
      }
    }
  }

  private int reason(BranchStrategy.Deed deed) {
    return firstReason
        + switch (deed) {
          case LONG -> 0;
          case SHORT -> 1;
          case CLOSE -> 2;
        };
  }

  private void actOn(DecisionPass pass, int i, BranchStrategy.Deed deed) {
    int side =
        switch (deed) {
          case LONG -> 1;
          case SHORT -> -1;
          case CLOSE -> 0;
        };
    pass.cancelEntries(i);
    if (pass.side(i) != 0 && pass.side(i) != side) {
      pass.exit(i, reason(deed));
    }
    if (side != 0 && pass.side(i) != side) {
      pass.enter(i, side, reason(deed));
    }
  }

  /** By hand a named pair is opened worth the same on both sides. */
  private void actOnLegs(DecisionPass pass, int first, BranchStrategy.Deed deed) {
    if (deed == BranchStrategy.Deed.CLOSE) {
      pass.exitLegs(first, first + 1, reason(deed));
    } else if (pass.side(first) == 0 && pass.side(first + 1) == 0) {
      int side = deed == BranchStrategy.Deed.LONG ? 1 : -1;
      pass.enterLegs(first, first + 1, side, 1, reason(deed));
    }
  }

  private void actOnPair(DecisionPass pass, int perpetual, BranchStrategy.Deed deed) {
    if (legs() == Legs.NAMED_PAIR) {
      actOnLegs(pass, perpetual, deed);
    } else if (deed == BranchStrategy.Deed.CLOSE) {
      pass.exitPair(perpetual, perpetual + 1, reason(deed));
    } else if (pass.side(perpetual) == 0) {
      pass.enterPair(perpetual, perpetual + 1, reason(deed), 1);
    }
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return base.lines(instrument);
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return base.lineValue(instrument, line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    return base.explain(instrument, bar, side);
  }

  @Override
  public Explanation explain(
      int instrument, int bar, int side, int barsInTrade, double entryPrice) {
    return base.explain(instrument, bar, side, barsInTrade, entryPrice);
  }

  @Override
  public void save(StateWriter out) {
    base.save(out);
  }

  @Override
  public void restore(StateReader in) {
    base.restore(in);
  }
}
