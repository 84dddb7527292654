package org.candlewright.ui.positions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.order.Order;

/**
 * Keeps of a running session what its view shows and a snapshot does not hold: the entries refused
 * last, and equity since midnight. Written on the trading thread, read on any.
 */
public final class SessionWatch implements RunObserver {
  private static final int REFUSED = 100;
  private static final long DAY = 86_400_000L;

  private final RunObserver next;
  private final Deque<DecisionRecord> refused = new ArrayDeque<>();
  private final Deque<DecisionRecord> entered = new ArrayDeque<>();
  private long[] times = new long[64];
  private long[] equity = new long[64];
  private int points;
  private long day = Long.MIN_VALUE;
  private long before;
  private volatile String alarm = "";

  /**
   * Equity since midnight.
   *
   * @param start at the day's beginning, or at the session's if that is later, money units
   */
  public record Today(long start, long[] times, long[] equity) {}

  /**
   * @param next hears everything too
   */
  public SessionWatch(RunObserver next) {
    this.next = next;
  }

  @Override
  public boolean wantsEquity() {
    return true;
  }

  @Override
  public void equity(long timeMillis, long units) {
    note(timeMillis, units);
    if (next.wantsEquity()) {
      next.equity(timeMillis, units);
    }
  }

  private synchronized void note(long timeMillis, long units) {
    long now = Math.floorDiv(timeMillis - 1, DAY);
    if (now != day) {
      before = day == Long.MIN_VALUE ? units : equity[points - 1];
      day = now;
      points = 0;
    }
    if (points == times.length) {
      times = Arrays.copyOf(times, points * 2);
      equity = Arrays.copyOf(equity, points * 2);
    }
    times[points] = timeMillis;
    equity[points++] = units;
  }

  /** Equity since midnight as it stands. */
  public synchronized Today today() {
    return new Today(before, Arrays.copyOf(times, points), Arrays.copyOf(equity, points));
  }

  @Override
  public boolean wantsDecisions() {
    return true;
  }

  @Override
  public void decision(DecisionRecord decision) {
    if (decision.action().equals("refuse")) {
      keep(refused, decision);
    } else if (decision.action().equals("enter")) {
      keep(entered, decision);
    }
    if (next.wantsDecisions()) {
      next.decision(decision);
    }
  }

  private synchronized void keep(Deque<DecisionRecord> decisions, DecisionRecord decision) {
    decisions.addFirst(decision);
    if (decisions.size() > REFUSED) {
      decisions.removeLast();
    }
  }

  /** Entries that a check kept from leaving, latest first. */
  public synchronized List<DecisionRecord> refused() {
    return new ArrayList<>(refused);
  }

  /** Entries that left, latest first. */
  public synchronized List<DecisionRecord> entered() {
    return new ArrayList<>(entered);
  }

  /** Takes what the session has to say to people; empty once it no longer holds. */
  public void tell(String text) {
    alarm = text;
  }

  /** What the session said last; empty if nothing stands. */
  public String alarm() {
    return alarm;
  }

  @Override
  public boolean wantsPostings() {
    return next.wantsPostings();
  }

  @Override
  public void posting(long entry, long timeMillis, int account, long amount, String reference) {
    next.posting(entry, timeMillis, account, amount, reference);
  }

  @Override
  public boolean wantsOrders() {
    return next.wantsOrders();
  }

  @Override
  public void order(long timeMillis, Order order) {
    next.order(timeMillis, order);
  }

  @Override
  public void block(
      org.candlewright.strategy.StrategyProgram program, int instrument, int from, int to) {
    next.block(program, instrument, from, to);
  }
}
