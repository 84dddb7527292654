package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.candlewright.backtest.RunStore;
import org.candlewright.replay.RandomRuns;
import org.candlewright.strategy.BranchStrategy.Deed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ByHandTest {
  private final List<RunStore.StoredRun> stored = new ArrayList<>();
  private final ReplayModels models =
      Replays.models(
          new HashMap<>(),
          new EmptyStores.Keeping(stored),
          new EmptyStores.Holding(RandomRuns.market(2, false)));
  private final LoadedRun run = Replays.run(2, false);
  private final ReplayViewModel playhead = models.playhead();
  private final ByHandViewModel byHand = models.byHand();

  @BeforeEach
  void open() {
    playhead.show(run, run.run().rows().time(700));
    byHand.start();
  }

  @Test
  void itBeginsAtThePlayheadAndInBlind() {
    assertThat(playhead.modeProperty().get()).isEqualTo(ReplayMode.BLIND);
    assertThat(playhead.rowProperty().get()).isEqualTo(700);
    assertThat(playhead.momentProperty().get().orElseThrow().state())
        .isEqualTo(run.run().seek(700).state());
  }

  @Test
  void anOrderIsFilledAsThePlayheadMovesOn() {
    byHand.act(Deed.CLOSE);
    playhead.step(1);
    assertThat(playhead.momentProperty().get().orElseThrow().state().openTrades()).isEmpty();
    byHand.act(Deed.LONG);
    // The next bar of this market is missing: the order waits for the one after it.
    playhead.step(2);
    assertThat(playhead.momentProperty().get().orElseThrow().state().openTrades())
        .hasSize(1)
        .allMatch(each -> each.side() == 1);
  }

  @Test
  void undoTakesTheLastOrderBack() {
    byHand.act(Deed.CLOSE);
    byHand.undo();
    playhead.step(1);
    assertThat(playhead.momentProperty().get().orElseThrow().state().openTrades())
        .isEqualTo(branchless(701));
  }

  private List<?> branchless(int row) {
    return run.run().seek(row).state().openTrades();
  }

  @Test
  void whatIsKeptIsARunOfItsOwnThatCanBeCompared() {
    byHand.act(Deed.CLOSE);
    playhead.moveTo(800);
    byHand.act(Deed.SHORT);
    List<String> kept = new ArrayList<>();
    byHand.keep(kept::add);
    assertThat(stored).hasSize(1);
    byHand.leave();
    assertThat(playhead.runProperty().get()).contains(run);
    assertThat(playhead.modeProperty().get()).isEqualTo(ReplayMode.REVIEW);
    models.compare().with(kept.getFirst());
    assertThat(models.compare().problemProperty().get()).isEmpty();
    Comparison comparison = models.compare().comparisonProperty().get().orElseThrow();
    assertThat(comparison.other().run().trades().size())
        .isEqualTo((int) stored.getFirst().summary().trades());
    assertThat(comparison.divergence().orElseThrow().millis())
        .isGreaterThanOrEqualTo(run.run().rows().time(700));
  }
}
