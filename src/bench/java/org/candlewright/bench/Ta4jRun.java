package org.candlewright.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.BarSeries;
import org.ta4j.core.Bar;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Rule;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.CashFlow;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/**
 * The same strategy in ta4j on doubles: orders at the next open, fees, and the equity curve. A run
 * of it holds one side only, so the long and the short side are two runs over shared indicators.
 */
final class Ta4jRun {
  private static final double FEE = 0.0005;
  private static final int MINIMUM_BARS = 60;

  private final org.ta4j.core.BarSeries series;

  Ta4jRun(BarSeries bars, int size) {
    Duration period = Duration.ofMillis(bars.timeframe().millis());
    List<Bar> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Instant begin = Instant.ofEpochMilli(bars.openTime(i));
      all.add(
          new BaseBar(
              period,
              begin,
              begin.plus(period),
              number(bars.price(bars.opens()[i])),
              number(bars.price(bars.highs()[i])),
              number(bars.price(bars.lows()[i])),
              number(bars.price(bars.closes()[i])),
              number(bars.volume(i)),
              number(0),
              0));
    }
    this.series =
        new BaseBarSeriesBuilder()
            .withNumFactory(DoubleNumFactory.getInstance())
            .withBars(all)
            .build();
  }

  private static Num number(double value) {
    return DoubleNumFactory.getInstance().numOf(value);
  }

  /** Indicators, rules, orders at the next open and fees. */
  List<TradingRecord> run() {
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    EMAIndicator fast = new EMAIndicator(close, 9);
    EMAIndicator slow = new EMAIndicator(close, 21);
    EMAIndicator filter = new EMAIndicator(close, 50);
    Rule up = new CrossedUpIndicatorRule(fast, slow).and(new OverIndicatorRule(close, filter));
    Rule down = new CrossedDownIndicatorRule(fast, slow).and(new UnderIndicatorRule(close, filter));
    BarSeriesManager manager =
        new BarSeriesManager(
            series,
            new LinearTransactionCostModel(FEE),
            new ZeroCostModel(),
            new TradeOnNextOpenModel());
    Strategy rising = new BaseStrategy(up, down, MINIMUM_BARS);
    Strategy falling = new BaseStrategy(down, up, MINIMUM_BARS);
    TradingRecord longs = manager.run(rising, TradeType.BUY);
    TradingRecord shorts = manager.run(falling, TradeType.SELL);
    if (longs.getPositionCount() == 0 || shorts.getPositionCount() == 0) {
      throw new IllegalStateException("ta4j traded nothing");
    }
    return List.of(longs, shorts);
  }

  /** A run and the equity at the close of each bar. */
  void runWithEquity() {
    double equity = run().stream().mapToDouble(this::equity).sum();
    if (!Double.isFinite(equity)) {
      throw new IllegalStateException("ta4j's equity is " + equity);
    }
  }

  private double equity(TradingRecord record) {
    return new CashFlow(series, record).getValue(series.getEndIndex()).doubleValue();
  }
}
