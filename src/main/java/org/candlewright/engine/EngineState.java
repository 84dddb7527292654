package org.candlewright.engine;

import java.util.List;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;

/**
 * Account, positions and orders at one instant, after its decision pass and before the opens there.
 * Money in units of the account's currency, prices in ticks, quantities in lots.
 *
 * @param timeMillis the instant, epoch milliseconds
 * @param equity cash and what is held at the last closes
 * @param freeCash cash not bound as margin
 * @param peak highest equity so far, the capital included
 * @param fees paid so far
 * @param funding received so far
 * @param slippage lost to spread and slippage so far
 */
public record EngineState(
    long timeMillis,
    long equity,
    long cash,
    long freeCash,
    long peak,
    long fees,
    long funding,
    long slippage,
    List<Position> positions,
    List<OpenTrade> openTrades,
    List<WorkingOrder> orders,
    List<Balance> ledger) {

  /**
   * What is held of an instrument, dust included.
   *
   * @param lots signed
   * @param entryValue Σ lots × entry ticks of what is held, unsigned
   * @param lastTicks last close
   * @param dustCoins remains of fees in coin, in the coin's units
   * @param value what it adds to equity over cash
   */
  public record Position(
      int instrument, long lots, long entryValue, long lastTicks, long dustCoins, long value) {}

  /**
   * What one entry order still holds, marked at the last close: net = edge + funding − fees −
   * slippage.
   *
   * @param side 1 long, -1 short
   * @param entryValue Σ lots × entry ticks
   * @param entryMillis first fill
   * @param reason reason code of the entry
   * @param fundingPayments settlements so far
   */
  public record OpenTrade(
      int instrument,
      int side,
      long entryOrder,
      long lots,
      long entryValue,
      long entryMillis,
      long referenceHalfTicks,
      String reason,
      long edge,
      long funding,
      long fees,
      long slippage,
      int fundingPayments) {

    public long net() {
      return edge + funding - fees - slippage;
    }
  }

  /**
   * An order that works.
   *
   * @param limitTicks 0 without a limit
   * @param triggerTicks 0 without a trigger
   * @param side 1 buy, -1 sell
   */
  public record WorkingOrder(
      long number,
      int instrument,
      int side,
      Order.Purpose purpose,
      String reason,
      long decidedMillis,
      long requestedLots,
      long remainingLots,
      long referenceHalfTicks,
      OrderKind kind,
      long limitTicks,
      long triggerTicks) {}

  /**
   * Balance of a ledger account that is not zero.
   *
   * @param account see {@link Ledger#nameOf}
   */
  public record Balance(int account, long amount) {}
}
