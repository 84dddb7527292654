package org.candlewright.strategy;

import java.util.List;
import java.util.Map;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.BarSeries;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** What one instrument's prices say to {@link DcaProgram}: columns of the current block. */
final class DcaColumns {
  private final PriceBlock block;
  private final SignalColumns rsi;
  private final SignalColumns high;
  private final double belowHigh;
  private final double rsiLimit;
  private final String highName;
  private final String rsiName;
  private double[] level = new double[0];
  private boolean[] cheap = new boolean[0];
  private boolean[] dip = new boolean[0];
  private boolean[] begins = new boolean[0];
  private double[] closes = new double[0];
  private boolean lastDip;
  private int from;

  DcaColumns(DcaStrategy strategy, BarSeries bars) {
    this.block = new PriceBlock(bars);
    this.rsi =
        new SignalColumns(
            strategy.known(), "rsi", Map.of("period", strategy.value("rsi_period").doubleValue()));
    this.high =
        new SignalColumns(
            strategy.known(),
            "highest",
            Map.of("period", strategy.value("dip_bars").doubleValue()));
    this.belowHigh = 1 - strategy.value("dip_percent").movePointLeft(2).doubleValue();
    this.rsiLimit = strategy.value("rsi_below").doubleValue();
    this.highName = "high of " + strategy.value("dip_bars").toPlainString();
    this.rsiName = "RSI " + strategy.value("rsi_period").toPlainString();
  }

  void update(int fromBar, int to) {
    from = fromBar;
    int size = to - fromBar;
    if (level.length < size) {
      level = new double[size];
      cheap = new boolean[size];
      dip = new boolean[size];
      begins = new boolean[size];
    }
    block.moveTo(fromBar, to);
    rsi.update(block);
    high.update(block);
    closes = block.close();
    for (int i = 0; i < size; i++) {
      level[i] = high.output(0)[i] * belowHigh;
      cheap[i] = rsi.output(0)[i] < rsiLimit;
      dip[i] = cheap[i] && closes[i] <= level[i];
      begins[i] = dip[i] && !lastDip;
      lastDip = dip[i];
    }
  }

  /** Whether RSI allows a purchase at the close of the bar. */
  boolean cheap(int bar) {
    return cheap[bar - from];
  }

  /** Whether price is in a dip there, and RSI allows a purchase. */
  boolean dip(int bar) {
    return dip[bar - from];
  }

  /** Whether the bar before was in none. */
  boolean begins(int bar) {
    return begins[bar - from];
  }

  List<IndicatorLine> lines() {
    return List.of(
        new IndicatorLine("dip", true, Double.NaN, Double.NaN),
        new IndicatorLine(rsiName, false, rsiLimit, Double.NaN));
  }

  double lineValue(int line, int bar) {
    return line == 0 ? level[bar - from] : rsi.output(0)[bar - from];
  }

  /**
   * What was seen at a bar.
   *
   * @param waited bars since the last purchase; NaN before the first
   * @param every bars that have to pass between purchases
   */
  Explanation explain(int bar, double waited, int every) {
    int i = bar - from;
    double strength = rsi.output(0)[i];
    Explanation.Condition low =
        new Explanation.Condition(
            rsiName + " < " + rsiLimit, cheap[i], strength, rsiLimit, "<", List.of());
    Explanation.Condition below =
        new Explanation.Condition(
            "close ≤ dip", closes[i] <= level[i], closes[i], level[i], "≤", List.of());
    Explanation.Condition due =
        new Explanation.Condition(
            "bars since the last purchase ≥ " + every,
            Double.isNaN(waited) || waited >= every,
            waited,
            every,
            "≥",
            List.of());
    return new Explanation(
        List.of(
            new Explanation.Input(rsiName, strength, ""),
            new Explanation.Input(highName, high.output(0)[i], ""),
            new Explanation.Input("dip", level[i], ""),
            new Explanation.Input("bars since the last purchase", waited, "bars")),
        List.of(
            group("dca_dip: a dip begins", begins[i], low, below),
            group("dca_timed: a purchase is due", low.holds() && due.holds(), low, due)));
  }

  private static Explanation.Condition group(
      String text, boolean holds, Explanation.Condition... parts) {
    return new Explanation.Condition(text, holds, Double.NaN, Double.NaN, "", List.of(parts));
  }

  void save(StateWriter out) {
    rsi.save(out);
    high.save(out);
    out.putLong(lastDip ? 1 : 0);
  }

  void restore(StateReader in) {
    rsi.restore(in);
    high.restore(in);
    lastDip = in.getLong() != 0;
  }
}
