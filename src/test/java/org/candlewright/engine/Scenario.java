package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderState;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Sizing;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.strategy.StrategyProgram;

/**
 * A few bars, what a strategy does at their closes, and the fills that follow, in words: {@code
 * 01:00 buy 1 @ 100.7 taker entry}. The instrument is that of the worked examples: tick 0.1, lot
 * 0.001, half spread and slippage 1 bp each, taker 0.05 %, maker 0.02 %. A market fill below 500 is
 * therefore one tick against the order. Bars are hours from 00:00; {@code :59} stands for a
 * millisecond before the hour ends.
 */
final class Scenario {
  static final long HOUR = 3_600_000L;
  static final long START = 1_609_459_200_000L;

  private final List<String> bars = new ArrayList<>();
  private final List<String> finer = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private Script script = new Script(CloseRule.FIFO);
  private Optional<StrategyDefinition> strategy = Optional.empty();
  private FillRules rules = FillRules.standard();
  private Sizing sizing = new Sizing.FixedQuantity(BigDecimal.ONE);
  private String leverage = "1";
  private String capital = "10000";
  private FundingHistory funding = FundingHistory.none();
  private int block = 4_096;
  private RiskProfile risk = RiskProfile.research();

  /** Bars as open/high/low/close, or open/high/low/close/volume in coins. */
  static Scenario bars(String... bars) {
    Scenario scenario = new Scenario();
    scenario.bars.addAll(List.of(bars));
    return scenario;
  }

  /** Half-hour bars inside the bars, from 00:00. */
  Scenario finer(String... halfHours) {
    finer.addAll(List.of(halfHours));
    return this;
  }

  /** Hourly bars of the mark price. */
  Scenario marks(String... hours) {
    marks.addAll(List.of(hours));
    return this;
  }

  Scenario rules(FillRules chosen) {
    rules = chosen;
    return this;
  }

  Scenario closing(CloseRule rule) {
    script = new Script(rule);
    return this;
  }

  /** Lets a strategy decide instead of a script, with the fixed quantity all the same. */
  Scenario by(StrategyDefinition decides) {
    strategy = Optional.of(decides);
    return this;
  }

  private StrategyProgram program(InstrumentData data) {
    return strategy.<StrategyProgram>map(each -> each.program(List.of(data))).orElse(script);
  }

  Scenario risk(RiskProfile profile) {
    risk = profile;
    return this;
  }

  Scenario quantity(String coins) {
    sizing = new Sizing.FixedQuantity(new BigDecimal(coins));
    return this;
  }

  Scenario sizing(Sizing how) {
    sizing = how;
    return this;
  }

  /** What was decided, cut and refused. */
  List<DecisionRecord> decisions() {
    List<DecisionRecord> all = new ArrayList<>();
    run(
        new RunObserver() {
          @Override
          public boolean wantsDecisions() {
            return true;
          }

          @Override
          public void decision(DecisionRecord decision) {
            all.add(decision);
          }
        });
    return all;
  }

  Scenario leverage(String times, String equity) {
    leverage = times;
    capital = equity;
    return this;
  }

  Scenario settlement(int hour, String rate) {
    long[] time = {START + hour * HOUR};
    funding = new FundingHistory(1, time, time, new BigDecimal[] {new BigDecimal(rate)});
    return this;
  }

  Scenario block(int size) {
    block = size;
    return this;
  }

  Scenario at(int bar, Consumer<DecisionPass> act) {
    script.at(bar, act);
    return this;
  }

  /** Enters at the close of the first bar. */
  Scenario enter(int side, EntryPlan plan) {
    return at(0, pass -> pass.enter(0, side, Script.ENTRY, plan));
  }

  static long ticks(String price) {
    return new BigDecimal(price).movePointRight(1).longValueExact();
  }

  static EntryPlan market(String stop, String target) {
    return EntryPlan.market(exits(stop, target));
  }

  static EntryPlan.Exits exits(String stop, String target) {
    return new EntryPlan.Exits(
        stop.isEmpty() ? 0 : ticks(stop),
        Script.STOP,
        target.isEmpty()
            ? List.of()
            : List.of(new EntryPlan.Target(ticks(target), 1_000_000_000_000L, Script.TARGET)),
        EntryPlan.Trail.NONE,
        EntryPlan.BreakEven.NONE);
  }

  static EntryPlan limit(String price, EntryPlan.Exits exits) {
    return new EntryPlan(
        new EntryPlan.Route(EntryPlan.Kind.LIMIT, 0, ticks(price), false, 0), exits, 1);
  }

  static EntryPlan postOnly(String price, int lifetime) {
    return new EntryPlan(
        new EntryPlan.Route(EntryPlan.Kind.LIMIT, 0, ticks(price), true, lifetime),
        EntryPlan.Exits.NONE,
        1);
  }

  static EntryPlan stop(String price, EntryPlan.Exits exits) {
    return new EntryPlan(
        new EntryPlan.Route(EntryPlan.Kind.STOP, ticks(price), 0, false, 0), exits, 1);
  }

  static EntryPlan stopLimit(String trigger, String limit) {
    return new EntryPlan(
        new EntryPlan.Route(EntryPlan.Kind.STOP_LIMIT, ticks(trigger), ticks(limit), false, 0),
        EntryPlan.Exits.NONE,
        1);
  }

  static EntryPlan trailing(String activation, String distance) {
    return EntryPlan.market(
        new EntryPlan.Exits(
            0,
            -1,
            List.of(),
            new EntryPlan.Trail(
                activation.isEmpty() ? 0 : ticks(activation), ticks(distance), 0, Script.TRAIL),
            EntryPlan.BreakEven.NONE));
  }

  private static BarSeries series(
      InstrumentId id, BigDecimal tick, Timeframe timeframe, List<String> bars, int scale) {
    long[][] columns = new long[6][bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      String[] parts = bars.get(i).split("/");
      columns[0][i] = START + i * timeframe.millis();
      for (int column = 0; column < 4; column++) {
        columns[column + 1][i] =
            new BigDecimal(parts[column]).movePointRight(scale).longValueExact();
      }
      columns[5][i] = parts.length > 4 ? Long.parseLong(parts[4]) : 100_000;
    }
    return new BarSeries(
        id,
        timeframe,
        tick,
        0,
        false,
        bars.size(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  InstrumentData data() {
    Instrument instrument =
        Instrument.of(
            InstrumentId.parse("x:AUSDT.P"), new BigDecimal("0.1"), new BigDecimal("0.001"));
    return new InstrumentData(
        instrument,
        series(instrument.id(), instrument.tick(), Timeframe.ONE_HOUR, bars, 1),
        marks.isEmpty()
            ? Optional.empty()
            : Optional.of(
                series(instrument.id(), new BigDecimal("1e-8"), Timeframe.ONE_HOUR, marks, 8)),
        funding,
        finer.isEmpty()
            ? Optional.empty()
            : Optional.of(
                series(instrument.id(), instrument.tick(), Timeframe.parse("30m"), finer, 1)));
  }

  Engine run(RunObserver observer) {
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
    InstrumentData data = data();
    Engine engine =
        new Engine(
            new EngineSetup(
                List.of(data),
                new Period(START, START + 100 * HOUR),
                script,
                sizing,
                new BigDecimal(leverage),
                new BigDecimal(capital),
                List.of(costs),
                true,
                block,
                rules,
                risk),
            observer);
    engine.run(() -> false);
    return engine;
  }

  /** The fills in words. */
  List<String> fills() {
    Engine engine = run(RunObserver.NONE);
    List<String> lines = new ArrayList<>();
    for (Fill fill : engine.log().fills()) {
      lines.add(
          time(fill.timeMillis())
              + (fill.side() > 0 ? " buy " : " sell ")
              + plain(BigDecimal.valueOf(fill.lots(), 3))
              + " @ "
              + BigDecimal.valueOf(fill.ticks(), 1)
              + (fill.maker() ? " maker " : " taker ")
              + Reasons.text(program(data()), fill.reason()));
    }
    return lines;
  }

  /** Orders that ended without a fill, in words. */
  List<String> endings() {
    List<String> lines = new ArrayList<>();
    run(
        new RunObserver() {
          @Override
          public boolean wantsOrders() {
            return true;
          }

          @Override
          public void order(long timeMillis, Order order) {
            if (order.state() == OrderState.CANCELLED
                || order.state() == OrderState.EXPIRED
                || order.state() == OrderState.REJECTED) {
              lines.add(
                  time(timeMillis)
                      + " "
                      + order.terms().kind()
                      + " "
                      + order.state()
                      + " with "
                      + plain(BigDecimal.valueOf(order.remainingLots(), 3))
                      + " left");
            }
          }
        });
    return lines;
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  static String time(long millis) {
    long hour = (millis - START) / HOUR;
    long rest = (millis - START) % HOUR;
    String minutes = rest == 0 ? "00" : rest == HOUR - 1 ? "59" : rest == HOUR / 2 - 1 ? "29" : "?";
    return "%02d:%s".formatted(hour, minutes);
  }
}
