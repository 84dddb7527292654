package org.candlewright.engine.order;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.strategy.EntryPlan;

/** An order on its way: an instruction, its state, and what is left of it. */
public final class Order {
  /** What an order is for. */
  public enum Purpose {
    ENTRY,
    EXIT
  }

  private final long number;
  private final int instrument;
  private final int side;
  private final Purpose purpose;
  private final OrderTerms terms;
  private final EntryPlan plan;
  private final long parent;
  private final long decidedMillis;
  private final long positionBefore;
  private final long equityBefore;
  private int reason;
  private long referenceHalfTicks;
  private long requestedLots;
  private long remainingLots;
  private long filledLots;
  private OrderState state = OrderState.WORKING;
  private boolean arrived;
  private int firstBar;
  private long triggerTicks;
  private long bestTicks;
  private int group;

  /** A market order. */
  public Order(
      long number,
      int instrument,
      int side,
      Purpose purpose,
      int reason,
      long referenceHalfTicks,
      long decidedMillis,
      long lots,
      long positionBefore,
      long equityBefore) {
    this(
        number,
        instrument,
        side,
        purpose,
        purpose == Purpose.ENTRY ? OrderTerms.market() : OrderTerms.marketExit(),
        EntryPlan.MARKET,
        0,
        reason,
        referenceHalfTicks,
        decidedMillis,
        lots,
        positionBefore,
        equityBefore);
  }

  /**
   * @param number sequence in the run, the order of filling at one open
   * @param side 1 buy, -1 sell
   * @param plan of an entry: how it is left
   * @param parent number of the entry order it belongs to; 0 if it stands alone. Orders of one
   *     parent cancel one another.
   * @param reason number of the reason in the program, or a negative engine reason
   * @param referenceHalfTicks what the fills are measured against, in half ticks: the mid when
   *     decided, or the trigger or limit price the strategy set
   * @param equityBefore money units
   */
  public Order(
      long number,
      int instrument,
      int side,
      Purpose purpose,
      OrderTerms terms,
      EntryPlan plan,
      long parent,
      int reason,
      long referenceHalfTicks,
      long decidedMillis,
      long lots,
      long positionBefore,
      long equityBefore) {
    this.number = number;
    this.instrument = instrument;
    this.side = side;
    this.purpose = purpose;
    this.terms = terms;
    this.plan = plan;
    this.parent = parent;
    this.reason = reason;
    this.referenceHalfTicks = referenceHalfTicks;
    this.decidedMillis = decidedMillis;
    this.requestedLots = lots;
    this.remainingLots = lots;
    this.positionBefore = positionBefore;
    this.equityBefore = equityBefore;
    this.triggerTicks = terms.triggerTicks();
  }

  public static Order restore(StateReader in) {
    Order order =
        new Order(
            in.getLong(),
            in.getInt(),
            in.getInt(),
            Purpose.values()[in.getInt()],
            OrderTerms.restore(in),
            EntryPlan.restore(in),
            in.getLong(),
            in.getInt(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong());
    order.remainingLots = in.getLong();
    order.filledLots = in.getLong();
    order.state = OrderState.values()[in.getInt()];
    order.arrived = in.getLong() != 0;
    order.firstBar = in.getInt();
    order.triggerTicks = in.getLong();
    order.bestTicks = in.getLong();
    order.group = in.getInt();
    return order;
  }

  public void save(StateWriter out) {
    out.putLong(number);
    out.putLong(instrument);
    out.putLong(side);
    out.putLong(purpose.ordinal());
    terms.save(out);
    plan.save(out);
    out.putLong(parent);
    out.putLong(reason);
    out.putLong(referenceHalfTicks);
    out.putLong(decidedMillis);
    out.putLong(requestedLots);
    out.putLong(positionBefore);
    out.putLong(equityBefore);
    out.putLong(remainingLots);
    out.putLong(filledLots);
    out.putLong(state.ordinal());
    out.putLong(arrived ? 1 : 0);
    out.putLong(firstBar);
    out.putLong(triggerTicks);
    out.putLong(bestTicks);
    out.putLong(group);
  }

  private void turn(OrderState next) {
    if (!state.leadsTo(next)) {
      throw new IllegalStateException("order " + number + ": " + state + " to " + next);
    }
    state = next;
  }

  public void fill(long lots) {
    if (lots <= 0 || lots > remainingLots) {
      throw new IllegalStateException("order " + number + ": " + lots + " of " + remainingLots);
    }
    turn(lots == remainingLots ? OrderState.FILLED : OrderState.PARTIALLY_FILLED);
    remainingLots -= lots;
    filledLots += lots;
  }

  /** Gives up what is left. */
  public void cancel() {
    turn(OrderState.CANCELLED);
  }

  /** Its time to live has ended. */
  public void expire() {
    turn(OrderState.EXPIRED);
  }

  /** Refused by the venue. */
  public void reject() {
    turn(OrderState.REJECTED);
  }

  /**
   * Its trigger was touched.
   *
   * @param ticks price that woke it: the reference of its fills
   */
  public void trigger(long ticks) {
    turn(OrderState.TRIGGERED);
    triggerTicks = ticks;
    referenceHalfTicks = Math.multiplyExact(2, ticks);
  }

  /** It has come to the venue's book at the open of a bar. */
  public void arrive() {
    arrived = true;
  }

  /** Changes what is left, for an order that follows what is held. */
  public void resize(long lots) {
    if (lots <= 0 || state.ended()) {
      throw new IllegalStateException("order " + number + ": cannot be resized to " + lots);
    }
    remainingLots = lots;
    requestedLots = Math.addExact(filledLots, lots);
  }

  /** Moves the trigger of a stop that has not been touched. */
  public void moveTrigger(long ticks, int newReason) {
    triggerTicks = ticks;
    reason = newReason;
    referenceHalfTicks = Math.multiplyExact(2, ticks);
  }

  /** Sets the best price that a trailing stop follows; 0 while it is not armed. */
  public void follow(long ticks) {
    bestTicks = ticks;
  }

  /** Makes it one of a group of exits of which the first that is done cancels the others. */
  public void join(int newGroup) {
    group = newGroup;
  }

  /** Its group of exits, from 1; 0 for none. */
  public int group() {
    return group;
  }

  /** Sets the first bar in which it may fill. */
  public void actFrom(int bar) {
    firstBar = bar;
  }

  public boolean working() {
    return !state.ended();
  }

  /** Whether it fills at opens: a market order, or a stop that was touched. */
  public boolean atMarket() {
    return terms.kind() == OrderKind.MARKET
        || (arrived && state != OrderState.WORKING && !limited());
  }

  /** Whether it has a limit price. */
  public boolean limited() {
    return terms.kind() == OrderKind.LIMIT || terms.kind() == OrderKind.STOP_LIMIT;
  }

  /** Whether it waits for a trigger. */
  public boolean waitsForTrigger() {
    return state == OrderState.WORKING
        && terms.kind() != OrderKind.MARKET
        && terms.kind() != OrderKind.LIMIT;
  }

  public boolean arrived() {
    return arrived;
  }

  public OrderState state() {
    return state;
  }

  public OrderTerms terms() {
    return terms;
  }

  public EntryPlan plan() {
    return plan;
  }

  public long parent() {
    return parent;
  }

  /** First bar in which it may fill. */
  public int firstBar() {
    return firstBar;
  }

  /** Trigger as it stands; of a trailing stop see {@link #bestTicks}. */
  public long triggerTicks() {
    return triggerTicks;
  }

  /** Best price a trailing stop follows; 0 while it is not armed. */
  public long bestTicks() {
    return bestTicks;
  }

  public long number() {
    return number;
  }

  public int instrument() {
    return instrument;
  }

  public int side() {
    return side;
  }

  public Purpose purpose() {
    return purpose;
  }

  public boolean isEntry() {
    return purpose == Purpose.ENTRY;
  }

  public int reason() {
    return reason;
  }

  public long referenceHalfTicks() {
    return referenceHalfTicks;
  }

  public long decidedMillis() {
    return decidedMillis;
  }

  public long requestedLots() {
    return requestedLots;
  }

  public long remainingLots() {
    return remainingLots;
  }

  /** Signed position in lots when it was decided. */
  public long positionBefore() {
    return positionBefore;
  }

  /** Equity in money units when it was decided. */
  public long equityBefore() {
    return equityBefore;
  }

  public long filledLots() {
    return filledLots;
  }
}
