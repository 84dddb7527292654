package org.candlewright.engine;

import java.math.BigInteger;
import org.candlewright.engine.order.Order;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;

/** Books fills and settlements: position, ledger, attribution and log, all in one step each. */
final class Booking {
  private final Ledger ledger;
  private final Performance performance;
  private final RunLog log;

  Booking(Ledger ledger, Performance performance, RunLog log) {
    this.ledger = ledger;
    this.performance = performance;
    this.log = log;
  }

  /**
   * Books an entry fill.
   *
   * @param lots executed, before a fee in coin
   * @param ordered how much of the order that answers: less than executed where a leg is grossed up
   */
  void enter(
      Book book,
      Order order,
      long millis,
      int bar,
      long lots,
      long ordered,
      long ticks,
      long midHalfTicks) {
    boolean coinFee = order.side() > 0 && !book.perpetual() && book.model.coinFee();
    long held = coinFee ? book.model.heldAfterFee(lots) : lots;
    long fee = book.model.takerFee(lots, ticks);
    long cost = book.model.notional(lots, ticks);
    long heldCost = book.model.notional(held, ticks);
    ledger.beginOrder(millis, order.number());
    if (!book.perpetual()) {
      bookSpotPurchase(book, lots, held, cost, coinFee);
    }
    if (!coinFee) {
      ledger.post(Ledger.CASH, -fee);
      ledger.post(Ledger.FEES, fee);
    }
    ledger.end();
    if (coinFee) {
      // The dust takes what rounding of the fee's value leaves, so that days stay exact.
      performance.edgeBooked -= cost - heldCost - fee;
    }
    Entry entry = book.entries.peekLast();
    if (entry == null || entry.order.number() != order.number()) {
      entry = new Entry(order, bar, millis, order.positionBefore(), order.equityBefore());
      book.entries.addLast(entry);
    }
    entry.add(held, ticks, fee);
    book.lots = Math.addExact(book.lots, order.side() * held);
    book.basis = Math.addExact(book.basis, order.side() * heldCost);
    order.fill(ordered);
    attribute(book, order, held, ticks, fee);
    log.fills.add(
        new Fill(
            order.number(),
            book.index,
            millis,
            order.side(),
            lots,
            held,
            ticks,
            order.referenceHalfTicks(),
            midHalfTicks,
            fee,
            coinFee,
            order.reason(),
            true));
  }

  private void bookSpotPurchase(Book book, long lots, long held, long cost, boolean coinFee) {
    long coins = Math.multiplyExact(lots, book.model.lotCoins());
    int i = book.index;
    ledger.post(Ledger.CASH, -cost);
    ledger.post(Ledger.tradingQuote(i), cost);
    ledger.post(Ledger.holding(i), coins);
    ledger.post(Ledger.tradingBase(i), -coins);
    if (coinFee) {
      long feeCoins = book.model.takerFeeCoins(lots);
      long dust = coins - feeCoins - Math.multiplyExact(held, book.model.lotCoins());
      ledger.post(Ledger.feesBase(i), feeCoins);
      ledger.post(Ledger.dust(i), dust);
      ledger.post(Ledger.holding(i), -feeCoins - dust);
      book.dustCoins = Math.addExact(book.dustCoins, dust);
    }
  }

  /** Books an exit fill against the oldest entries, splitting it at the borders of trades. */
  void exit(
      Book book, Order order, long millis, int bar, long lots, long ticks, long midHalfTicks) {
    long fee = book.model.takerFee(lots, ticks);
    long feeLeft = fee;
    long left = lots;
    long realised = 0;
    while (left > 0) {
      Entry entry = oldestHolding(book);
      long part = Math.min(left, entry.heldLots);
      long share = part == left ? feeLeft : Exact.mulDivTowardZero(fee, part, lots);
      Book.Closing closing = closing(book, entry, order);
      long entryValue = entry.consume(part);
      long exitValue = Math.multiplyExact(part, ticks);
      closing.lots += part;
      closing.entryValue += entryValue;
      closing.exitValue += exitValue;
      closing.exitFee += share;
      closing.lastMillis = millis;
      closing.lastBar = bar;
      realised += -order.side() * Math.multiplyExact(exitValue - entryValue, book.unit);
      book.basis -= -order.side() * Math.multiplyExact(entryValue, book.unit);
      feeLeft -= share;
      left -= part;
    }
    bookExit(book, order, millis, lots, ticks, realised, fee);
    book.lots = Math.addExact(book.lots, order.side() * lots);
    order.fill(lots);
    attribute(book, order, lots, ticks, fee);
    log.fills.add(
        new Fill(
            order.number(),
            book.index,
            millis,
            order.side(),
            lots,
            lots,
            ticks,
            order.referenceHalfTicks(),
            midHalfTicks,
            fee,
            false,
            order.reason(),
            false));
    finishClosings(book);
  }

  private static Entry oldestHolding(Book book) {
    for (Entry entry : book.entries) {
      if (entry.heldLots > 0) {
        return entry;
      }
    }
    throw new IllegalStateException(
        "an exit fills, but nothing is held in " + book.instrument.id());
  }

  private static Book.Closing closing(Book book, Entry entry, Order exit) {
    for (Book.Closing each : book.closings) {
      if (each.entry == entry && each.exit == exit) {
        return each;
      }
    }
    Book.Closing fresh = new Book.Closing(entry, exit);
    book.closings.add(fresh);
    return fresh;
  }

  private void bookExit(
      Book book, Order order, long millis, long lots, long ticks, long realised, long fee) {
    int i = book.index;
    ledger.beginOrder(millis, order.number());
    if (book.perpetual()) {
      ledger.post(Ledger.CASH, realised);
      ledger.post(Ledger.pnl(i), -realised);
    } else {
      long proceeds = book.model.notional(lots, ticks);
      long coins = Math.multiplyExact(lots, book.model.lotCoins());
      ledger.post(Ledger.CASH, proceeds);
      ledger.post(Ledger.tradingQuote(i), realised - proceeds);
      ledger.post(Ledger.pnl(i), -realised);
      ledger.post(Ledger.holding(i), -coins);
      ledger.post(Ledger.tradingBase(i), coins);
    }
    ledger.post(Ledger.CASH, -fee);
    ledger.post(Ledger.FEES, fee);
    ledger.end();
  }

  private void attribute(Book book, Order order, long lots, long ticks, long fee) {
    long unitLots = Math.multiplyExact(lots, book.unit);
    performance.edgeBooked =
        Math.subtractExact(
            performance.edgeBooked,
            order.side() * half(Math.multiplyExact(unitLots, order.referenceHalfTicks())));
    performance.slippage =
        Math.addExact(
            performance.slippage,
            order.side()
                * half(Math.multiplyExact(unitLots, 2 * ticks - order.referenceHalfTicks())));
    performance.fees += fee;
  }

  /** Half of an even number: references are rounded so that no half money unit arises. */
  private static long half(long twice) {
    if ((twice & 1) != 0) {
      throw new IllegalStateException("half a money unit");
    }
    return twice / 2;
  }

  /** Turns closings whose exit is done, or whose entry is used up, into trades. */
  void finishClosings(Book book) {
    for (int i = 0; i < book.closings.size(); i++) {
      Book.Closing closing = book.closings.get(i);
      if (closing.entry.heldLots == 0 || !closing.exit.working()) {
        log.trades.add(trade(book, closing));
        book.closings.remove(i--);
        if (closing.entry.heldLots == 0) {
          book.entries.remove(closing.entry);
        }
      }
    }
  }

  private static LegTrade trade(Book book, Book.Closing closing) {
    Entry entry = closing.entry;
    Order exit = closing.exit;
    int side = entry.order.side();
    long lots = closing.lots;
    long entryFee = entry.takeFee(lots);
    long funding = entry.takeFunding(lots);
    entry.unassignedLots -= lots;
    long entryReference = entry.order.referenceHalfTicks();
    long exitReference = exit.referenceHalfTicks();
    long edge =
        side
            * half(
                Math.multiplyExact(
                    Math.multiplyExact(lots, book.unit), exitReference - entryReference));
    long slippage =
        side
            * half(
                Math.multiplyExact(
                    book.unit,
                    2 * closing.entryValue
                        - Math.multiplyExact(lots, entryReference)
                        - (2 * closing.exitValue - Math.multiplyExact(lots, exitReference))));
    return new LegTrade(
        book.index,
        side,
        entry.order.number(),
        exit.number(),
        lots,
        entry.firstMillis,
        closing.lastMillis,
        entry.bar,
        closing.lastBar,
        closing.entryValue,
        closing.exitValue,
        entryReference,
        exitReference,
        entry.order.reason(),
        exit.reason(),
        entryFee,
        closing.exitFee,
        funding,
        entry.fundingPayments,
        edge,
        slippage,
        entry.positionBefore,
        entry.equityBefore,
        0,
        0);
  }

  /** Pays or receives funding on what is held: − signed quantity × mark × rate, half even once. */
  void settle(Book book, int settlement) {
    long millis = book.funding.time(settlement);
    long rate = book.funding.rateUnits(settlement);
    BarSeries marks = book.data.marks().orElse(null);
    int markBar = marks == null ? -1 : marks.lastEndedAt(millis);
    boolean fromMark = marks != null && markBar >= 0 && marks.endTime(markBar) == millis;
    long amount;
    long mark;
    if (fromMark && marks != null) {
      mark = marks.closes()[markBar];
      amount =
          -Exact.ratioHalfEven(
              BigInteger.valueOf(book.lots)
                  .multiply(BigInteger.valueOf(mark))
                  .multiply(book.instrument.lot().unscaledValue())
                  .multiply(BigInteger.valueOf(rate)),
              BigInteger.TEN.pow(12 + book.instrument.lot().scale()));
    } else {
      long ticks = closeAt(book, millis);
      mark = Exact.scaled(book.instrument.price(ticks), 8);
      amount = -Exact.mulDivHalfEven(book.model.notional(book.lots, ticks), rate, Exact.RATE_ONE);
    }
    ledger.begin(millis, "funding");
    ledger.post(Ledger.CASH, amount);
    ledger.post(Ledger.FUNDING, -amount);
    ledger.end();
    performance.funding = Math.addExact(performance.funding, amount);
    share(book, millis, mark, rate, amount, fromMark);
  }

  private static long closeAt(Book book, long millis) {
    return book.next < book.end && book.endTime(book.next) <= millis
        ? book.closes[book.next]
        : book.lastClose;
  }

  private void share(Book book, long millis, long mark, long rate, long amount, boolean fromMark) {
    long lotsLeft = Math.abs(book.lots);
    long amountLeft = amount;
    for (Entry entry : book.entries) {
      if (entry.heldLots > 0) {
        long part =
            entry.heldLots == lotsLeft
                ? amountLeft
                : Exact.mulDivTowardZero(amountLeft, entry.heldLots, lotsLeft);
        entry.funding += part;
        entry.fundingPayments++;
        log.settlements.add(
            new Settlement(
                book.index,
                millis,
                entry.order.number(),
                book.side() * entry.heldLots,
                mark,
                rate,
                part,
                fromMark));
        amountLeft -= part;
        lotsLeft -= entry.heldLots;
      }
    }
  }
}
