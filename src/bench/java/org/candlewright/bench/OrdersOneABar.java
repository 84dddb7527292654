package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RunObserver;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.RunnerException;

/** A decision, an order and a fill on every bar: in on one, out on the next. */
@State(Scope.Benchmark)
public class OrdersOneABar {
  private static final int BARS = 1_000_000;

  private final InstrumentData data = MinuteMarket.of(BARS);
  private final StrategyDefinition strategy =
      new Strategies(Indicators.standard())
          .parse(
              "orders-one-a-bar.json",
              """
              {
                "schema": 1, "kind": "rules", "name": "orders-one-a-bar",
                "rules": [{"name": "in", "side": "long", "when": {"greater": ["close", 0]}}],
                "exits": [{"name": "out", "side": "long", "when": {"greater": ["close", 0]}}],
                "sizing": {"kind": "fixed-quantity", "quantity": "0.01"}
              }
              """);

  @org.openjdk.jmh.annotations.Benchmark
  public long run() {
    BarSeries bars = data.bars();
    Engine engine =
        new Engine(
            new EngineSetup(
                List.of(data),
                new Period(bars.openTime(0), bars.endTime(bars.size() - 1)),
                strategy.program(List.of(data)),
                strategy.sizing(),
                strategy.leverage(),
                new BigDecimal("10000000"),
                List.of(EmaRun.COSTS),
                false,
                EngineSetup.DEFAULT_BLOCK),
            RunObserver.NONE);
    engine.run(() -> false);
    long orders = engine.log().fills().size();
    if (orders < BARS - 2) {
      throw new IllegalStateException(orders + " orders filled on " + BARS + " bars");
    }
    return orders;
  }

  /** Its entry in the list. */
  static final class Measured implements Benchmark {
    @Override
    public String name() {
      return "orders_one_a_bar_1m";
    }

    @Override
    public Figure measure() throws RunnerException {
      return Figures.of(
          name(),
          JmhRun.medianNanos(OrdersOneABar.class) / BARS,
          "ns/order",
          Map.of(),
          "%,d generated minute bars, a market order decided, filled and booked on each; JMH"
              .formatted(BARS));
    }
  }
}
