package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.candlewright.engine.SessionScript.Command;
import org.candlewright.engine.SessionScript.Ending;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose bars come one by one is the run over all of them, whatever people do to it. */
class GrowingRunsTest {
  private static final int BARS = 700;
  private static final long END = RandomMarket.START + 5_000 * RandomMarket.HOUR;

  private record Seen(List<DecisionRecord> decisions, Engine engine) {}

  private static final class Watcher implements RunObserver {
    final List<DecisionRecord> decisions = new ArrayList<>();

    @Override
    public boolean wantsDecisions() {
      return true;
    }

    @Override
    public void decision(DecisionRecord decision) {
      decisions.add(decision);
    }
  }

  private static EngineSetup setup(
      List<InstrumentData> data, String strategy, int block, SessionScript script) {
    EngineSetup plain = RandomMarket.setup(RandomMarket.template(strategy), data, END, block);
    return new EngineSetup(
        plain.instruments(),
        plain.period(),
        plain.program(),
        plain.sizing(),
        plain.leverage(),
        plain.capital(),
        plain.costs(),
        false,
        block,
        FillRules.standard(),
        RiskProfile.guarded(),
        script);
  }

  private static List<InstrumentData> market(long seed, boolean carry) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names =
        carry
            ? List.of("binance:AUSDT.P", "binance:AUSDT", "bybit:BUSDT.P", "bybit:BUSDT")
            : List.of("x:AUSDT.P", "x:BUSDT.P");
    return names.stream().map(name -> RandomMarket.instrument(name, BARS, random)).toList();
  }

  private static Seen whole(
      List<InstrumentData> data, String strategy, int block, SessionScript script) {
    Watcher watcher = new Watcher();
    Engine engine = new Engine(setup(data, strategy, block, script), watcher);
    engine.run(() -> false);
    return new Seen(watcher.decisions, engine);
  }

  /** Feeds bar by bar; commands arrive after the instant they are stamped with. */
  private static Seen grown(
      List<InstrumentData> data, String strategy, List<Command> commands, Ending ending) {
    TreeSet<Long> clock = new TreeSet<>();
    List<InstrumentData> growing = new ArrayList<>();
    for (InstrumentData each : data) {
      for (int i = 0; i < each.bars().size(); i++) {
        clock.add(each.bars().endTime(i));
      }
      growing.add(
          new InstrumentData(
              each.instrument(),
              BarSeries.growing(each.bars().slice(0, 0), each.bars().size()),
              Optional.empty(),
              FundingHistory.growing(FundingHistory.none(), each.funding().size())));
    }
    SessionScript script = SessionScript.ending(Ending.GROWS);
    Watcher watcher = new Watcher();
    Engine engine = null;
    EngineSetup setup = setup(growing, strategy, 4_096, script);
    for (long instant : clock) {
      boolean all = true;
      for (int i = 0; i < data.size(); i++) {
        advance(data.get(i), growing.get(i), instant);
        BarSeries bars = growing.get(i).bars();
        all &= !bars.isEmpty() && bars.openTime(bars.size() - 1) >= setup.period().fromMillis();
      }
      if (instant == clock.last() && ending == Ending.CLOSES) {
        script.ends(Ending.CLOSES);
      }
      if (engine == null && all) {
        engine = new Engine(setup, watcher);
      }
      if (engine != null) {
        engine.extend();
        engine.runTo(instant);
        commands.stream().filter(each -> each.timeMillis() == instant).forEach(script::add);
        engine.obey();
      }
    }
    Engine grown = Objects.requireNonNull(engine, "no bar came");
    if (ending == Ending.STAYS_OPEN) {
      script.ends(ending);
      grown.suspend();
    }
    assertThat(grown.finished()).isTrue();
    return new Seen(watcher.decisions, grown);
  }

  private static void advance(InstrumentData from, InstrumentData to, long instant) {
    BarSeries bars = from.bars();
    for (int i = to.bars().size(); i < bars.size() && bars.endTime(i) <= instant; i++) {
      to.bars()
          .append(
              bars.openTime(i),
              bars.opens()[i],
              bars.highs()[i],
              bars.lows()[i],
              bars.closes()[i],
              bars.volumes()[i]);
    }
    FundingHistory funding = from.funding();
    for (int i = to.funding().size(); i < funding.size() && funding.time(i) <= instant; i++) {
      to.funding().append(funding.time(i), funding.originalTime(i), funding.rate(i));
    }
  }

  private static void same(Seen one, Seen other) {
    assertThat(one.decisions()).isEqualTo(other.decisions());
    assertThat(one.engine().log().fills()).isEqualTo(other.engine().log().fills());
    assertThat(one.engine().log().trades()).isEqualTo(other.engine().log().trades());
    assertThat(one.engine().log().settlements()).isEqualTo(other.engine().log().settlements());
    assertThat(one.engine().days()).isEqualTo(other.engine().days());
    assertThat(one.engine().summary()).isEqualTo(other.engine().summary());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void barsThatComeOneByOneGiveTheRunOverAllOfThem(long seed) {
    for (boolean carry : new boolean[] {false, true}) {
      String strategy = carry ? "funding-carry-backtest" : "ema-crossover-stops";
      List<InstrumentData> data = market(seed, carry);
      Seen whole = whole(data, strategy, 512, SessionScript.none());
      assertThat(whole.engine().log().fills()).hasSizeGreaterThan(10);
      same(grown(data, strategy, List.of(), Ending.CLOSES), whole);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void commandsGivenOnTheWayDoTheSameWhenTheyAreKnownBefore(long seed) {
    for (Ending ending : new Ending[] {Ending.CLOSES, Ending.STAYS_OPEN}) {
      boolean carry = seed % 2 == 0;
      String strategy = carry ? "funding-carry-backtest" : "ema-crossover-stops";
      List<InstrumentData> data = market(seed, carry);
      List<Command> commands = commands(data, seed);
      Seen grown = grown(data, strategy, commands, ending);
      for (int block : new int[] {1, 64, 4_096}) {
        SessionScript script = SessionScript.ending(ending);
        commands.forEach(script::add);
        same(whole(data, strategy, block, script), grown);
      }
    }
  }

  private static List<Command> commands(List<InstrumentData> data, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Long> times = new TreeSet<>();
    BarSeries bars = data.getFirst().bars();
    for (int i = 0; i < 12; i++) {
      times.add(bars.endTime(random.nextInt(150, BARS - 1)));
    }
    List<Command> commands = new ArrayList<>();
    for (long time : times) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      commands.add(new Command(time, kind, 0, data.size()));
    }
    return commands;
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void afterAKillNothingIsHeldAndNothingIsEntered(long seed) {
    List<InstrumentData> data = market(seed, false);
    Seen free = grown(data, "ema-crossover-stops", List.of(), Ending.CLOSES);
    long killed =
        free.engine().log().fills().stream()
            .filter(Fill::entry)
            .mapToLong(Fill::timeMillis)
            .map(time -> time + RandomMarket.HOUR)
            .filter(time -> data.stream().anyMatch(each -> ended(each, time)))
            .findFirst()
            .orElseThrow();
    Seen run =
        grown(
            data,
            "ema-crossover-stops",
            List.of(new Command(killed, Kind.KILL, 0, data.size())),
            Ending.STAYS_OPEN);
    assertThat(run.engine().state().positions()).isEmpty();
    assertThat(run.engine().log().fills())
        .noneMatch(fill -> fill.entry() && fill.timeMillis() >= killed);
    assertThat(run.engine().summary().halt().orElseThrow().code()).isEqualTo("kill_switch");
  }

  private static boolean ended(InstrumentData data, long time) {
    int bar = data.bars().lastEndedAt(time);
    return bar >= 0 && data.bars().endTime(bar) == time;
  }
}
