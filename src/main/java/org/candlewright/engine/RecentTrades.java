package org.candlewright.engine;

import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Net profits of the last closed trades, for sizing by what trading has brought so far. */
final class RecentTrades {
  /** Trades that are looked at. */
  static final int MOST = 20;

  /** Trades without which nothing can be said. */
  static final int FEWEST = 10;

  private final long[] nets = new long[MOST];
  private long closed;

  void add(long net) {
    nets[(int) (closed++ % MOST)] = net;
  }

  /** How many of the last 20 there are. */
  int count() {
    return (int) Math.min(closed, MOST);
  }

  /**
   * W − (1 − W) / R of the last 20 as an integer of 1e-12, rounded down: W is the share of winners,
   * R the mean win over the mean loss. With w winners of n this is w (Σ wins − Σ losses) / (n Σ
   * wins); −1 without a winner, whose R would be zero.
   */
  long kelly() {
    long wins = 0;
    long losses = 0;
    int winners = 0;
    for (int i = 0; i < count(); i++) {
      if (nets[i] > 0) {
        wins = Math.addExact(wins, nets[i]);
        winners++;
      } else {
        losses = Math.subtractExact(losses, nets[i]);
      }
    }
    return winners == 0
        ? -Exact.RATE_ONE
        : Exact.mulDivFloor(
            wins - losses, winners * Exact.RATE_ONE, Math.multiplyExact(count(), wins));
  }

  void save(StateWriter out) {
    out.putLong(closed);
    out.putLongs(nets, MOST);
  }

  void restore(StateReader in) {
    closed = in.getLong();
    in.getLongs(nets);
  }
}
