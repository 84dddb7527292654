package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.engine.simulation.Faults;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.InstrumentData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way to the simulated exchange, the same for the same seed. */
class FaultsTest {
  private static Engine run(long seed, Faults faults, int block, boolean carry) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names =
        carry ? List.of("binance:AUSDT.P", "binance:AUSDT") : List.of("x:AUSDT.P", "x:BUSDT.P");
    List<InstrumentData> data =
        names.stream().map(name -> RandomMarket.instrument(name, 1_500, random)).toList();
    EngineSetup open =
        RandomMarket.setup(
            RandomMarket.template(carry ? "funding-carry-backtest" : "ema-crossover"),
            data,
            RandomMarket.START + 1_400 * RandomMarket.HOUR,
            block);
    Engine engine =
        new Engine(
            new EngineSetup(
                open.instruments(),
                open.period(),
                open.program(),
                open.sizing(),
                open.leverage(),
                open.capital(),
                open.costs(),
                false,
                block,
                FillRules.standard().withFaults(faults)),
            RunObserver.NONE);
    engine.run(() -> false);
    return engine;
  }

  @Test
  void anOrderThatIsLateMissesTheOpenItWasMeantForAndFillsAtTheNext() {
    Scenario scenario =
        Scenario.bars("100/101/99/100", "110/111/109/110", "120/121/119/120", "120/121/119/120")
            .rules(FillRules.standard().withFaults(new Faults(1, 0, 0, 0)))
            .at(0, pass -> pass.enter(0, 1, Script.ENTRY));
    assertThat(scenario.fills().getFirst()).startsWith("02:00 buy 1 @ 120.1");
  }

  @Test
  void anHourOfLatencyIsExactlyTheOpenAfterTheNext() {
    Scenario scenario =
        Scenario.bars("100/101/99/100", "110/111/109/110", "120/121/119/120", "120/121/119/120")
            .rules(FillRules.standard().withFaults(new Faults(Scenario.HOUR, 0, 0, 0)))
            .at(0, pass -> pass.enter(0, 1, Script.ENTRY));
    assertThat(scenario.fills().getFirst()).startsWith("02:00 buy 1 @ 120.1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSameSeedGivesTheSameRunWhateverTheBlocksAndAnotherSeedAnother(boolean carry) {
    Faults faults = new Faults(5, 100_000, 300_000, 7);
    Engine one = run(1, faults, 4_096, carry);
    assertThat(run(1, faults, 7, carry).log().fills()).isEqualTo(one.log().fills());
    assertThat(run(1, new Faults(5, 100_000, 300_000, 8), 4_096, carry).log().fills())
        .isNotEqualTo(one.log().fills());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withEveryFaultNothingIsLeftOpenAndDaysStillAddUp(boolean carry) {
    Engine engine = run(2, new Faults(1, 200_000, 500_000, 3), 512, carry);
    EngineSummary summary = engine.summary();
    assertThat(engine.log().trades()).isNotEmpty();
    assertThat(engine.state().positions()).allMatch(each -> each.lots() == 0);
    assertThat(engine.days().stream().mapToLong(DayRow::change).sum())
        .isEqualTo(summary.equity() - summary.capital());
  }

  @Test
  void theLegsOfACarryStayMatchedThroughRefusalsAndPartialFills() {
    for (Fill fill : run(3, new Faults(0, 200_000, 500_000, 3), 512, true).log().fills()) {
      assertThat(fill.lots()).isPositive();
    }
    Engine engine = run(3, new Faults(0, 200_000, 500_000, 3), 512, true);
    long perpetual = 0;
    long spot = 0;
    long millis = 0;
    for (Fill fill : engine.log().fills()) {
      if (fill.timeMillis() != millis) {
        assertThat(perpetual).as("at %d", millis).isEqualTo(-spot);
        millis = fill.timeMillis();
      }
      long held = fill.side() * fill.heldLots();
      perpetual += fill.instrument() == 0 ? held : 0;
      spot += fill.instrument() == 1 ? held : 0;
    }
  }

  @Test
  void refusedEntriesAreFewerEntries() {
    long without = entries(run(4, Faults.NONE, 512, false));
    long with = entries(run(4, new Faults(0, 500_000, 0, 1), 512, false));
    assertThat(with).isLessThan(without).isPositive();
  }

  private static long entries(Engine engine) {
    return engine.log().fills().stream()
        .filter(Fill::entry)
        .mapToLong(Fill::order)
        .distinct()
        .count();
  }
}
