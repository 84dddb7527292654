package org.candlewright.analytics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Closed trades told apart by one thing; the rows add up to the run, to the last unit. */
public record Breakdown(Dimension dimension, List<Row> rows) {

  /**
   * Trades of one key; money in units of the account's currency.
   *
   * @param grossLoss Σ −net of losing trades, not below zero
   */
  public record Row(
      String key,
      int trades,
      int wins,
      int losses,
      long net,
      long grossProfit,
      long grossLoss,
      long fees,
      long funding,
      long slippage) {

    /** Gross profit / gross loss. */
    public MetricValue profitFactor() {
      return MetricValue.ratio(grossProfit, grossLoss, "no trade lost");
    }

    /** Winning trades / trades. */
    public MetricValue winRate() {
      return MetricValue.ratio(wins, trades, "no trade was closed");
    }

    /** The row of a key to which no trade belongs yet. */
    public static Row none(String key) {
      return new Row(key, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private Row plus(TradeTable table, int row) {
      return plus(table.net(row), table.fees(row), table.funding(row), table.slippage(row));
    }

    /** The same with one more trade, given by what it brought in money units. */
    public Row plus(long result, long paidFees, long fundingReceived, long slippageCost) {
      return new Row(
          key,
          trades + 1,
          wins + (result > 0 ? 1 : 0),
          losses + (result < 0 ? 1 : 0),
          Math.addExact(net, result),
          Math.addExact(grossProfit, Math.max(0, result)),
          Math.addExact(grossLoss, Math.max(0, -result)),
          Math.addExact(fees, paidFees),
          Math.addExact(funding, fundingReceived),
          Math.addExact(slippage, slippageCost));
    }
  }

  /** The run's trades by that dimension, keys in order. */
  public static Breakdown of(RunView run, Dimension dimension) {
    TradeTable trades = run.trades();
    Map<Dimension.Key, Row> rows = new TreeMap<>();
    for (int i = 0; i < trades.size(); i++) {
      Dimension.Key key = dimension.key(run, i);
      Row before = rows.getOrDefault(key, Row.none(key.text()));
      rows.put(key, before.plus(trades, i));
    }
    return new Breakdown(dimension, List.copyOf(rows.values()));
  }
}
