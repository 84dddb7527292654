package org.candlewright.backtest;

import java.util.List;
import org.candlewright.analytics.TradeLabels;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.Reasons;

/** The words of a run's trades; a two-legged one shows its first leg's. */
final class LabelsOfTrades implements TradeLabels {
  private final RunPlan plan;
  private final List<Trade> trades;

  LabelsOfTrades(RunPlan plan, List<Trade> trades) {
    this.plan = plan;
    this.trades = trades;
  }

  private LegTrade leg(int tradeId) {
    return trades.get(tradeId - 1).first();
  }

  @Override
  public String symbol(int tradeId) {
    return plan.setup().instruments().get(leg(tradeId).instrument()).instrument().id().toString();
  }

  @Override
  public String signal(int tradeId) {
    return Reasons.text(plan.setup().program(), leg(tradeId).entryReason());
  }

  @Override
  public String regime(int tradeId) {
    LegTrade leg = leg(tradeId);
    return plan.setup().program().regime(leg.instrument(), leg.entryMillis()).orElse("none");
  }

  @Override
  public String tier(int tradeId) {
    return plan.setup().costs().get(leg(tradeId).instrument()).tier().toString();
  }

  @Override
  public String liquidity(int tradeId) {
    Trade trade = trades.get(tradeId - 1);
    boolean maker = maker(trade.first()) && trade.second().map(this::maker).orElse(true);
    boolean taker = taker(trade.first()) && trade.second().map(this::taker).orElse(true);
    return maker ? "maker" : taker ? "taker" : "mixed";
  }

  private boolean maker(LegTrade leg) {
    return leg.makerValue() == leg.entryValue() + leg.exitValue();
  }

  private boolean taker(LegTrade leg) {
    return leg.makerValue() == 0;
  }
}
