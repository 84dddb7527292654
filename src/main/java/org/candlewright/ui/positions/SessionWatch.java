package org.candlewright.ui.positions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.order.Order;

/**
 * Keeps of a running session what its view shows and a snapshot does not hold: the entries refused
 * last, and equity since midnight. Written on the trading thread, read on any.
 */
public final class SessionWatch implements RunObserver {
  private static final int KEPT = 100;
  private static final int POINTS = 64;
  private static final long DAY = 86_400_000L;

  private final RunObserver next;
  private long[] times = new long[POINTS];
  private long[] equity = new long[POINTS];
  private int points;
  private long day = Long.MIN_VALUE;
  private long before;

  // What others read: each is replaced whole, never changed, so that nobody waits for anybody.
  private volatile Today today = new Today(0, 0, times, equity);
  private volatile List<DecisionRecord> refused = List.of();
  private volatile List<DecisionRecord> entered = List.of();
  private volatile String alarm = "";

  /**
   * Equity since midnight. What lies behind the points may still be written.
   *
   * @param start at the day's beginning, or at the session's if that is later, money units
   * @param points how many of the entries count
   * @param times ends of bars, epoch milliseconds
   * @param equity money units
   */
  public record Today(long start, int points, long[] times, long[] equity) {}

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

  private void note(long timeMillis, long units) {
    long now = Math.floorDiv(timeMillis - 1, DAY);
    if (now != day) {
      before = day == Long.MIN_VALUE ? units : equity[points - 1];
      day = now;
      points = 0;
      times = new long[POINTS];
      equity = new long[POINTS];
    }
    if (points == times.length) {
      times = Arrays.copyOf(times, points * 2);
      equity = Arrays.copyOf(equity, points * 2);
    }
    times[points] = timeMillis;
    equity[points++] = units;
    today = new Today(before, points, times, equity);
  }

  /** Equity since midnight as it stands. */
  public Today today() {
    return today;
  }

  @Override
  public boolean wantsDecisions() {
    return true;
  }

  @Override
  public void decision(DecisionRecord decision) {
    if (decision.action().equals("refuse")) {
      refused = with(decision, refused);
    } else if (decision.action().equals("enter")) {
      entered = with(decision, entered);
    }
    if (next.wantsDecisions()) {
      next.decision(decision);
    }
  }

  private static List<DecisionRecord> with(DecisionRecord latest, List<DecisionRecord> all) {
    List<DecisionRecord> kept = new ArrayList<>(KEPT);
    kept.add(latest);
    kept.addAll(all.subList(0, Math.min(all.size(), KEPT - 1)));
    return Collections.unmodifiableList(kept);
  }

  /** Entries that a check kept from leaving, latest first. */
  public List<DecisionRecord> refused() {
    return refused;
  }

  /** Entries that left, latest first. */
  public List<DecisionRecord> entered() {
    return entered;
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
