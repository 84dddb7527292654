package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;

/** What a run leaves behind, in the order it happened. */
public final class RunLog {
  final List<Fill> fills = new ArrayList<>();
  final List<Settlement> settlements = new ArrayList<>();
  final List<SettlementShare> shares = new ArrayList<>();
  final List<LegTrade> trades = new ArrayList<>();
  private int awaitingAfter;

  public List<Fill> fills() {
    return fills;
  }

  public List<Settlement> settlements() {
    return settlements;
  }

  /** Parts of settlements whose lots were closed by several exits. */
  public List<SettlementShare> shares() {
    return shares;
  }

  public List<LegTrade> trades() {
    return trades;
  }

  /** Whether trades wait for the first equity row after their exit. */
  boolean awaitsRow() {
    return awaitingAfter < trades.size();
  }

  void completeWithRow(long equity, Book[] books) {
    while (awaitingAfter < trades.size()) {
      LegTrade trade = trades.get(awaitingAfter);
      trades.set(awaitingAfter++, trade.withAfter(books[trade.instrument()].lots, equity));
    }
  }
}
