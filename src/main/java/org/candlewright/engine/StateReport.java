package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.order.Order;
import org.candlewright.strategy.StrategyProgram;

/** Reads what is held, works and is owed into an {@link EngineState}. */
final class StateReport {
  private final Book[] books;
  private final Desk desk;
  private final Ledger ledger;
  private final Performance performance;
  private final StrategyProgram program;

  StateReport(
      Book[] books, Desk desk, Ledger ledger, Performance performance, StrategyProgram program) {
    this.books = books;
    this.desk = desk;
    this.ledger = ledger;
    this.performance = performance;
    this.program = program;
  }

  EngineState at(long millis, long equity) {
    List<EngineState.Position> positions = new ArrayList<>();
    List<EngineState.OpenTrade> trades = new ArrayList<>();
    for (Book book : books) {
      long entryValue = 0;
      for (Entry entry : book.entries) {
        if (entry.heldLots > 0) {
          trades.add(openTrade(book, entry));
          entryValue += entry.heldValue();
        }
      }
      if (book.lots != 0 || book.dustCoins != 0) {
        positions.add(
            new EngineState.Position(
                book.index,
                book.lots,
                entryValue,
                book.lastClose,
                book.dustCoins,
                book.openValue()));
      }
    }
    return new EngineState(
        millis,
        equity,
        ledger.cash(),
        desk.freeCash(),
        performance.peak(),
        performance.fees,
        performance.funding,
        performance.slippage,
        List.copyOf(positions),
        List.copyOf(trades),
        desk.orders().all().map(this::order).toList(),
        balances());
  }

  /** Attribution of what is held, marked at the last close: the mark stands for the exit. */
  private EngineState.OpenTrade openTrade(Book book, Entry entry) {
    Order order = entry.order;
    long value = entry.heldValue();
    long atReference = Math.multiplyExact(entry.heldLots, order.referenceHalfTicks());
    long marked = Math.multiplyExact(2 * entry.heldLots, book.lastClose);
    return new EngineState.OpenTrade(
        book.index,
        order.side(),
        order.number(),
        entry.heldLots,
        value,
        entry.firstMillis,
        order.referenceHalfTicks(),
        Reasons.text(program, order.reason()),
        order.side() * Math.multiplyExact(book.unit, marked - atReference) / 2,
        entry.settled().amount(),
        entry.fee,
        order.side() * Math.multiplyExact(book.unit, 2 * value - atReference) / 2,
        entry.settled().payments());
  }

  private EngineState.WorkingOrder order(Order order) {
    return new EngineState.WorkingOrder(
        order.number(),
        order.instrument(),
        order.side(),
        order.purpose(),
        Reasons.text(program, order.reason()),
        order.decidedMillis(),
        order.requestedLots(),
        order.remainingLots(),
        order.referenceHalfTicks(),
        order.terms().kind(),
        order.terms().limitTicks(),
        order.triggerTicks());
  }

  private List<EngineState.Balance> balances() {
    List<EngineState.Balance> balances = new ArrayList<>();
    for (int account = 0; account < ledger.accounts(); account++) {
      if (ledger.balance(account) != 0) {
        balances.add(new EngineState.Balance(account, ledger.balance(account)));
      }
    }
    return List.copyOf(balances);
  }
}
