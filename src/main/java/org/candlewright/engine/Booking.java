package org.candlewright.engine;

import java.math.BigInteger;
import java.util.Iterator;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.strategy.CloseRule;

/** Books fills and settlements: position, ledger, attribution and log, all in one step each. */
final class Booking {
  private final Ledger ledger;
  private final Performance performance;
  private final RunLog log;
  private final CloseRule rule;
  private final RiskEngine risk;
  private final RecentTrades recent = new RecentTrades();

  Booking(Ledger ledger, Performance performance, RunLog log, CloseRule rule, RiskEngine risk) {
    this.risk = risk;
    this.rule = rule;
    this.ledger = ledger;
    this.performance = performance;
    this.log = log;
  }

  /** What the last closed trades brought. */
  RecentTrades recent() {
    return recent;
  }

  /**
   * Books an entry fill.
   *
   * @param lots executed, before a fee in coin
   * @param ordered how much of the order that answers: less than executed where a leg is grossed up
   */
  Entry enter(
      Book book,
      Order order,
      long millis,
      int bar,
      long lots,
      long ordered,
      long ticks,
      long midHalfTicks,
      boolean maker) {
    boolean coinFee = order.side() > 0 && !book.perpetual() && book.model.coinFee(maker);
    long held = coinFee ? book.model.heldAfterFee(lots, maker) : lots;
    long fee = book.model.fee(lots, ticks, maker);
    long cost = book.model.notional(lots, ticks);
    long heldCost = book.model.notional(held, ticks);
    ledger.beginOrder(millis, order.number());
    if (!book.perpetual()) {
      bookSpotPurchase(book, lots, held, cost, coinFee ? book.model.feeCoins(lots, maker) : 0);
    }
    if (!coinFee) {
      pay(book, -fee);
      ledger.post(Ledger.FEES, fee);
    }
    ledger.end();
    if (coinFee) {
      // The dust takes what rounding of the fee's value leaves, so that days stay exact.
      performance.edgeBooked -= cost - heldCost - fee;
    }
    Entry entry = book.entries.isEmpty() ? null : book.entries.getLast();
    if (entry == null || entry.order.number() != order.number()) {
      entry = new Entry(order, bar, millis, order.positionBefore(), order.equityBefore());
      book.entries.addLast(entry);
    }
    entry.add(held, ticks, fee, maker);
    book.lots = Math.addExact(book.lots, order.side() * held);
    book.basis = Math.addExact(book.basis, order.side() * heldCost);
    order.fill(ordered);
    fitWallet(book, millis);
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
            true,
            maker,
            order.number()));
    return entry;
  }

  private void bookSpotPurchase(Book book, long lots, long held, long cost, long feeCoins) {
    long coins = Math.multiplyExact(lots, book.model.lotCoins());
    int i = book.index;
    ledger.post(Ledger.CASH, -cost);
    ledger.post(Ledger.tradingQuote(i), cost);
    ledger.post(Ledger.holding(i), coins);
    ledger.post(Ledger.tradingBase(i), -coins);
    if (feeCoins != 0) {
      long dust = coins - feeCoins - Math.multiplyExact(held, book.model.lotCoins());
      ledger.post(Ledger.feesBase(i), feeCoins);
      ledger.post(Ledger.dust(i), dust);
      ledger.post(Ledger.holding(i), -feeCoins - dust);
      book.dustCoins = Math.addExact(book.dustCoins, dust);
    }
  }

  /**
   * Books an exit fill, splitting it at the borders of trades. A stop or target takes from its own
   * entry; any other exit from the entries in the order of the closing rule.
   */
  void exit(
      Book book,
      Order order,
      long millis,
      int bar,
      long lots,
      long ticks,
      long midHalfTicks,
      boolean maker) {
    long fee = book.model.fee(lots, ticks, maker);
    ExitFill fill = new ExitFill(order, millis, bar, lots, ticks, midHalfTicks, maker, fee);
    if (order.parent() != 0) {
      take(book, book.entry(order.parent()), fill, lots);
    } else if (rule == CloseRule.LIFO) {
      for (Iterator<Entry> it = book.entries.reversed().iterator(); it.hasNext(); ) {
        take(book, it.next(), fill, lots);
      }
    } else {
      if (rule == CloseRule.ALL && book.entries.size() > 1) {
        takeInProportion(book, fill);
      }
      for (Entry entry : book.entries) {
        take(book, entry, fill, lots);
      }
    }
    if (fill.left != 0) {
      throw new IllegalStateException(
          "an exit fills, but nothing is held in " + book.instrument.id());
    }
    bookExit(book, order, millis, lots, ticks, fill.realised, fee);
    book.fundingHeld -= Exact.mulDivTowardZero(book.fundingHeld, lots, Math.abs(book.lots));
    book.marginAdded -= Exact.mulDivTowardZero(book.marginAdded, lots, Math.abs(book.lots));
    book.lots = Math.addExact(book.lots, order.side() * lots);
    fitWallet(book, millis);
    order.fill(lots);
    attribute(book, order, lots, ticks, fee);
  }

  /** An exit fill on its way through the entries it closes. */
  private static final class ExitFill {
    final Order order;
    final long millis;
    final int bar;
    final long lots;
    final long ticks;
    final long midHalfTicks;
    final boolean maker;
    final long fee;
    long left;
    long feeLeft;
    long realised;

    ExitFill(
        Order order,
        long millis,
        int bar,
        long lots,
        long ticks,
        long midHalfTicks,
        boolean maker,
        long fee) {
      this.order = order;
      this.millis = millis;
      this.bar = bar;
      this.lots = lots;
      this.ticks = ticks;
      this.midHalfTicks = midHalfTicks;
      this.maker = maker;
      this.fee = fee;
      this.left = lots;
      this.feeLeft = fee;
    }
  }

  /** Whole lots of each entry in proportion to what it holds, the remainder from the last. */
  private void takeInProportion(Book book, ExitFill fill) {
    long held = Math.abs(book.lots);
    Entry last = book.entries.getLast();
    for (Entry entry : book.entries) {
      take(
          book,
          entry,
          fill,
          entry == last ? fill.left : Exact.mulDivFloor(entry.heldLots, fill.lots, held));
    }
  }

  /** Closes up to that many lots of an entry. */
  private void take(Book book, Entry entry, ExitFill fill, long most) {
    long part = Math.min(Math.min(fill.left, entry.heldLots), most);
    if (part == 0) {
      return;
    }
    long share =
        part == fill.left ? fill.feeLeft : Exact.mulDivTowardZero(fill.fee, part, fill.lots);
    Book.Closing closing = closing(book, entry, fill.order);
    long entryValue = entry.consume(part, closing);
    long exitValue = Math.multiplyExact(part, fill.ticks);
    entry.settled().share(part, closing, book.index, entry.order.side(), log);
    closing.lots += part;
    closing.entryValue += entryValue;
    closing.exitValue += exitValue;
    closing.exitFee += share;
    closing.makerValue += fill.maker ? exitValue : 0;
    closing.lastMillis = fill.millis;
    closing.lastBar = fill.bar;
    long value = Math.multiplyExact(entryValue, book.unit);
    fill.realised += entry.order.side() * (Math.multiplyExact(exitValue, book.unit) - value);
    book.basis -= entry.order.side() * value;
    fill.feeLeft -= share;
    fill.left -= part;
    logExit(book, fill, part, share, entry);
  }

  private void logExit(Book book, ExitFill fill, long lots, long fee, Entry entry) {
    log.fills.add(
        new Fill(
            fill.order.number(),
            book.index,
            fill.millis,
            fill.order.side(),
            lots,
            lots,
            fill.ticks,
            fill.order.referenceHalfTicks(),
            fill.midHalfTicks,
            fee,
            false,
            fill.order.reason(),
            false,
            fill.maker,
            entry.order.number()));
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
      pay(book, realised);
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
    pay(book, -fee);
    ledger.post(Ledger.FEES, fee);
    ledger.end();
  }

  /** Pays into the wallet of the instrument, or out of it if negative. */
  private void pay(Book book, long amount) {
    ledger.post(book.ownWallet ? Ledger.MARGIN : Ledger.CASH, amount);
    book.wallet += book.ownWallet ? amount : 0;
  }

  /** Transfers between the wallets, so that the position has its margin and no more. */
  private void fitWallet(Book book, long millis) {
    if (book.ownWallet) {
      long due = book.lots == 0 ? 0 : Math.abs(book.basis) + book.fundingHeld + book.marginAdded;
      transfer(book, millis, due - book.wallet);
    }
  }

  /** Puts more margin to a position. */
  void addMargin(Book book, long millis, long amount) {
    book.marginAdded = Math.addExact(book.marginAdded, amount);
    fitWallet(book, millis);
  }

  private void transfer(Book book, long millis, long amount) {
    if (amount != 0) {
      ledger.begin(millis, "transfer");
      ledger.post(Ledger.CASH, -amount);
      pay(book, amount);
      ledger.end();
    }
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
        LegTrade trade = trade(book, closing);
        log.trades.add(trade);
        recent.add(trade.net());
        if (risk.active()) {
          closed(book, closing, trade.net());
        }
        book.closings.remove(i--);
        if (closing.entry.heldLots == 0) {
          book.entries.remove(closing.entry);
        }
      }
    }
  }

  /** A pair has ended when its second leg has; both legs are one trade that won or lost. */
  private void closed(Book book, Book.Closing closing, long net) {
    Book first = book.firstLeg;
    if (book.ownWallet) {
      book.netOfLeg = Math.addExact(book.netOfLeg, net);
    } else if (first == null) {
      risk.closed(book.index, closing.lastMillis, net, stopped(closing.exit));
    } else {
      risk.closed(first.index, closing.lastMillis, net + first.netOfLeg, stopped(closing.exit));
      first.netOfLeg = 0;
    }
  }

  private static boolean stopped(Order exit) {
    return exit.terms().kind() == OrderKind.STOP || exit.terms().kind() == OrderKind.TRAILING;
  }

  private static LegTrade trade(Book book, Book.Closing closing) {
    Entry entry = closing.entry;
    Order exit = closing.exit;
    int side = entry.order.side();
    long lots = closing.lots;
    long entryFee = entry.takeFee(lots);
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
        closing.funding,
        closing.fundingPayments,
        edge,
        slippage,
        entry.positionBefore,
        entry.equityBefore,
        0,
        0,
        closing.makerValue,
        risk(book, entry, side, closing),
        entry.order.plan().conviction());
  }

  /** What the trade would have lost at its first stop, from its fills; 0 without a stop. */
  private static long risk(Book book, Entry entry, int side, Book.Closing closing) {
    long stop = entry.order.plan().exits().stopTicks();
    return stop == 0
        ? 0
        : Math.max(
            0,
            side
                * Math.multiplyExact(
                    closing.entryValue - Math.multiplyExact(closing.lots, stop), book.unit));
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
    pay(book, amount);
    ledger.post(Ledger.FUNDING, -amount);
    ledger.end();
    performance.funding = Math.addExact(performance.funding, amount);
    book.fundingHeld = Math.addExact(book.fundingHeld, amount);
    share(book, millis, mark, rate, amount, fromMark);
  }

  /** The venue's insurance pays what funding took beyond the margin; it counts as funding. */
  void insure(Book book, long millis, long amount) {
    ledger.begin(millis, "insurance");
    pay(book, amount);
    ledger.post(Ledger.INSURANCE, -amount);
    ledger.end();
    performance.funding = Math.addExact(performance.funding, amount);
    book.fundingHeld = Math.addExact(book.fundingHeld, amount);
    long left = amount;
    long lotsLeft = Math.abs(book.lots);
    for (Entry entry : book.entries) {
      if (entry.heldLots > 0) {
        long part =
            entry.heldLots == lotsLeft
                ? left
                : Exact.mulDivTowardZero(left, entry.heldLots, lotsLeft);
        entry.settled().add(millis, part, entry.heldLots);
        left -= part;
        lotsLeft -= entry.heldLots;
      }
    }
  }

  /** Close of the last bar that has ended by then, published or not. */
  static long closeAt(Book book, long millis) {
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
        entry.settled().add(millis, part, entry.heldLots);
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
