package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candlewright.engine.Scenario.bars;
import static org.candlewright.engine.Scenario.stop;
import static org.candlewright.engine.Scenario.ticks;

import java.util.stream.Stream;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.ExitPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exits that a strategy rests beside its position and moves, and entries against a position. A
 * market fill is one tick against the order (2 bp of some 100.0, up or down to the tick); a resting
 * fill is at its price.
 */
class RestingExitsTest {
  private static final String FLAT = "100.5/100.5/100.5/100.5";
  private static final FillRules CHART = FillRules.tradingView();
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

  private static ExitPlan exit(String stop, String limit, EntryPlan.Trail trail, long share) {
    return new ExitPlan(
        stop.isEmpty() ? 0 : ticks(stop),
        limit.isEmpty() ? 0 : ticks(limit),
        trail,
        share,
        limit.isEmpty() ? Script.STOP : Script.TARGET);
  }

  private static ExitPlan stopExit(String price) {
    return exit(price, "", EntryPlan.Trail.NONE, ALL);
  }

  private static ExitPlan trail(String from, long distance) {
    return new ExitPlan(
        0, 0, new EntryPlan.Trail(ticks(from), distance, 0, Script.TRAIL), ALL, Script.TRAIL);
  }

  private static Scenario held(String... bars) {
    return bars(bars).rules(CHART).enter(1, EntryPlan.MARKET);
  }

  static Stream<Row> rows() {
    return Stream.of(
        row(
            "the stop of a group rests from the next bar on and is a market order once touched",
            held(FLAT, "100.6/101/99/100.8", "100.8/101/99/100")
                .at(1, pass -> pass.restExit(0, 0, stopExit("99.5"))),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 99.4 taker stop"),
        // 101.8 lies nearer the open 101 than 99, so price rises first.
        row(
            "of stop and limit the path decides, and the other is gone",
            held(FLAT, "100.6/101/100/100.8", "101/101.8/99/99.5", "99/103/98/99")
                .at(
                    1,
                    pass -> pass.restExit(0, 0, exit("99.5", "101.5", EntryPlan.Trail.NONE, ALL))),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 101.5 maker target"),
        row(
            "an exit sent again moves",
            held(FLAT, "100.6/101/100/100.8", "100.8/101/100/100.9", "100.9/101/98/99")
                .at(1, pass -> pass.restExit(0, 0, stopExit("99.9")))
                .at(2, pass -> pass.restExit(0, 0, stopExit("98.5"))),
            "01:00 buy 1 @ 100.7 taker entry",
            "03:59 sell 1 @ 98.4 taker stop"),
        row(
            "a share is kept for its group, the next takes what is left, each once",
            held(FLAT, "100.6/101/100/100.8", "100.8/102/100/101", "101/103/98/99")
                .at(
                    1,
                    pass -> {
                      pass.restExit(0, 0, exit("", "101.5", EntryPlan.Trail.NONE, HALF));
                      pass.restExit(0, 1, stopExit("98.5"));
                    })
                .at(
                    2,
                    pass -> {
                      pass.restExit(0, 0, exit("", "101.5", EntryPlan.Trail.NONE, HALF));
                      pass.restExit(0, 1, stopExit("98.5"));
                    }),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 0.5 @ 101.5 maker target",
            "03:59 sell 0.5 @ 98.4 taker stop"),
        row(
            "what rests is gone once the position is, and may rest beside the next",
            held(
                    FLAT,
                    "100.6/101/100/100.8",
                    "100.8/101/100/100.5",
                    "100.5/101/98/100",
                    "100/101/98/99")
                .at(
                    1,
                    pass -> {
                      pass.restExit(0, 0, stopExit("99.5"));
                      pass.exit(0, Script.EXIT);
                    })
                .at(3, pass -> pass.enter(0, 1, Script.ENTRY)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:00 sell 1 @ 100.7 taker exit",
            "04:00 buy 1 @ 100.1 taker entry"),
        // Armed at 101 on the way to 102; best 102, a stop at 101.6, touched on the way down.
        row(
            "a trailing stop arms on the way and follows the best price",
            held(FLAT, "100.6/100.8/100/100.7", "100.7/102/100.5/101")
                .at(1, pass -> pass.restExit(0, 0, trail("101", 4))),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 101.5 taker trail"),
        row(
            "one without distance fills where it arms",
            held(FLAT, "100.6/100.8/100/100.7", "100.7/102/100.5/101")
                .at(1, pass -> pass.restExit(0, 0, trail("101", 0))),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.9 taker trail"),
        // The close 101.5 is beyond 101: armed with it as best, a stop at 101.1; the open is lower.
        row(
            "one whose price was passed when it was sent is armed at that close",
            held(FLAT, "100.6/102/100/101.5", "101/101/100.5/101")
                .at(1, pass -> pass.restExit(0, 0, trail("101", 4))),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 100.9 taker trail"),
        row(
            "an exit may fill at the close it is decided on",
            held(FLAT, "100.6/101/100/100.8", "103/104/102/103")
                .at(1, pass -> pass.closeNow(0, HALF, Script.EXIT)),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:00 sell 0.5 @ 100.7 taker exit"),
        row(
            "an entry sent while flat only nets a position that came between",
            bars(FLAT, "100.6/101.2/100/101", "101/101.2/98/99", "99/101/98/99")
                .rules(CHART)
                .at(
                    0,
                    pass -> {
                      pass.enter(0, 1, Script.ENTRY, stop("101", EntryPlan.Exits.NONE));
                      pass.enter(0, -1, Script.ENTRY, stop("99", EntryPlan.Exits.NONE));
                    }),
            "01:59 buy 1 @ 101.1 taker entry",
            "02:59 sell 1 @ 98.9 taker entry"),
        row(
            "an entry sent against a position closes it and opens its own quantity",
            held(FLAT, "100.6/101/100/100.8", "100.8/101/98/99")
                .at(1, pass -> pass.enter(0, -1, Script.ENTRY, stop("99", EntryPlan.Exits.NONE))),
            "01:00 buy 1 @ 100.7 taker entry",
            "02:59 sell 1 @ 98.9 taker entry",
            "02:59 sell 1 @ 98.9 taker entry"),
        row(
            "an entry that waits is moved by cancelling what waits for its reason",
            bars(FLAT, "100.6/100.8/100/100.7", "100.7/101.2/100/101")
                .rules(CHART)
                .at(0, pass -> pass.enter(0, 1, Script.ENTRY, stop("101", EntryPlan.Exits.NONE)))
                .at(
                    1,
                    pass -> {
                      pass.cancelWaiting(0, Script.ENTRY);
                      pass.enter(0, 1, Script.ENTRY, stop("101.1", EntryPlan.Exits.NONE));
                    }),
            "02:59 buy 1 @ 101.2 taker entry"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fills(Row row) {
    assertThat(row.scenario().fills()).containsExactly(row.fills());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fillsInBlocksOfOneBar(Row row) {
    assertThat(row.scenario().block(1).fills()).containsExactly(row.fills());
  }
}
