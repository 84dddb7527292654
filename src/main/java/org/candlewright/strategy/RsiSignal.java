package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Mean reversion by RSI: at or below the buy threshold b the score is 0.5 + 0.5 (b − rsi) / b, at
 * or above the sell threshold s it is −0.5 − 0.5 (rsi − s) / (100 − s), between them it falls
 * evenly from 0.5 to −0.5. Confidence is |score|, half of it between the thresholds.
 */
final class RsiSignal implements Signal {
  static final SignalKind KIND =
      new SignalKind(
          "rsi",
          "RSI",
          new BigDecimal("0.40"),
          "Long when the market is sold out, short when it is overheated.",
          "b = buy, s = sell: rsi ≤ b: 0.5 + 0.5 (b − rsi)/b; rsi ≥ s: −0.5 − 0.5 (rsi − s)/(100 −"
              + " s); else 0.5 − (rsi − b)/(s − b)",
          List.of(
              SignalKind.bars("period", "RSI period", 14, "Bars of Wilder's means."),
              level("buy_threshold", "Buy at or below", 30, "Sold out at or below this."),
              level("sell_threshold", "Sell at or above", 70, "Overheated at or above this.")),
          List.of(new RulesStrategy.Constraint("buy_threshold", "sell_threshold")),
          values -> values.whole("period"),
          RsiSignal::new);

  private static Parameter level(String name, String label, int value, String help) {
    return new Parameter(
        name,
        label,
        "RSI",
        BigDecimal.ONE,
        BigDecimal.valueOf(99),
        BigDecimal.valueOf(value),
        BigDecimal.valueOf(value),
        false,
        help);
  }

  private final SignalColumns rsi;
  private final double buy;
  private final double sell;
  private final String label;

  RsiSignal(Indicators known, SignalValues values) {
    this.rsi = new SignalColumns(known, "rsi", Map.of("period", values.number("period")));
    this.buy = values.number("buy_threshold");
    this.sell = values.number("sell_threshold");
    this.label = "RSI " + values.text("period");
  }

  @Override
  public void update(PriceBlock block, double[] score, double[] confidence) {
    rsi.update(block);
    double[] values = rsi.output(0);
    for (int i = 0; i < block.size(); i++) {
      score[i] = Double.isNaN(values[i]) ? 0 : score(values[i]);
      boolean between = values[i] > buy && values[i] < sell;
      confidence[i] = Math.abs(score[i]) * (between ? 0.5 : 1);
    }
  }

  private double score(double value) {
    if (value <= buy) {
      return 0.5 + 0.5 * (buy - value) / buy;
    }
    if (value >= sell) {
      return -0.5 - 0.5 * (value - sell) / (100 - sell);
    }
    return 0.5 - (value - buy) / (sell - buy);
  }

  @Override
  public List<IndicatorLine> lines() {
    return List.of(new IndicatorLine(label, false, buy, sell));
  }

  @Override
  public double lineValue(int line, int offset) {
    return rsi.output(0)[offset];
  }

  @Override
  public void save(StateWriter out) {
    rsi.save(out);
  }

  @Override
  public void restore(StateReader in) {
    rsi.restore(in);
  }
}
