package org.candlewright.trading;

import java.util.List;
import java.util.Optional;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.RunLog;
import org.candlewright.engine.risk.RiskHalt;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;

/**
 * A session as it stood at a moment; immutable.
 *
 * @param runId of the session
 * @param timeMillis engine time, epoch milliseconds
 * @param state empty before the first instant
 * @param halt why trading has ended; empty while it goes on
 * @param held whether no entries are made because data are late
 * @param trouble what keeps trading from going on; empty if nothing does
 * @param health of the cycles so far
 * @param recent what was filled and closed last
 */
public record SessionSnapshot(
    String runId,
    long timeMillis,
    Optional<EngineState> state,
    Optional<RiskHalt> halt,
    boolean held,
    Optional<String> trouble,
    Health health,
    Recent recent) {

  /**
   * What was filled and closed last, latest first.
   *
   * @param fills at most {@value #SHOWN}
   * @param trades at most {@value #SHOWN}
   * @param lastTicks last close of each instrument, ticks; 0 before its first bar
   */
  public record Recent(List<Fill> fills, List<LegTrade> trades, List<Long> lastTicks) {
    static final int SHOWN = 50;

    /** Before anything was filled. */
    static Recent none() {
      return new Recent(List.of(), List.of(), List.of());
    }

    /** Of a log as it stands; to be called on the thread that writes it. */
    static Recent of(RunLog log, List<InstrumentData> data) {
      return new Recent(
          latest(log.fills()), latest(log.trades()), data.stream().map(Recent::lastTicks).toList());
    }

    private static long lastTicks(InstrumentData data) {
      BarSeries bars = data.bars();
      return bars.isEmpty() ? 0 : bars.closes()[bars.size() - 1];
    }

    private static <T> List<T> latest(List<T> all) {
      return List.copyOf(all.subList(Math.max(0, all.size() - SHOWN), all.size()).reversed());
    }
  }

  /**
   * How the executor keeps up.
   *
   * @param inputs taken so far
   * @param instants worked so far
   * @param lastCycleNanos what the last instant took
   * @param longestCycleNanos what the slowest took
   * @param backlog inputs that wait
   */
  public record Health(
      long inputs, long instants, long lastCycleNanos, long longestCycleNanos, int backlog) {}
}
