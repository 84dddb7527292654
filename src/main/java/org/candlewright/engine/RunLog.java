package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;

/** What a run leaves behind, in the order it happened. */
public final class RunLog {
  final FillRows fills = new FillRows();
  final SettlementRows settlements = new SettlementRows();
  final List<SettlementShare> shares = new ArrayList<>();
  final LegTradeRows trades = new LegTradeRows();
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

  /**
   * Whether trades stand by entry, then exit, as their orders were first filled. They do where one
   * position follows another; whoever lists them need then not sort.
   */
  public boolean inOrder() {
    return fills.inOrder() && trades.inOrder();
  }

  /** Whether trades wait for the first equity row after their exit. */
  boolean awaitsRow() {
    return awaitingAfter < trades.size();
  }

  void completeWithRow(long equity, Book[] books) {
    for (; awaitingAfter < trades.size(); awaitingAfter++) {
      trades.complete(awaitingAfter, books[trades.instrument(awaitingAfter)].lots, equity);
    }
  }
}
