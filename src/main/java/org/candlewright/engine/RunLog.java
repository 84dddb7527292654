package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

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

  void save(StateWriter out) {
    fills.save(out);
    settlements.save(out);
    trades.save(out);
    out.putLong(awaitingAfter);
    out.putLong(shares.size());
    for (SettlementShare each : shares) {
      out.putLong(each.instrument());
      out.putLong(each.timeMillis());
      out.putLong(each.entryOrder());
      out.putLong(each.exitOrder());
      out.putLong(each.lots());
      out.putLong(each.amount());
    }
  }

  /** Takes what was saved, in an empty log. */
  void restore(StateReader in) {
    fills.restore(in);
    settlements.restore(in);
    trades.restore(in);
    awaitingAfter = in.getInt();
    for (int left = in.getInt(); left > 0; left--) {
      shares.add(
          new SettlementShare(
              in.getInt(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong()));
    }
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
