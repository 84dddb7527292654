package org.candlewright.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.RunObserver;
import org.candlewright.market.BarSeries;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.strategy.StrategyProgram;

/**
 * An open run made once more under another strategy, as light as can be: equity at each row of the
 * original, trades, figures, and checkpoints to seek from. Seeks are made one at a time.
 */
public final class Simulation {
  private final StrategyDefinition strategy;
  private final long[] equity;
  private final List<Trade> trades;
  private final EngineSummary summary;
  private final Rows clock;
  private final Seeker seeker;

  private Simulation(
      StrategyDefinition strategy,
      long[] equity,
      List<Trade> trades,
      EngineSummary summary,
      Rows clock,
      Seeker seeker) {
    this.strategy = strategy;
    this.equity = equity;
    this.trades = trades;
    this.summary = summary;
    this.clock = clock;
    this.seeker = seeker;
  }

  /**
   * Runs it.
   *
   * @param strategy the original's with other values of its parameters
   * @param cancelled asked once a block
   * @throws CancelledRunException if it was cancelled
   */
  public static Simulation of(
      ReplayRun original, StrategyDefinition strategy, BooleanSupplier cancelled) {
    EngineSetup base = original.plan().setup();
    EngineSetup setup = ReplayRun.blocks(base.with(strategy.program(base.instruments())));
    Watcher watcher = new Watcher(original.rows().size(), base.instruments().size());
    Engine engine = new Engine(setup, watcher);
    List<Checkpoint> checkpoints = new ArrayList<>();
    while (!engine.finished()) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      checkpoints.add(
          new Checkpoint(engine.timeMillis(), engine.checkpoint(), watcher.lines.copy()));
      engine.runBlock();
    }
    return new Simulation(
        strategy,
        watcher.equity,
        Trade.assemble(engine.log(), strategy.legs().two()),
        engine.summary(),
        original.rows(),
        new Seeker(setup, checkpoints));
  }

  private static final class Watcher implements RunObserver {
    final long[] equity;
    final LastLines lines;
    private int size;

    Watcher(int rows, int instruments) {
      this.equity = new long[rows];
      this.lines = new LastLines(instruments);
    }

    @Override
    public boolean wantsEquity() {
      return true;
    }

    @Override
    public void equity(long timeMillis, long units) {
      // The last instant has two rows, of which the closes at the end of the run count.
      size = Math.min(size + 1, equity.length);
      equity[size - 1] = units;
    }

    @Override
    public void equityAlong(BarSeries bars, int from, int to, long base, long slope) {
      int at = size;
      int count = to - from;
      if (slope == 0) {
        Arrays.fill(equity, at, at + count, base);
      } else {
        long[] closes = bars.closes();
        for (int i = 0; i < count; i++) {
          equity[at + i] = base + slope * closes[from + i];
        }
      }
      size = at + count;
    }

    @Override
    public void block(StrategyProgram program, int instrument, int from, int to) {
      lines.take(program, instrument, to);
    }
  }

  /** State at a row of the original's clock. */
  public synchronized Moment seek(int row) {
    return seeker.seek(row, clock.time(row));
  }

  public StrategyDefinition strategy() {
    return strategy;
  }

  /** Equity at a row of the original's clock, money units. */
  public long equity(int row) {
    return equity[row];
  }

  /** Extremes of equity over rows, money units; made when asked for. */
  public Pyramid extremes() {
    return Pyramid.of(equity, equity.length);
  }

  /** By entry. */
  public List<Trade> trades() {
    return trades;
  }

  public EngineSummary summary() {
    return summary;
  }
}
