package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Sizing;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.api.Test;

/** Sizes worked out by hand: equity 10,000, close 100, costs 0.07 % of notional at leverage 1. */
class SizingTest {
  private static final String FLAT = "100/100/100/100";

  private static Scenario flat(int bars) {
    String[] all = new String[bars];
    java.util.Arrays.fill(all, FLAT);
    return Scenario.bars(all);
  }

  private static List<String> steps(DecisionRecord decision) {
    return decision.sizing().stream().map(step -> step.name() + ": " + step.value()).toList();
  }

  private static String ordered(Scenario scenario) {
    return scenario.decisions().getFirst().sizing().getLast().value();
  }

  private static EntryPlan sure(double conviction) {
    return new EntryPlan(EntryPlan.Route.MARKET, EntryPlan.Exits.NONE, conviction);
  }

  @Test
  void riskPerTradeOfALimitCountsFromTheLimit() {
    // 1 % of 10,000 over 98 - 96 = 2; from the close it would be 25.
    Scenario scenario =
        flat(2)
            .sizing(new Sizing.RiskPerTrade(new BigDecimal("0.01")))
            .enter(1, Scenario.limit("98", Scenario.exits("96", "")));
    assertThat(steps(scenario.decisions().getFirst()))
        .containsExactly(
            "equity: 10000.00000000",
            "risk to the stop, share 0.01: 100.00000000",
            "price of the order: 98.0",
            "distance to the stop: 2.0",
            "order: 50.000");
  }

  @Test
  void riskPerTradeOfAStopCountsFromTheTrigger() {
    // Short below 99 with its stop at 103: 100 / 4.
    assertThat(
            ordered(
                flat(2)
                    .sizing(new Sizing.RiskPerTrade(new BigDecimal("0.01")))
                    .enter(-1, Scenario.stop("99", Scenario.exits("103", "")))))
        .isEqualTo("25.000");
  }

  /** Closes 100, 101, 100, …: returns of plus and minus ln 1.01. */
  private static Scenario swinging(int bars, String target) {
    String[] all = new String[bars + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = i % 2 == 0 ? "100/101/100/100" : "101/101/100/101";
    }
    return Scenario.bars(all)
        .sizing(new Sizing.VolatilityTarget(new BigDecimal(target)))
        .at(bars - 1, pass -> pass.enter(0, 1, Script.ENTRY));
  }

  @Test
  void aVolatilityTargetDividesByTheDeviationOfTwentyReturns() {
    // 20 × ln² 1.01 / 19 × 8,760 = 0.955494²; 10,000 × 0.5 / 0.955494 / 100 = 52.329 lots down.
    double move = Math.log(1.01);
    double yearly = Math.sqrt(20 * move * move / 19 * 8_760);
    assertThat(new BigDecimal(ordered(swinging(21, "0.5"))).doubleValue())
        .isCloseTo(5_000 / yearly / 100, within(0.001));
    // Twice the target would be 209: what equity pays for is 10,000 / 100.07.
    assertThat(ordered(swinging(21, "2"))).isEqualTo("99.930");
  }

  @Test
  void aVolatilityTargetNeedsTwentyReturns() {
    DecisionRecord refused = swinging(20, "0.5").decisions().getFirst();
    assertThat(refused.refusal()).contains("position_size_too_small");
    assertThat(steps(refused)).contains("volatility of 20 bars, a year: ");
  }

  private static RecentTrades trades(int winners, long win, int losers, long loss) {
    RecentTrades recent = new RecentTrades();
    for (int i = 0; i < winners; i++) {
      recent.add(win);
    }
    for (int i = 0; i < losers; i++) {
      recent.add(-loss);
    }
    return recent;
  }

  @Test
  void kellyIsTheShareOfWinnersLessThatOfLosersOverTheRatio() {
    // 0.6 - 0.4 / 2 = 0.4; 0.5 - 0.5 / 1 = 0; 0.25 - 0.75 / 1 = -0.5.
    assertThat(trades(6, 200, 4, 100).kelly()).isEqualTo(400_000_000_000L);
    assertThat(trades(5, 100, 5, 100).kelly()).isZero();
    assertThat(trades(5, 100, 15, 100).kelly()).isEqualTo(-500_000_000_000L);
    assertThat(trades(0, 0, 12, 100).kelly()).isNegative();
    assertThat(trades(12, 100, 0, 0).kelly()).isEqualTo(1_000_000_000_000L);
  }

  @Test
  void kellyLooksAtTheLastTwentyTrades() {
    RecentTrades recent = trades(0, 0, 30, 100);
    for (int i = 0; i < 20; i++) {
      recent.add(i % 2 == 0 ? 200 : -100);
    }
    assertThat(recent.kelly()).isEqualTo(250_000_000_000L);
  }

  /** Round trips of which every third loses, then one more entry at a close of 100. */
  private static Scenario afterRoundTrips(int count) {
    List<String> bars = new ArrayList<>();
    bars.add(FLAT);
    for (int i = 0; i < count; i++) {
      String out = i % 3 == 0 ? "98" : "103";
      bars.add(FLAT);
      bars.add(out + "/103/98/100");
    }
    bars.add(FLAT);
    Scenario scenario =
        Scenario.bars(bars.toArray(String[]::new)).sizing(new Sizing.Kelly(new BigDecimal("0.5")));
    for (int i = 0; i < count; i++) {
      scenario.at(2 * i, pass -> pass.enter(0, 1, Script.ENTRY));
      scenario.at(2 * i + 1, pass -> pass.exit(0, Script.EXIT));
    }
    return scenario.at(2 * count, pass -> pass.enter(0, 1, Script.ENTRY));
  }

  private static DecisionRecord lastEntry(Scenario scenario) {
    return scenario.decisions().stream()
        .filter(each -> each.action().equals("enter"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void kellySizesByTheTradesOfTheRunOnceTenHaveClosed() {
    Scenario scenario = afterRoundTrips(10);
    List<LegTrade> trades = scenario.run(RunObserver.NONE).log().trades().subList(0, 10);
    double won =
        trades.stream().filter(t -> t.net() > 0).mapToLong(LegTrade::net).average().orElseThrow();
    double lost =
        trades.stream().filter(t -> t.net() <= 0).mapToLong(t -> -t.net()).average().orElseThrow();
    double winners = trades.stream().filter(t -> t.net() > 0).count() / 10.0;
    double kelly = 0.5 * (winners - (1 - winners) / (won / lost));
    DecisionRecord decision = lastEntry(scenario);
    assertThat(kelly).isBetween(0.05, 0.95);
    assertThat(Double.parseDouble(decision.sizing().getLast().value()))
        .isCloseTo(kelly * decision.equity() / 1e8 / 100.07, within(0.001));
  }

  @Test
  void kellyUsesTheWholeShareBeforeTenTradesHaveClosed() {
    DecisionRecord decision = lastEntry(afterRoundTrips(9));
    assertThat(Double.parseDouble(decision.sizing().getLast().value()))
        .isCloseTo(decision.equity() / 1e8 / 100.07, within(0.001));
    assertThat(steps(decision)).contains("share of equity before 10 trades have closed (9): 1");
  }

  private static Sizing conviction(String notional, String cap) {
    return new Sizing.Conviction(
        new BigDecimal("0.3"),
        BigDecimal.ONE,
        Optional.of(notional).filter(text -> !text.isEmpty()).map(BigDecimal::new),
        Optional.of(cap).filter(text -> !text.isEmpty()).map(BigDecimal::new));
  }

  @Test
  void convictionScalesTheShareOfEquity() {
    // (0.3 + 0.7 × 0.5) × 10,000 / 100.07 = 64.95…
    Scenario scenario = flat(2).sizing(conviction("", "")).enter(1, sure(0.5));
    assertThat(ordered(scenario)).isEqualTo("64.954");
    assertThat(steps(scenario.decisions().getFirst())).contains("fraction at conviction 0.5: 0.65");
    assertThat(ordered(flat(2).sizing(conviction("", "")).enter(1, sure(0)))).isEqualTo("29.979");
    assertThat(ordered(flat(2).sizing(conviction("", "")).enter(1, sure(1)))).isEqualTo("99.930");
  }

  @Test
  void convictionOfANotionalStopsAtTheCap() {
    // 10 at 100.1 are worth 1,001: 499 is left, 4.99 at 100; filled at 100.1 nothing is left.
    Scenario scenario =
        flat(6)
            .sizing(conviction("1000", "1500"))
            .enter(1, sure(1))
            .at(2, pass -> pass.enter(0, 1, Script.ENTRY, sure(1)))
            .at(4, pass -> pass.enter(0, 1, Script.ENTRY, sure(1)));
    List<DecisionRecord> decisions = scenario.decisions();
    assertThat(decisions.get(0).sizing().getLast().value()).isEqualTo("10.000");
    assertThat(decisions.get(1).sizing().getLast().value()).isEqualTo("4.990");
    assertThat(decisions.get(2).refusal()).contains("strategy_caps");
  }

  @Test
  void aCutToFreeCashIsRecordedAtTheFill() {
    // 99.930 ordered at 100; opens at 102, 102.1 with costs: 10,000 / (102.1 × 1.0005) = 97.894….
    DecisionRecord cut =
        Scenario.bars(FLAT, "102/102/102/102")
            .sizing(new Sizing.EquityShare(Optional.of(BigDecimal.ONE)))
            .enter(1, EntryPlan.MARKET)
            .decisions()
            .get(1);
    assertThat(cut.action()).isEqualTo("cut");
    assertThat(cut.timeMillis()).isEqualTo(Scenario.START + Scenario.HOUR);
    assertThat(steps(cut))
        .containsExactly(
            "to be filled: 99.930",
            "free cash at the fill: 10000.00000000",
            "cut to what free cash pays for: 97.894");
  }

  @Test
  void aCarryByConvictionScalesItsNotionalWithTheScore() {
    Strategies strategies = new Strategies(Indicators.standard());
    String json =
        strategies.toJson(
            RandomMarket.template("funding-carry-composite")
                .withParameters(
                    java.util.Map.of(
                        "enter_score",
                        new BigDecimal("0.32"),
                        "exit_score",
                        new BigDecimal("0.31"))));
    int from = json.indexOf("\"sizing\"");
    StrategyDefinition carry =
        strategies.parse(
            "carry",
            json.substring(0, from)
                + "\"sizing\": {\"kind\": \"conviction\", \"min\": \"0.3\", \"max\": \"1\"}"
                + json.substring(json.indexOf('}', from) + 1));
    SplittableRandom random = new SplittableRandom(5);
    List<InstrumentData> data =
        List.of(
            RandomMarket.instrument("binance:AUSDT.P", 1_500, random),
            RandomMarket.instrument("binance:AUSDT", 1_500, random));
    List<DecisionRecord> entries = new ArrayList<>();
    Engine engine =
        new Engine(
            RandomMarket.setup(carry, data, RandomMarket.START + 1_400 * RandomMarket.HOUR, 512),
            new RunObserver() {
              @Override
              public boolean wantsDecisions() {
                return true;
              }

              @Override
              public void decision(DecisionRecord decision) {
                if (decision.action().equals("enter")) {
                  entries.add(decision);
                }
              }
            });
    engine.run(() -> false);
    assertThat(entries).hasSizeGreaterThan(1);
    for (DecisionRecord entry : entries) {
      double score =
          entry.saw().inputs().stream()
              .filter(input -> input.name().equals("score"))
              .findFirst()
              .orElseThrow()
              .value();
      double notional =
          entry.sizing().stream()
              .filter(step -> step.name().equals("notional of a leg"))
              .mapToDouble(step -> Double.parseDouble(step.value()))
              .findFirst()
              .orElseThrow();
      assertThat(notional).isCloseTo(1_000 * (0.3 + 0.7 * score), within(1e-6));
    }
  }
}
