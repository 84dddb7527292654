package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.Sizing;

/**
 * Hourly bars of two legs, A and B, what is done with them at closes of A, and the fills in words.
 * Costs and steps are those of the worked examples.
 */
public final class PairScenario {
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(9_000);

  private final Script script = new Script(CloseRule.FIFO, Legs.NAMED_PAIR);
  private List<String> first = List.of();
  private List<String> second = List.of();
  private Optional<Engine> done = Optional.empty();
  private final List<DecisionRecord> decisions = new ArrayList<>();

  /** Bars as open/high/low/close, or with a volume in coins behind; empty for a missing one. */
  public PairScenario first(String... bars) {
    first = List.of(bars);
    return this;
  }

  public PairScenario second(String... bars) {
    second = List.of(bars);
    return this;
  }

  public PairScenario at(int bar, Consumer<DecisionPass> act) {
    script.at(bar, act);
    return this;
  }

  public Engine run() {
    if (done.isEmpty()) {
      List<InstrumentData> legs = List.of(leg("A", first), leg("B", second));
      ContractCosts costs =
          new ContractCosts(
              Rate.of(new BigDecimal("0.0002")),
              Rate.of(new BigDecimal("0.0005")),
              100_000_000L,
              100_000_000L,
              true,
              Optional.of(new BigDecimal("0.1")),
              LiquidityTier.LARGE,
              "given",
              "custom");
      Engine engine =
          new Engine(
              new EngineSetup(
                  legs,
                  new Period(Scenario.START, Scenario.START + 1_000 * Scenario.HOUR),
                  script,
                  new Sizing.EquityShare(Optional.empty()),
                  BigDecimal.ONE,
                  CAPITAL,
                  Collections.nCopies(2, costs),
                  false,
                  4_096),
              new RunObserver() {
                @Override
                public boolean wantsDecisions() {
                  return true;
                }

                @Override
                public void decision(DecisionRecord decision) {
                  decisions.add(decision);
                }
              });
      engine.run(() -> false);
      done = Optional.of(engine);
    }
    return done.get();
  }

  public List<DecisionRecord> decisions() {
    run();
    return decisions;
  }

  /** What equity grew by, money units. */
  public long gain() {
    return run().summary().equity() - Exact.scaled(CAPITAL, Currency.digits("USDT"));
  }

  public List<String> fills() {
    return run().log().fills().stream()
        .map(
            fill ->
                "%s %s %s @ %s"
                    .formatted(
                        start(fill),
                        fill.side() > 0 ? "buy" : "sell",
                        quantity(fill),
                        BigDecimal.valueOf(fill.ticks(), 1)))
        .toList();
  }

  public List<String> quantities() {
    return run().log().fills().stream().map(fill -> start(fill) + " " + quantity(fill)).toList();
  }

  private static String start(Fill fill) {
    return "%02d:00 %s"
        .formatted(
            (fill.timeMillis() - Scenario.START) / Scenario.HOUR,
            fill.instrument() == 0 ? "A" : "B");
  }

  private static BigDecimal quantity(Fill fill) {
    return BigDecimal.valueOf(fill.lots(), 3);
  }

  private static InstrumentData leg(String base, List<String> bars) {
    Instrument instrument =
        Instrument.of(
            InstrumentId.parse("x:" + base + "USDT.P"),
            new BigDecimal("0.1"),
            new BigDecimal("0.001"));
    int size = (int) bars.stream().filter(bar -> !bar.isEmpty()).count();
    long[][] columns = new long[6][size];
    int at = 0;
    for (int hour = 0; hour < bars.size(); hour++) {
      if (!bars.get(hour).isEmpty()) {
        String[] values = bars.get(hour).split("/");
        columns[0][at] = Scenario.START + hour * Scenario.HOUR;
        for (int i = 0; i < 4; i++) {
          columns[i + 1][at] = Scenario.ticks(values[i]);
        }
        columns[5][at++] = values.length > 4 ? Long.parseLong(values[4]) : 1_000_000;
      }
    }
    BarSeries series =
        new BarSeries(
            instrument.id(),
            Timeframe.ONE_HOUR,
            instrument.tick(),
            0,
            false,
            size,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]);
    return new InstrumentData(instrument, series, Optional.empty(), FundingHistory.none());
  }
}
