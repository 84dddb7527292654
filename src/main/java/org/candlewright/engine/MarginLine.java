package org.candlewright.engine;

import org.candlewright.engine.cost.Rate;
import org.candlewright.market.Exact;

/**
 * Isolated margin: each perpetual's position stands with its own margin and what funding did to it.
 * The line is the first tick at which margin and open profit lie below the maintenance margin.
 */
final class MarginLine {
  private final Rate leverage;

  MarginLine(Rate leverage) {
    this.leverage = leverage;
  }

  /** Margin of the position with what was paid in and what funding did to it, money units. */
  long margin(Book book) {
    return Math.addExact(
        leverage.divide(Math.abs(book.basis)), book.fundingHeld + book.marginAdded);
  }

  /** Finds the line of the position as it is now; 0 where no price reaches it. */
  void find(Book book) {
    book.liquidation = 0;
    if (!book.perpetual() || book.lots == 0) {
      return;
    }
    Rate rate = book.maintenance;
    long margin = margin(book);
    long slope = Math.multiplyExact(Math.abs(book.lots), book.unit);
    if (book.lots > 0) {
      // margin + p·Q − basis < r·p·Q: p < (basis − margin) / (Q · (1 − r)).
      long owed = book.basis - margin;
      if (owed > 0) {
        long divisor = Math.multiplyExact(slope, rate.denominator() - rate.numerator());
        book.liquidation = Math.max(0, Exact.mulDivCeil(owed, rate.denominator(), divisor) - 1);
      }
    } else {
      // margin + basis − p·Q < r·p·Q: p > (basis + margin) / (Q · (1 + r)).
      long stake = Math.max(0, margin - book.basis);
      long divisor = Math.multiplyExact(slope, rate.denominator() + rate.numerator());
      book.liquidation = Exact.mulDivFloor(stake, rate.denominator(), divisor) + 1;
    }
    if (book.liquidation > 0 && book.marks == null) {
      book.touchFrom(-book.side(), book.liquidation);
    }
  }

  /** Whether a price lies at or beyond the line. */
  static boolean beyond(Book book, long ticks) {
    return book.liquidation > 0 && book.lots != 0 && book.side() * (ticks - book.liquidation) <= 0;
  }

  /** The price at which margin + profit − taker fee is zero, rounded so that it is not below. */
  long bankruptcy(Book book) {
    long margin = margin(book);
    Rate fee = book.model.costs().taker();
    long slope = Math.multiplyExact(Math.abs(book.lots), book.unit);
    long ticks;
    if (book.lots > 0) {
      long divisor = Math.multiplyExact(slope, fee.denominator() - fee.numerator());
      ticks = Exact.mulDivCeil(book.basis - margin, fee.denominator(), divisor);
    } else {
      long divisor = Math.multiplyExact(slope, fee.denominator() + fee.numerator());
      ticks = Exact.mulDivFloor(margin - book.basis, fee.denominator(), divisor);
    }
    while (left(book, margin, ticks) < 0) {
      ticks += book.side();
    }
    return ticks;
  }

  private static long left(Book book, long margin, long ticks) {
    long value = Math.multiplyExact(Math.multiplyExact(book.lots, book.unit), ticks);
    return margin + value - book.basis - book.model.takerFee(Math.abs(book.lots), ticks);
  }
}
