package org.candlewright.ui.positions;

import java.util.concurrent.CompletableFuture;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.trading.SessionSnapshot;

/** Sessions on paper as the window begins and leads them. */
public interface PaperTrading {
  /**
   * Begins a session over bars as a live feed brings them; takes a moment, so not on the window's
   * thread.
   *
   * @param speed market seconds in a second; infinity for as fast as can be
   * @throws org.candlewright.market.InputException if the request cannot be run, or another runs
   */
  Running begin(BacktestRequest request, double speed);

  /** Lets a session go on from its journal, likewise. */
  Running goOn(String runId, double speed);

  /** A session that runs. None of this waits for it. */
  interface Running {
    RunPlan plan();

    /** As it last showed itself; asking makes it show itself anew soon. */
    SessionSnapshot snapshot();

    /** What it has refused, and equity of its day. */
    SessionWatch watch();

    /**
     * Gives a command for some instruments.
     *
     * @param first of them
     * @param end one past the last
     */
    void command(Kind kind, int first, int end);

    /** Leaves it as it stands; it can go on from its journal. */
    void leave();

    /** A sentence on how it ended, once it has. */
    CompletableFuture<String> ended();
  }
}
