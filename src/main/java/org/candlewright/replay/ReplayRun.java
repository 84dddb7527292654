package org.candlewright.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.Fill;
import org.candlewright.engine.Reasons;
import org.candlewright.engine.Settlement;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.strategy.StrategyProgram;

/**
 * A run opened for replay. It is run once more; what charts draw is kept as columns, and a
 * checkpoint at each block's border brings the engine itself back to any bar. Columns may be read
 * by any thread; seeks are made one at a time.
 */
public final class ReplayRun {
  /** Bars of all instruments together that a seek replays at most. */
  private static final int BLOCK_BARS = 4_096;

  private static final int SMALLEST_BLOCK = 128;

  private final RunPlan plan;
  private final Rows rows;
  private final Pyramid equity;
  private final List<Track> tracks;
  private final EngineSummary summary;
  private final List<DecisionMark> decisions;
  private final List<Fill> fills;
  private final List<Settlement> settlements;
  private final List<Trade> trades;
  private final StrategyProgram program;
  private final Seeker seeker;
  private final Object seeking = new Object();

  private ReplayRun(
      RunPlan plan,
      EngineSetup setup,
      Recording recording,
      Engine engine,
      List<Checkpoint> checkpoints) {
    this.plan = plan;
    this.program = setup.program();
    this.rows = recording.rows;
    this.equity = rows.extremes();
    this.decisions = List.copyOf(recording.decisions);
    this.fills = List.copyOf(engine.log().fills());
    this.settlements = List.copyOf(engine.log().settlements());
    this.trades = Trade.assemble(engine.log(), plan.request().strategy().legs().two());
    this.tracks = tracks(setup, recording);
    this.summary = engine.summary();
    this.seeker = new Seeker(setup, checkpoints);
  }

  /**
   * Runs a plan and keeps what replay needs of it.
   *
   * @param progress is told the share done, 0 to 1
   * @throws CancelledRunException if it was cancelled
   */
  public static ReplayRun open(RunPlan plan, BooleanSupplier cancelled, Progress progress) {
    EngineSetup setup = blocks(plan.setup());
    Recording recording = new Recording(setup);
    Engine engine = new Engine(setup, recording);
    List<Checkpoint> checkpoints = new ArrayList<>();
    checkpoints.add(
        new Checkpoint(engine.timeMillis(), engine.checkpoint(), recording.last.copy()));
    long from = setup.period().fromMillis();
    double length = Math.max(1, setup.period().toMillis() - from);
    while (!engine.finished()) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      engine.runBlock();
      if (!engine.finished()) {
        checkpoints.add(
            new Checkpoint(engine.timeMillis(), engine.checkpoint(), recording.last.copy()));
      }
      progress.done((engine.timeMillis() - from) / length);
    }
    recording.rows.trim();
    return new ReplayRun(plan, setup, recording, engine, List.copyOf(checkpoints));
  }

  /** Hears how far the opening is. */
  @FunctionalInterface
  public interface Progress {
    void done(double share);
  }

  /** The state at an instant of a fresh plan, played to from the start: what seeking must equal. */
  public static Moment play(RunPlan plan, long timeMillis) {
    EngineSetup setup = plan.setup();
    long instant = Long.MIN_VALUE;
    for (var data : setup.instruments()) {
      BarSeries bars = data.bars();
      int last = bars.lastEndedAt(Math.min(timeMillis, setup.period().toMillis()));
      if (last >= 0 && bars.openTime(last) >= setup.period().fromMillis()) {
        instant = Math.max(instant, bars.endTime(last));
      }
    }
    if (instant == Long.MIN_VALUE) {
      throw new InputException(
          "at: " + Instant.ofEpochMilli(timeMillis) + " is before the first bar of the run ended",
          "Give a later time");
    }
    return new Seeker(setup, List.of()).seek(-1, instant);
  }

  static EngineSetup blocks(EngineSetup setup) {
    return setup.inBlocksOf(Math.max(SMALLEST_BLOCK, BLOCK_BARS / setup.instruments().size()));
  }

  private static List<Track> tracks(EngineSetup setup, Recording recording) {
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < setup.instruments().size(); i++) {
      BarSeries bars = setup.instruments().get(i).bars();
      long[] lows = bars.lows();
      long[] highs = bars.highs();
      int end = bars.lastEndedAt(setup.period().toMillis()) + 1;
      tracks.add(
          new Track(
              i,
              setup.instruments().get(i),
              bars.firstAtOrAfter(setup.period().fromMillis()),
              end,
              Pyramid.of(lows, highs, end),
              recording.lines(i, setup.program().lines(i))));
    }
    return List.copyOf(tracks);
  }

  /** State at a row of the clock, 0 to {@code rows().size() - 1}. */
  public Moment seek(int row) {
    synchronized (seeking) {
      return seeker.seek(row, rows.time(row));
    }
  }

  /**
   * State between two rows: as at the earlier one, with what has been filled and settled since.
   *
   * @param row the earlier one
   * @param timeMillis after it and before the next
   */
  public Moment seekInside(int row, long timeMillis) {
    synchronized (seeking) {
      return seeker.seek(row, timeMillis);
    }
  }

  /** State at a time: at the last row at or before it; empty before the first. */
  public Optional<Moment> seekTo(long timeMillis) {
    int row = rows.at(timeMillis);
    return row < 0 ? Optional.empty() : Optional.of(seek(row));
  }

  public RunPlan plan() {
    return plan;
  }

  /** Figures of the whole run. */
  public EngineSummary summary() {
    return summary;
  }

  /** The run's clock with equity. */
  public Rows rows() {
    return rows;
  }

  /** Extremes of equity over rows, money units. */
  public Pyramid equityExtremes() {
    return equity;
  }

  /** One per instrument, in the run's order. */
  public List<Track> tracks() {
    return tracks;
  }

  /** By time. */
  public List<DecisionMark> decisions() {
    return decisions;
  }

  /** By time. */
  public List<Fill> fills() {
    return fills;
  }

  /** By time. */
  public List<Settlement> settlements() {
    return settlements;
  }

  /** By entry. */
  public List<Trade> trades() {
    return trades;
  }

  /** Text of a reason number of fills and trades. */
  public String reason(int number) {
    return Reasons.text(program, number);
  }
}
