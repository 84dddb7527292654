package org.candlewright.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.RunObserver;
import org.candlewright.market.BarSeries;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.StrategyProgram;

/**
 * Brings an engine to any bar of a run: from the nearest checkpoint before it, replaying at most
 * one block, or onwards from where it stands. Without checkpoints it plays from the start of the
 * run. Used by one thread at a time, and by one seeker per strategy program.
 */
final class Seeker {
  private final EngineSetup setup;
  private final List<Checkpoint> checkpoints;
  private final Watcher watcher;
  private Optional<Engine> engine = Optional.empty();

  Seeker(EngineSetup setup, List<Checkpoint> checkpoints) {
    this.setup = setup;
    this.checkpoints = checkpoints;
    this.watcher = new Watcher(setup.instruments().size());
  }

  /** What is collected on the way. */
  private static final class Watcher implements RunObserver {
    final List<DecisionRecord> decisions = new ArrayList<>();
    LastLines lines;

    Watcher(int instruments) {
      this.lines = new LastLines(instruments);
    }

    @Override
    public boolean wantsDecisions() {
      return true;
    }

    @Override
    public void decision(DecisionRecord decision) {
      decisions.add(decision);
    }

    @Override
    public void block(StrategyProgram program, int instrument, int from, int to) {
      lines.take(program, instrument, to);
    }
  }

  /**
   * Goes to an instant of the run's clock.
   *
   * @param row its number, handed through
   */
  Moment seek(int row, long time) {
    int nearest = before(time);
    long start = nearest < 0 ? Long.MIN_VALUE : checkpoints.get(nearest).timeMillis();
    Engine standing = engine.orElse(null);
    boolean ahead =
        standing != null
            && !standing.finished()
            && standing.timeMillis() < time
            && standing.timeMillis() >= start;
    return moment(row, time, ahead && standing != null ? standing : begin(nearest));
  }

  private Engine begin(int checkpoint) {
    Engine fresh = new Engine(setup, watcher);
    if (checkpoint >= 0) {
      fresh.restore(checkpoints.get(checkpoint).words());
      watcher.lines = checkpoints.get(checkpoint).lines().copy();
    }
    engine = Optional.of(fresh);
    return fresh;
  }

  /** The last checkpoint taken before a time; -1 if there is none. */
  private int before(long time) {
    int low = 0;
    int high = checkpoints.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (checkpoints.get(middle).timeMillis() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private Moment moment(int row, long time, Engine at) {
    watcher.decisions.clear();
    at.runTo(time);
    EngineState state = at.state();
    int instruments = setup.instruments().size();
    int[] bars = new int[instruments];
    List<Optional<Explanation>> explanations = new ArrayList<>();
    for (int i = 0; i < instruments; i++) {
      BarSeries series = setup.instruments().get(i).bars();
      bars[i] = series.lastEndedAt(time);
      boolean closed = bars[i] >= 0 && series.endTime(bars[i]) == time;
      explanations.add(
          closed
              ? Optional.of(setup.program().explain(i, bars[i], side(state, i)))
              : Optional.empty());
    }
    return new Moment(
        row,
        state,
        bars,
        watcher.lines.copyValues(),
        watcher.decisions.stream().filter(each -> each.timeMillis() == time).toList(),
        List.copyOf(explanations));
  }

  private static int side(EngineState state, int instrument) {
    for (EngineState.Position position : state.positions()) {
      if (position.instrument() == instrument) {
        return Long.signum(position.lots());
      }
    }
    return 0;
  }
}
