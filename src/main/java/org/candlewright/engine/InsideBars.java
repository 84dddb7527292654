package org.candlewright.engine;

import org.candlewright.market.BarSeries;

/**
 * What happens inside bars, and when the engine has to look: only at bars whose range comes to a
 * level of a resting order or of the margin, or at the finer bars inside such a bar.
 */
final class InsideBars {
  /** Bars searched at once: levels often move before a longer stretch is over. */
  private static final int STRETCH = 1_024;

  private final WorkingOrders orders;
  private final Liquidation liquidation;
  private final Intrabar intrabar;

  InsideBars(WorkingOrders orders, Liquidation liquidation, Intrabar intrabar) {
    this.orders = orders;
    this.liquidation = liquidation;
    this.intrabar = intrabar;
  }

  /** The next instant at which something may happen inside a bar; Long.MAX_VALUE for none. */
  long next(Book book) {
    long instant = book.nextExpiry;
    if (!book.watches()) {
      return instant;
    }
    int wanted =
        Math.min(book.blockEnd, book.openOrders > 0 ? book.next + 1 : book.decisionBar + 1);
    int to = Math.min(wanted, book.next + STRETCH);
    int bar = book.touch(to);
    if (bar >= to) {
      return to == wanted ? instant : Math.min(instant, book.endTime(to - 1));
    }
    return Math.min(instant, finer(book, bar) ? finerEnd(book, bar) : book.endTime(bar));
  }

  /** Whether finer bars lie inside the bar; turns to the first that has not been walked. */
  private static boolean finer(Book book, int bar) {
    BarSeries series = book.finer;
    if (series == null) {
      return false;
    }
    if (book.finerNext >= series.size() || series.openTime(book.finerNext) < book.openTimes[bar]) {
      book.finerNext = series.firstAtOrAfter(book.openTimes[bar]);
    }
    return series.firstAtOrAfter(book.openTimes[bar]) < series.firstAtOrAfter(book.endTime(bar));
  }

  private static long finerEnd(Book book, int bar) {
    BarSeries series = book.finer;
    return series != null
            && book.finerNext < series.size()
            && series.openTime(book.finerNext) < book.endTime(bar)
        ? series.endTime(book.finerNext)
        : book.endTime(bar);
  }

  /**
   * Works the bar that ends at the instant, or the finer bars inside the running one up to it.
   * Returns whether price was watched, so that a position may be another than before.
   */
  boolean work(Book book, long instant) {
    boolean watched = book.watches();
    if (watched && book.next < book.blockEnd && book.touch(book.next + 1) == book.next) {
      int bar = book.next;
      if (finer(book, bar)) {
        workFiner(book, bar, instant);
      } else if (book.endTime(bar) == instant) {
        walk(book, book.bars, bar, bar, instant);
      }
      if (book.endTime(bar) == instant && book.marksReach(bar)) {
        liquidation.close(book, bar, instant - 1);
      }
    }
    if (book.nextExpiry <= instant) {
      orders.expire(book, instant);
    }
    return watched;
  }

  private void workFiner(Book book, int bar, long instant) {
    BarSeries series = book.finer;
    while (series != null
        && book.finerNext < series.size()
        && series.openTime(book.finerNext) < book.endTime(bar)
        && series.endTime(book.finerNext) <= instant) {
      int at = book.finerNext++;
      walk(book, series, at, bar, series.endTime(at));
    }
  }

  private void walk(Book book, BarSeries series, int at, int bar, long end) {
    intrabar.walk(
        book,
        bar,
        end - 1,
        series.opens()[at],
        series.highs()[at],
        series.lows()[at],
        series.closes()[at]);
  }

  /** After a payment: what it took may have brought the position to its line. */
  void settled(Book book, int settlement) {
    orders.relevel(book);
    if (MarginLine.beyond(book, Booking.closeAt(book, book.funding.time(settlement)))) {
      liquidation.close(book, book.next, book.funding.time(settlement));
    }
  }
}
