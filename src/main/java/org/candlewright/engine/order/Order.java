package org.candlewright.engine.order;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A market order on its way: an instruction, with what is left of it. */
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
  private final int reason;
  private final long referenceHalfTicks;
  private final long decidedMillis;
  private final long requestedLots;
  private final long positionBefore;
  private final long equityBefore;
  private long remainingLots;
  private long filledLots;

  /**
   * @param number sequence in the run, the order of filling at one open
   * @param side 1 buy, -1 sell
   * @param reason number of the reason in the program, or a negative engine reason
   * @param referenceHalfTicks mid when decided, in half ticks
   */
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
    this.number = number;
    this.instrument = instrument;
    this.side = side;
    this.purpose = purpose;
    this.reason = reason;
    this.referenceHalfTicks = referenceHalfTicks;
    this.decidedMillis = decidedMillis;
    this.requestedLots = lots;
    this.remainingLots = lots;
    this.positionBefore = positionBefore;
    this.equityBefore = equityBefore;
  }

  public static Order restore(StateReader in) {
    Order order =
        new Order(
            in.getLong(),
            in.getInt(),
            in.getInt(),
            Purpose.values()[in.getInt()],
            in.getInt(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong());
    order.remainingLots = in.getLong();
    order.filledLots = in.getLong();
    return order;
  }

  public void save(StateWriter out) {
    out.putLong(number);
    out.putLong(instrument);
    out.putLong(side);
    out.putLong(purpose.ordinal());
    out.putLong(reason);
    out.putLong(referenceHalfTicks);
    out.putLong(decidedMillis);
    out.putLong(requestedLots);
    out.putLong(positionBefore);
    out.putLong(equityBefore);
    out.putLong(remainingLots);
    out.putLong(filledLots);
  }

  public void fill(long lots) {
    if (lots <= 0 || lots > remainingLots) {
      throw new IllegalStateException("order " + number + ": " + lots + " of " + remainingLots);
    }
    remainingLots -= lots;
    filledLots += lots;
  }

  /** Gives up what is left. */
  public void cancel() {
    remainingLots = 0;
  }

  public boolean working() {
    return remainingLots > 0;
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
