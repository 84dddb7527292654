package org.candlewright.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.Fill;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.BranchStrategy;
import org.candlewright.strategy.BranchStrategy.Action;
import org.candlewright.strategy.BranchStrategy.Deed;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that a person takes over at some bar. */
class BranchTest {
  private static final int FROM = 700;

  private final List<InstrumentData> data = RandomRuns.market(2, false);
  private final ReplayRun base = RandomRuns.open(2, false);

  private ReplayRun branch(List<Action> actions) {
    StrategyDefinition strategy = base.plan().request().strategy();
    return open(new BranchStrategy("by hand", strategy, base.rows().time(FROM), actions));
  }

  private ReplayRun open(StrategyDefinition strategy) {
    return ReplayRun.open(RandomRuns.plan(data, strategy), () -> false, share -> {});
  }

  private Action at(int row, Deed deed) {
    return new Action(base.rows().time(row), data.getFirst().instrument().id(), deed);
  }

  @Test
  void untilItBeginsItIsTheRunItself() {
    ReplayRun branch = branch(List.of());
    for (int row = 0; row <= FROM; row++) {
      assertThat(branch.rows().equity(row)).isEqualTo(base.rows().equity(row));
    }
    assertThat(branch.seek(FROM).state()).isEqualTo(base.seek(FROM).state());
  }

  @Test
  void afterItBeganNothingIsDecidedButByHand() {
    ReplayRun branch = branch(List.of(at(750, Deed.CLOSE), at(800, Deed.LONG)));
    long from = base.rows().time(FROM);
    assertThat(branch.decisions().stream().filter(each -> each.timeMillis() > from))
        .isNotEmpty()
        .allMatch(each -> each.reason().startsWith("by_hand"));
  }

  @Test
  void whatIsOrderedFillsAtTheNextOpenWithTheRunsCosts() {
    ReplayRun branch = branch(List.of(at(750, Deed.CLOSE), at(800, Deed.LONG)));
    Fill fill =
        branch.fills().stream()
            .filter(each -> branch.reason(each.reason()).equals("by_hand_long"))
            .findFirst()
            .orElseThrow();
    assertThat(fill.timeMillis()).isEqualTo(base.rows().time(800));
    assertThat(fill.side()).isEqualTo(1);
    assertThat(fill.fee()).isPositive();
    assertThat(branch.seek(801).state().openTrades()).hasSize(1);
  }

  @Test
  void anOrderAgainstWhatIsHeldTurnsIt() {
    ReplayRun branch =
        branch(List.of(at(750, Deed.CLOSE), at(800, Deed.LONG), at(820, Deed.SHORT)));
    assertThat(branch.seek(810).state().openTrades().getFirst().side()).isEqualTo(1);
    assertThat(branch.seek(820).decisions())
        .extracting(each -> each.action() + " " + each.side())
        .containsExactly("exit 1", "enter -1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void seekingInABranchGivesTheStateOfAFreshRunStoppedThere(long seed) {
    List<Action> actions =
        List.of(
            at(720, Deed.CLOSE), at(730, Deed.SHORT), at(900, Deed.LONG), at(1_000, Deed.CLOSE));
    BranchStrategy strategy =
        new BranchStrategy(
            "by hand", base.plan().request().strategy(), base.rows().time(FROM), actions);
    ReplayRun branch = open(strategy);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      int row = random.nextInt(branch.rows().size());
      Moment played = ReplayRun.play(RandomRuns.plan(data, strategy), branch.rows().time(row));
      assertThat(branch.seek(row).state()).isEqualTo(played.state());
      assertThat(branch.seek(row).decisions()).isEqualTo(played.decisions());
    }
  }

  @Test
  void aCarryIsOpenedAndClosedInBothLegs() {
    List<InstrumentData> legs = RandomRuns.market(2, true);
    StrategyDefinition carry = RandomRuns.open(2, true).plan().request().strategy();
    ReplayRun original = RandomRuns.open(2, true);
    long from = original.rows().time(0);
    Action open =
        new Action(original.rows().time(300), legs.getFirst().instrument().id(), Deed.LONG);
    Action close =
        new Action(original.rows().time(400), legs.getFirst().instrument().id(), Deed.CLOSE);
    ReplayRun branch =
        ReplayRun.open(
            RandomRuns.plan(legs, new BranchStrategy("by hand", carry, from, List.of(open, close))),
            () -> false,
            share -> {});
    Trade trade = branch.trades().getLast();
    assertThat(trade.second()).isPresent();
    assertThat(trade.first().side()).isEqualTo(-1);
    assertThat(branch.trades()).hasSize(1);
    assertThat(trade.first().entryMillis()).isGreaterThanOrEqualTo(original.rows().time(300));
    assertThat(branch.reason(trade.first().exitReason())).isEqualTo("by_hand_close");
  }

  @Test
  void aNamedPairIsOpenedAtEqualValueAndClosedInBothLegs() {
    List<InstrumentData> odd = RandomRuns.market(3, false);
    List<InstrumentData> legs = List.of(odd.getFirst(), odd.getLast());
    StrategyDefinition pairs =
        new Strategies(Indicators.standard()).template("pairs").orElseThrow();
    long from = legs.getFirst().bars().endTime(100);
    Action open =
        new Action(
            legs.getFirst().bars().endTime(300), legs.getLast().instrument().id(), Deed.LONG);
    Action close =
        new Action(
            legs.getFirst().bars().endTime(400), legs.getFirst().instrument().id(), Deed.CLOSE);
    ReplayRun branch =
        ReplayRun.open(
            RandomRuns.plan(legs, new BranchStrategy("by hand", pairs, from, List.of(open, close))),
            () -> false,
            share -> {});
    assertThat(branch.trades()).hasSize(1);
    Trade trade = branch.trades().getFirst();
    assertThat(trade.first().side()).isEqualTo(1);
    assertThat(trade.second().orElseThrow().side()).isEqualTo(-1);
    assertThat(branch.reason(trade.first().exitReason())).isEqualTo("by_hand_close");
  }

  @Test
  void itsFileFormReadsBackAsItself() {
    Strategies strategies = new Strategies(Indicators.standard());
    BranchStrategy branch =
        BranchStrategy.of(base.plan().request().strategy(), base.rows().time(FROM))
            .with(at(750, Deed.LONG))
            .with(at(760, Deed.CLOSE));
    BranchStrategy read = (BranchStrategy) strategies.parse("branch", strategies.toJson(branch));
    assertThat(read.actions()).isEqualTo(branch.actions());
    assertThat(strategies.toJson(read)).isEqualTo(strategies.toJson(branch));
  }

  @Test
  void aDeedThatIsNoneIsRefusedWithItsPlace() {
    Strategies strategies = new Strategies(Indicators.standard());
    BranchStrategy branch =
        BranchStrategy.of(base.plan().request().strategy(), base.rows().time(FROM))
            .with(at(750, Deed.LONG));
    String json = strategies.toJson(branch).replace("\"do\" : \"long\"", "\"do\" : \"hold\"");
    assertThatThrownBy(() -> strategies.parse("branch.json", json))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("actions[0].do");
  }

  @Test
  void anOrderBeforeOthersTakesTheirPlace() {
    BranchStrategy branch =
        BranchStrategy.of(base.plan().request().strategy(), base.rows().time(FROM))
            .with(at(750, Deed.LONG))
            .with(at(760, Deed.CLOSE))
            .with(at(740, Deed.SHORT));
    assertThat(branch.actions()).containsExactly(at(740, Deed.SHORT));
    assertThat(branch.undone().actions()).isEmpty();
  }
}
