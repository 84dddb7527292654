package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candlewright.engine.Scenario.bars;
import static org.candlewright.engine.Scenario.exits;
import static org.candlewright.engine.Scenario.limit;
import static org.candlewright.engine.Scenario.market;
import static org.candlewright.engine.Scenario.postOnly;
import static org.candlewright.engine.Scenario.stop;
import static org.candlewright.engine.Scenario.stopLimit;
import static org.candlewright.engine.Scenario.ticks;
import static org.candlewright.engine.Scenario.trailing;

import java.util.List;
import java.util.stream.Stream;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.EntryPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What fills, where and when: order type × shape of bars × option. A market fill is one tick
 * against the order (2 bp of some 100.0, up or down to the tick); a resting fill is at its price.
 */
class FillScenariosTest {
  private static final String FLAT = "100.5/100.5/100.5/100.5";
  private static final FillRules STANDARD = FillRules.standard();
  private static final FillRules TOUCH = new FillRules(false, true, false, false, 0);
  private static final FillRules PATH = new FillRules(false, false, true, false, 0);
  private static final FillRules AT_CLOSE = new FillRules(true, false, false, false, 0);
  private static final FillRules BETTER = new FillRules(false, false, false, true, 0);
  private static final FillRules TICKS = new FillRules(false, false, false, false, 3);
  private static final long HALF = 500_000_000_000L;
  private static final long ALL = 1_000_000_000_000L;

  private record Row(String name, Scenario scenario, String... fills) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, Scenario scenario, String... fills) {
    return new Row(name, scenario, fills);
  }

  private static EntryPlan.Exits targets(String stop, String first, String second) {
    return new EntryPlan.Exits(
        ticks(stop),
        Script.STOP,
        List.of(
            new EntryPlan.Target(ticks(first), HALF, Script.TARGET),
            new EntryPlan.Target(ticks(second), HALF, Script.TARGET)),
        EntryPlan.Trail.NONE,
        EntryPlan.BreakEven.NONE);
  }

  private static EntryPlan breakEven(String stop, String activation, long offset) {
    return EntryPlan.market(
        new EntryPlan.Exits(
            ticks(stop),
            Script.STOP,
            List.of(),
            EntryPlan.Trail.NONE,
            new EntryPlan.BreakEven(ticks(activation), offset, Script.BREAK_EVEN)));
  }

  private static EntryPlan trailingShare(long share) {
    return EntryPlan.market(
        new EntryPlan.Exits(
            0,
            -1,
            List.of(),
            new EntryPlan.Trail(0, 0, share, Script.TRAIL),
            EntryPlan.BreakEven.NONE));
  }

  static Stream<Row> marketOrders() {
    return Stream.of(
        // 100.6 × 1.0002 = 100.62012, up.
        row(
            "a market buy fills at the next open",
            bars(FLAT, "100.6/101/100/100.8").enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.7 taker entry"),
        // 100.6 × 0.9998 = 100.57988, down.
        row(
            "a market sale fills at the next open",
            bars(FLAT, "100.6/101/100/100.8").enter(-1, EntryPlan.MARKET),
            "01:00 sell 1 @ 100.5 taker entry"),
        // The close 100.5 × 1.0002, up, at 01:00 already.
        row(
            "at the close, where the run says so",
            bars(FLAT, "103/104/102/103").rules(AT_CLOSE).enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.6 taker entry"),
        // One tick of costs and three of the option.
        row(
            "slippage in ticks comes on top",
            bars(FLAT, "100.6/101/100/100.8").rules(TICKS).enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 101.0 taker entry"),
        // Volumes 10, 5, 100 coins, a tenth of each: 1, 0.5, and the 0.5 that is left.
        // √(100 × 0.1) = 3.16 bp and half spread 1: 4.16 bp of 100.6 is 0.042, still one tick.
        row(
            "what the volume does not allow works on",
            bars(FLAT, "100.6/101/100/100.8/10", "100.8/101/100/100.9/5", "100.9/101/100/100/100")
                .quantity("2")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:00 buy 0.5 @ 100.9 taker entry",
            "03:00 buy 0.5 @ 101.0 taker entry"),
        row(
            "a bar without volume fills nothing",
            bars(FLAT, "100.6/101/100/100.8/0", "100.9/101/100/100").enter(1, EntryPlan.MARKET),
            "02:00 buy 1 @ 101.0 taker entry"),
        row(
            "an exit decided later fills at its next open",
            bars(FLAT, "100.6/101/100/100.8", "101.2/102/101/101")
                .enter(1, EntryPlan.MARKET)
                .at(1, pass -> pass.exit(0, Script.EXIT)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:00 sell 1 @ 101.1 taker exit"),
        row(
            "a reversal closes and opens at one open",
            bars(FLAT, "100.6/101/100/100.8", "101.2/102/101/101")
                .enter(1, EntryPlan.MARKET)
                .at(
                    1,
                    pass -> {
                      pass.exit(0, Script.EXIT);
                      pass.enter(0, -1, Script.ENTRY);
                    }),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:00 sell 1 @ 101.1 taker exit",
            "02:00 sell 1 @ 101.1 taker entry"),
        // 2.5 allowed on the side: the exit takes 2, the new entry what is left.
        row(
            "orders of one side share the volume of the bar, by number",
            bars(FLAT, "100.6/101/100/100.8", "101.2/102/101/101/25")
                .quantity("2")
                .enter(1, EntryPlan.MARKET)
                .at(
                    1,
                    pass -> {
                      pass.exit(0, Script.EXIT);
                      pass.enter(0, -1, Script.ENTRY);
                    }),
            "01:00 buy 2 @ 100.7 taker entry",
            "02:00 sell 2 @ 101.1 taker exit",
            "02:00 sell 0.5 @ 101.1 taker entry"),
        row(
            "half of the position leaves, a reducing order never more than is held",
            bars(FLAT, "100.6/101/100/100.8", "101.2/102/101/101", "101/101/101/101")
                .enter(1, EntryPlan.MARKET)
                .at(1, pass -> pass.reduce(0, HALF, Script.EXIT))
                .at(2, pass -> pass.exit(0, Script.EXIT)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:00 sell 0.5 @ 101.1 taker exit",
            "03:00 sell 0.5 @ 100.9 taker exit"));
  }

  static Stream<Row> stopsAndTargets() {
    return Stream.of(
        // 99.9 × 0.9998 = 99.88002, down.
        row(
            "both in one bar: the stop comes first",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.8 taker stop"),
        // 100.8 is 1.1 from the high and 1.0 from the low: low first, the stop either way.
        row(
            "both in one bar, the path decides: low first, so the stop",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0")
                .rules(PATH)
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.8 taker stop"),
        // 101.0 is 0.9 from the high and 1.2 from the low.
        row(
            "both in one bar, the path decides: high first, so the target",
            bars(FLAT, FLAT, "101.0/101.9/99.8/101.0")
                .rules(PATH)
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 101.5 maker target"),
        row(
            "high first, but without the option the stop still comes first",
            bars(FLAT, FLAT, "101.0/101.9/99.8/101.0").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.8 taker stop"),
        // Exactly in the middle: not nearer the high, so low first.
        row(
            "an open in the middle goes to the low first",
            bars(FLAT, FLAT, "100.8/101.8/99.8/101.0")
                .rules(PATH)
                .enter(1, market("99.8", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.7 taker stop"),
        // 99.2 × 0.9998 = 99.18016, down.
        row(
            "a gap beyond the stop fills at the open, stamped inside the bar",
            bars(FLAT, FLAT, "99.2/99.5/99.0/99.4").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.1 taker stop"),
        row(
            "the target alone, traded through, fills at its price",
            bars(FLAT, FLAT, "100.8/101.9/100.2/101.0").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 101.5 maker target"),
        row(
            "a mere touch of the target fills nothing",
            bars(FLAT, FLAT, "100.8/101.5/100.2/101.0").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry"),
        row(
            "a touch fills where the run says so",
            bars(FLAT, FLAT, "100.8/101.5/100.2/101.0")
                .rules(TOUCH)
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 101.5 maker target"),
        row(
            "a stop triggers at a touch",
            bars(FLAT, FLAT, "100.8/101.0/99.9/100.2").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.8 taker stop"),
        row(
            "one tick above the stop nothing happens",
            bars(FLAT, FLAT, "100.8/101.0/100.0/100.2").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry"),
        row(
            "an open through the target fills at the target",
            bars(FLAT, FLAT, "102.0/102.5/99.0/100.2").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 101.5 maker target"),
        row(
            "or at the open, where limits may have better ones",
            bars(FLAT, FLAT, "102.0/102.5/101.0/102.2")
                .rules(BETTER)
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 102.0 maker target"),
        row(
            "stop and target work in the bar of the entry",
            bars(FLAT, "100.6/101.0/99.5/100.0").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.7 taker entry",
            "01:59 sell 1 @ 99.8 taker stop"),
        row(
            "the target too",
            bars(FLAT, "100.6/101.6/100.5/100.9").enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.7 taker entry",
            "01:59 sell 1 @ 101.5 maker target"),
        // Short: 101.5 × 1.0002 = 101.5203, up.
        row(
            "a short is stopped above",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0").enter(-1, market("101.5", "99.9")),
            "01:00 sell 1 @ 100.4 taker entry",
            "02:59 buy 1 @ 101.6 taker stop"),
        row(
            "a short takes its profit below",
            bars(FLAT, FLAT, "100.8/101.0/99.8/100.0").enter(-1, market("101.5", "99.9")),
            "01:00 sell 1 @ 100.4 taker entry",
            "02:59 buy 1 @ 99.9 maker target"),
        row(
            "a short's target is not filled at a touch",
            bars(FLAT, FLAT, "100.8/101.0/99.9/100.0").enter(-1, market("101.5", "99.9")),
            "01:00 sell 1 @ 100.4 taker entry"),
        // 102.0 × 1.0002 = 102.0204, up.
        row(
            "a short gaps beyond its stop",
            bars(FLAT, FLAT, "102.0/102.2/101.8/102.0").enter(-1, market("101.5", "99.9")),
            "01:00 sell 1 @ 100.4 taker entry",
            "02:59 buy 1 @ 102.1 taker stop"),
        row(
            "an exit decided takes stop and target away",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0")
                .enter(1, market("99.9", "101.5"))
                .at(1, pass -> pass.exit(0, Script.EXIT)),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:00 sell 1 @ 100.7 taker exit"),
        // A tenth of 4: 0.4 at the stop, then 0.6 at the next open, 99.5 less a tick.
        row(
            "what a stop does not fill works on as a market order",
            bars(FLAT, FLAT, "100.8/101.0/99.8/99.9/4", "99.5/99.6/99.4/99.5")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 0.4 @ 99.8 taker stop",
            "03:00 sell 0.6 @ 99.4 taker stop"),
        row(
            "what a target does not fill waits for another bar",
            bars(
                    FLAT,
                    FLAT,
                    "100.8/101.9/100.5/101.0/4",
                    "101.0/101.4/100.5/101.0",
                    "101.0/101.6/100.9/101.0")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 0.4 @ 101.5 maker target",
            "04:59 sell 0.6 @ 101.5 maker target"),
        row(
            "and is stopped if the stop comes sooner",
            bars(FLAT, FLAT, "100.8/101.9/100.5/101.0/4", "101.0/101.4/99.0/99.2")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 0.4 @ 101.5 maker target",
            "03:59 sell 0.6 @ 99.8 taker stop"),
        // The bar of 01:00 lets 0.5 in; the stop ends the entry with it.
        row(
            "a stop cancels the rest of its entry and closes what is held",
            bars(FLAT, "100.6/101.0/99.5/100.0/5", "100.0/100.0/100.0/100.0")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 0.5 @ 100.7 taker entry",
            "01:59 sell 0.5 @ 99.8 taker stop"),
        row(
            "a stop grows with its entry",
            bars(FLAT, "100.6/101.0/100.2/100.5/5", FLAT, "100.5/100.6/99.5/99.9")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 0.5 @ 100.7 taker entry",
            "02:00 buy 0.5 @ 100.6 taker entry",
            "03:59 sell 1 @ 99.8 taker stop"),
        row(
            "two targets take half each",
            bars(FLAT, FLAT, "100.8/101.2/100.5/101.0", "101.0/102.1/100.9/102.0")
                .enter(1, EntryPlan.market(targets("99.9", "101.0", "102.0"))),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 0.5 @ 101.0 maker target",
            "03:59 sell 0.5 @ 102.0 maker target"),
        row(
            "after the first target the stop closes the rest",
            bars(FLAT, FLAT, "100.8/101.2/100.5/101.0", "101.0/101.1/99.0/99.2")
                .enter(1, EntryPlan.market(targets("99.9", "101.0", "102.0"))),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 0.5 @ 101.0 maker target",
            "03:59 sell 0.5 @ 99.8 taker stop"),
        row(
            "both targets in one bar",
            bars(FLAT, FLAT, "100.8/102.2/100.5/101.0")
                .enter(1, EntryPlan.market(targets("99.9", "101.0", "102.0"))),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 0.5 @ 101.0 maker target",
            "02:59 sell 0.5 @ 102.0 maker target"));
  }

  static Stream<Row> trailingAndBreakEven() {
    return Stream.of(
        // Best 101.5, a distance of 1.0: 100.5; sold a tick lower.
        row(
            "a trailing stop follows the high and fires on the way down",
            bars(FLAT, "100.6/101.5/100.4/101.4", "101.4/101.5/100.3/100.4")
                .enter(1, trailing("", "1.0")),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.4 taker trail"),
        // Low first (0.1 from the open): 100.5 is no trigger of 99.6; then 102.0 lifts it to 101.0,
        // and the close 100.9 lies below.
        row(
            "inside one bar it follows the path",
            bars(FLAT, "100.6/102.0/100.5/100.9").enter(1, trailing("", "1.0")),
            "01:00 buy 1 @ 100.7 taker entry",
            "01:59 sell 1 @ 100.9 taker trail"),
        row(
            "before it is armed nothing happens",
            bars(FLAT, "100.6/101.4/99.0/99.5").enter(1, trailing("101.5", "1.0")),
            "01:00 buy 1 @ 100.7 taker entry"),
        // Armed by 101.6, which puts it at 100.6; the next bar comes down to it.
        row(
            "armed by its price it follows from there",
            bars(FLAT, "100.6/101.6/100.5/101.5", "101.5/101.5/100.6/100.8")
                .enter(1, trailing("101.5", "1.0")),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.5 taker trail"),
        // Short: best 99.5, trigger 100.5, bought a tick higher.
        row(
            "a short's trailing stop follows the low",
            bars(FLAT, "100.4/100.6/99.5/99.6", "99.6/100.5/99.6/100.4")
                .enter(-1, trailing("", "1.0")),
            "01:00 sell 1 @ 100.3 taker entry",
            "02:59 buy 1 @ 100.6 taker trail"),
        // 1 % of the best 102.0 is 1.02, ten ticks: 101.0.
        row(
            "a share of the best price as distance",
            bars(FLAT, "100.6/102.0/100.4/102.0", "102.0/102.0/100.9/101.0")
                .enter(1, trailingShare(10_000_000_000L)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.9 taker trail"),
        // A gap below: the open 99.0 decides.
        row(
            "a gap beyond a trailing stop fills at the open",
            bars(FLAT, "100.6/101.5/100.5/101.4", "99.0/99.5/98.9/99.2")
                .enter(1, trailing("", "1.0")),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 98.9 taker trail"),
        // Entry 100.7; at 101.5 the stop moves from 99.0 to 100.7.
        row(
            "a stop moves to the entry price",
            bars(FLAT, "100.6/101.6/100.5/101.5", "101.5/101.5/100.6/100.8")
                .enter(1, breakEven("99.0", "101.5", 0)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.6 taker break_even"),
        // 0.2 % of 100.7 is 0.2014, two ticks beyond the entry price: 100.9.
        row(
            "or beyond it by an offset",
            bars(FLAT, "100.6/101.6/100.5/101.5", "101.5/101.5/100.6/100.8")
                .enter(1, breakEven("99.0", "101.5", 2_000_000_000L)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.8 taker break_even"),
        row(
            "short of its price the stop stays",
            bars(FLAT, "100.6/101.4/100.5/101.3", "101.3/101.3/98.9/99.5")
                .enter(1, breakEven("99.0", "101.5", 0)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 98.9 taker stop"));
  }

  static Stream<Row> limitAndStopEntries() {
    return Stream.of(
        row(
            "a limit entry fills when price trades through it",
            bars(FLAT, "100.5/100.6/99.9/100.2").enter(1, limit("100.0", EntryPlan.Exits.NONE)),
            "01:59 buy 1 @ 100.0 maker entry"),
        row(
            "not at a touch",
            bars(FLAT, "100.5/100.6/100.0/100.2").enter(1, limit("100.0", EntryPlan.Exits.NONE))),
        row(
            "at a touch where the run says so",
            bars(FLAT, "100.5/100.6/100.0/100.2")
                .rules(TOUCH)
                .enter(1, limit("100.0", EntryPlan.Exits.NONE)),
            "01:59 buy 1 @ 100.0 maker entry"),
        // It crosses on arrival: taken at 99.5 × 1.0002 = 99.5199, up.
        row(
            "a limit the market is beyond on arrival is taken",
            bars(FLAT, "99.5/100.6/99.4/100.2").enter(1, limit("100.0", EntryPlan.Exits.NONE)),
            "01:00 buy 1 @ 99.6 taker entry"),
        // Rested through the bar of 01:00; the open 99.5 is through it: at its limit.
        row(
            "a resting limit is filled at its limit by a gap",
            bars(FLAT, "100.5/100.6/100.2/100.3", "99.5/99.8/99.4/99.7")
                .enter(1, limit("100.0", EntryPlan.Exits.NONE)),
            "02:59 buy 1 @ 100.0 maker entry"),
        row(
            "or at the open where limits may have better ones",
            bars(FLAT, "100.5/100.6/100.2/100.3", "99.5/99.8/99.4/99.7")
                .rules(BETTER)
                .enter(1, limit("100.0", EntryPlan.Exits.NONE)),
            "02:59 buy 1 @ 99.5 maker entry"),
        row(
            "a sale rests above",
            bars(FLAT, "100.5/101.1/100.3/100.8").enter(-1, limit("101.0", EntryPlan.Exits.NONE)),
            "01:59 sell 1 @ 101.0 maker entry"),
        row(
            "a post-only order that does not cross rests",
            bars(FLAT, "100.5/100.6/99.9/100.2").enter(1, postOnly("100.0", 0)),
            "01:59 buy 1 @ 100.0 maker entry"),
        row(
            "one that would cross is refused",
            bars(FLAT, "99.5/100.6/99.4/100.2").enter(1, postOnly("100.0", 0))),
        row(
            "an order lives no longer than its time",
            bars(FLAT, "100.5/100.6/100.2/100.3", "100.3/100.4/99.0/99.2")
                .enter(1, postOnly("100.0", 1))),
        row(
            "in its last bar it still fills",
            bars(FLAT, "100.5/100.6/100.2/100.3", "100.3/100.4/99.0/99.2")
                .enter(1, postOnly("100.0", 2)),
            "02:59 buy 1 @ 100.0 maker entry"),
        // 101.0 × 1.0002 = 101.0202, up.
        row(
            "a stop entry is a market order from its price",
            bars(FLAT, "100.5/101.2/100.4/101.0").enter(1, stop("101.0", EntryPlan.Exits.NONE)),
            "01:59 buy 1 @ 101.1 taker entry"),
        row(
            "a stop entry gapped over fills at the open",
            bars(FLAT, "101.5/101.8/101.4/101.6").enter(1, stop("101.0", EntryPlan.Exits.NONE)),
            "01:59 buy 1 @ 101.6 taker entry"),
        row(
            "a short stop entry below",
            bars(FLAT, "100.5/100.6/99.8/100.0").enter(-1, stop("100.0", EntryPlan.Exits.NONE)),
            "01:59 sell 1 @ 99.9 taker entry"),
        row(
            "a stop entry that price does not reach waits",
            bars(FLAT, "100.5/100.9/100.4/100.8", "100.8/101.0/100.7/100.9")
                .enter(1, stop("101.0", EntryPlan.Exits.NONE)),
            "02:59 buy 1 @ 101.1 taker entry"),
        row(
            "a cancelled one does not fill",
            bars(FLAT, "100.5/100.9/100.4/100.8", "100.8/101.0/100.7/100.9")
                .enter(1, stop("101.0", EntryPlan.Exits.NONE))
                .at(1, pass -> pass.cancelEntries(0))),
        // Filled at 100.0 on the way down (high first: 0.1 from the open); the stop 99.5 lies
        // ahead.
        row(
            "a limit entry is stopped later on the same path",
            bars(FLAT, "100.5/100.6/99.4/99.8").enter(1, limit("100.0", exits("99.5", "101.0"))),
            "01:59 buy 1 @ 100.0 maker entry",
            "01:59 sell 1 @ 99.4 taker stop"),
        // Low first (0.6 against 1.5), entry at 100.0, then up through 101.0.
        row(
            "a limit entry takes its profit later on the same path",
            bars(FLAT, "100.5/102.0/99.9/101.0").enter(1, limit("100.0", exits("99.5", "101.0"))),
            "01:59 buy 1 @ 100.0 maker entry",
            "01:59 sell 1 @ 101.0 maker target"),
        // High first (0.1), where the target 100.6 would have been, is past when the entry fills.
        row(
            "what lay before the entry on the path does not count",
            bars(FLAT, "100.5/100.9/99.9/100.0").enter(1, limit("100.0", exits("99.5", "100.6"))),
            "01:59 buy 1 @ 100.0 maker entry"),
        row(
            "a stop-limit rests at its limit once touched",
            bars(FLAT, "100.5/101.2/100.4/100.6").enter(1, stopLimit("101.0", "100.8")),
            "01:59 buy 1 @ 100.8 maker entry"),
        row(
            "a stop-limit whose limit price does not come back to stays",
            bars(FLAT, "100.5/101.2/100.4/101.1", "101.1/101.3/101.0/101.2")
                .enter(1, stopLimit("101.0", "100.8"))),
        row(
            "an entry against what is held is not made",
            bars(FLAT, FLAT, "100.5/101.2/99.5/100.0")
                .enter(1, EntryPlan.MARKET)
                .at(
                    1,
                    pass -> pass.enter(0, -1, Script.ENTRY, stop("100.0", EntryPlan.Exits.NONE))),
            "01:00 buy 1 @ 100.6 taker entry"));
  }

  static Stream<Row> finerBarsAndSettlements() {
    return Stream.of(
        // The hour has both; its halves show the target first.
        row(
            "finer bars decide which came first",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0")
                .finer(FLAT, FLAT, FLAT, FLAT, "100.8/101.9/100.7/101.8", "101.8/101.8/99.8/101.0")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:29 sell 1 @ 101.5 maker target"),
        row(
            "and the stop where they show it first",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0")
                .finer(FLAT, FLAT, FLAT, FLAT, "100.8/100.9/99.8/100.0", "100.0/101.9/100.0/101.0")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:29 sell 1 @ 99.8 taker stop"),
        row(
            "a hit in the second half is stamped there",
            bars(FLAT, FLAT, "100.8/101.0/99.8/99.9")
                .finer(FLAT, FLAT, FLAT, FLAT, "100.8/101.0/100.5/100.6", "100.6/100.6/99.8/99.9")
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.8 taker stop"),
        row(
            "where no finer bars are stored the hour is walked",
            bars(FLAT, FLAT, "100.8/101.9/99.8/101.0")
                .finer(FLAT, FLAT)
                .enter(1, market("99.9", "101.5")),
            "01:00 buy 1 @ 100.6 taker entry",
            "02:59 sell 1 @ 99.8 taker stop"));
  }

  static Stream<Row> closingRules() {
    return Stream.of(
        row(
            "first in, first out",
            pyramid(CloseRule.FIFO),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:00 buy 1 @ 110.1 taker entry",
            "03:00 sell 1 @ 119.9 taker exit",
            "04:00 sell 1 @ 114.9 taker exit"),
        row(
            "an entry's own stop closes it, whatever the rule",
            bars(FLAT, "100/101/100/101", "101/101/100/101", "101/101/98/99")
                .closing(CloseRule.LIFO)
                .enter(1, market("99.0", "120"))
                .at(1, pass -> pass.enter(0, 1, Script.ENTRY, market("90.0", "120"))),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:00 buy 1 @ 101.1 taker entry",
            "03:59 sell 1 @ 98.9 taker stop"));
  }

  static Stream<Row> liquidations() {
    return Stream.of(
        // Margin 10 of 100 at leverage 10; below 90.4523 is 90.4; 0.9995 p = 90 is 90.04502, up.
        // The entry fills at 100.1: margin 10.01, basis 100.1; (100.1 - 10.01) / 0.995 = 90.543 is
        // 90.5; 90.09 / 0.9995 = 90.135, up to 90.2.
        row(
            "a long at leverage 10 is taken over",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/90.5/91.0")
                .leverage("10", "1000")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:59 sell 1 @ 90.2 taker liquidation"),
        row(
            "a tick above the line it is not",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/90.6/91.0")
                .leverage("10", "1000")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.1 taker entry"),
        // Sold at 99.9: margin 9.99; (99.9 + 9.99) / 1.005 = 109.343: 109.4; 109.89 / 1.0005 =
        // 109.835, down to 109.8.
        row(
            "a short above",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/109.4/100.0/109.0")
                .leverage("10", "1000")
                .enter(-1, EntryPlan.MARKET),
            "01:00 sell 1 @ 99.9 taker entry",
            "02:59 buy 1 @ 109.8 taker liquidation"),
        row(
            "a stop before the line saves the rest",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/90.0/91.0")
                .leverage("10", "1000")
                .enter(1, market("95.0", "120")),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:59 sell 1 @ 94.9 taker stop"),
        row(
            "a stop beyond the line comes too late",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/85.0/91.0")
                .leverage("10", "1000")
                .enter(1, market("89.0", "120")),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:59 sell 1 @ 90.2 taker liquidation"),
        row(
            "a gap beyond the line loses no more than the margin",
            bars(FLAT, "100.0/100.5/100.0/100.2", "80.0/81.0/79.0/80.0")
                .leverage("10", "1000")
                .enter(1, market("95.0", "120"))
                .at(1, pass -> pass.exit(0, Script.EXIT)),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:59 sell 1 @ 90.2 taker liquidation"),
        row(
            "a spike of the traded price alone does not, where marks are stored",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/85.0/99.0")
                .marks(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/95.0/99.0")
                .leverage("10", "1000")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.1 taker entry"),
        row(
            "the mark price decides",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/95.0/99.0")
                .marks(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/90.4/99.0")
                .leverage("10", "1000")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:59 sell 1 @ 90.2 taker liquidation"),
        // 9 % of 100.2 is 9.018: 10.01 - 9.018 = 0.992 of margin, line at (100.1 - 0.992) / 0.995 =
        // 99.606: 99.6. The close 99.5 is below it. 99.108 / 0.9995 = 99.158: 99.2.
        row(
            "after a payment the line is nearer",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/99.5/99.5", "99.5/99.6/99.5/99.5")
                .settlement(2, "0.09")
                .leverage("10", "1000")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:59 sell 1 @ 99.2 taker liquidation"),
        // 20 % of 100.2 is 20.04, 10.03 more than the margin of 10.01: at once, the insurance pays
        // 10.03, and the rest of nothing is zero at 100.1 / 0.9995 = 100.15: 100.2.
        row(
            "a payment beyond the margin ends it at once",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/100.3/99.5/99.5")
                .settlement(2, "0.2")
                .leverage("10", "1000")
                .enter(1, EntryPlan.MARKET),
            "01:00 buy 1 @ 100.1 taker entry",
            "02:00 sell 1 @ 100.2 taker liquidation"),
        // 199.8 / 1.005 = 198.806: 198.9 is the line, 198.8 is not.
        row(
            "a short without leverage stands until price has doubled",
            bars(FLAT, "100.0/100.5/100.0/100.2", "100.2/198.8/100.0/198.0")
                .leverage("1", "1000")
                .enter(-1, EntryPlan.MARKET),
            "01:00 sell 1 @ 99.9 taker entry"));
  }

  private static Scenario pyramid(CloseRule rule) {
    return bars(FLAT, "100/110/100/110", "110/120/110/120", "120/120/115/115", "115/115/115/115")
        .closing(rule)
        .enter(1, EntryPlan.MARKET)
        .at(1, pass -> pass.enter(0, 1, Script.ENTRY, EntryPlan.MARKET))
        .at(2, pass -> pass.reduce(0, HALF, Script.EXIT))
        .at(3, pass -> pass.reduce(0, ALL, Script.EXIT));
  }

  @ParameterizedTest
  @MethodSource({
    "marketOrders",
    "stopsAndTargets",
    "trailingAndBreakEven",
    "limitAndStopEntries",
    "finerBarsAndSettlements",
    "closingRules",
    "liquidations"
  })
  void fills(Row row) {
    assertThat(row.scenario().fills()).containsExactly(row.fills());
  }

  @ParameterizedTest
  @MethodSource({
    "marketOrders",
    "stopsAndTargets",
    "trailingAndBreakEven",
    "limitAndStopEntries",
    "finerBarsAndSettlements",
    "closingRules",
    "liquidations"
  })
  void fillsInBlocksOfOneBar(Row row) {
    assertThat(row.scenario().block(1).fills()).containsExactly(row.fills());
  }
}
