package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.candlewright.replay.Moment;
import org.candlewright.replay.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayViewModelTest {
  private final LoadedRun run = Replays.run(2, false);
  private final Rows rows = run.run().rows();
  private final ReplayViewModel model = Replays.model();

  @BeforeEach
  void open() {
    model.show(run, rows.time(700));
  }

  private int row() {
    return model.rowProperty().get();
  }

  private Moment moment() {
    return model.momentProperty().get().orElseThrow();
  }

  @Test
  void theMomentIsThatOfThePlayhead() {
    assertThat(row()).isEqualTo(700);
    assertThat(moment().row()).isEqualTo(700);
    assertThat(model.waitingProperty().get()).isFalse();
  }

  @Test
  void thePlayheadStaysInsideTheRun() {
    model.step(-10_000);
    assertThat(row()).isZero();
    model.step(10_000_000);
    assertThat(row()).isEqualTo(rows.size() - 1);
  }

  @Test
  void digitsJumpToTenths() {
    model.tenth(5);
    assertThat(row()).isEqualTo(rows.size() / 2);
    model.tenth(0);
    assertThat(row()).isZero();
  }

  @Test
  void tradeKeysStopWhereAFillFirstShows() {
    model.nextTrade();
    int at = row();
    assertThat(at).isGreaterThan(700);
    long before = rows.time(at - 1);
    assertThat(run.run().fills())
        .anyMatch(fill -> fill.timeMillis() >= before && fill.timeMillis() < rows.time(at));
    model.previousTrade();
    assertThat(row()).isLessThan(at);
  }

  @Test
  void decisionKeysStopAtDecisions() {
    model.nextDecision();
    assertThat(moment().decisions()).isNotEmpty();
    assertThat(row()).isGreaterThan(700);
  }

  @Test
  void inBlindNothingAheadCanBeReachedByTrade() {
    model.modeProperty().set(ReplayMode.BLIND);
    model.nextTrade();
    model.nextDecision();
    assertThat(row()).isEqualTo(700);
    model.previousTrade();
    assertThat(row()).isLessThan(700);
  }

  @Test
  void playingMovesAsManyBarsAsTheSpeedSays() {
    model.player().speedProperty().set(40);
    model.player().toggle();
    for (int frame = 0; frame < 30; frame++) {
      model.player().advance(1.0 / 60);
    }
    assertThat(row()).isBetween(719, 720);
    model.player().toggle();
    model.player().advance(1);
    assertThat(row()).isBetween(719, 720);
  }

  @Test
  void shuttleAgainDoublesTheSpeedAndTurnsBack() {
    model.player().shuttle(1);
    model.player().shuttle(1);
    assertThat(model.player().speedProperty().get()).isEqualTo(20);
    model.player().shuttle(-1);
    assertThat(model.player().directionProperty().get()).isEqualTo(-1);
    model.player().advance(0.2);
    assertThat(row()).isEqualTo(696);
  }

  @Test
  void playbackStopsAtABreakpointOnOrders() {
    int expected = run.times().orders().next(rows, 700).orElseThrow();
    model.player().breakpointsProperty().set(Breakpoints.NONE.toggled(Breakpoints.ORDER));
    model.player().speedProperty().set(10_000);
    model.player().toggle();
    model.player().advance(0.25);
    assertThat(row()).isEqualTo(expected);
    assertThat(model.player().directionProperty().get()).isZero();
  }

  @Test
  void playbackStopsAtTheEnd() {
    model.player().speedProperty().set(10_000);
    model.player().toggle();
    model.player().advance(0.25);
    assertThat(row()).isEqualTo(rows.size() - 1);
    assertThat(model.player().directionProperty().get()).isZero();
  }

  @Test
  void thePlayheadIsAlwaysInView() {
    for (int target : new int[] {0, 1_399, 5, 800, 801, 1_200, 1_100}) {
      model.moveTo(target);
      VisibleRange visible = model.visibleProperty().get();
      assertThat(rows.time(row())).isBetween(visible.fromMillis(), visible.toMillis());
    }
  }

  @Test
  void datesAreUnderstoodAsPeopleWriteThem() {
    assertThat(model.goTo("2021-02-01 12:00")).isTrue();
    assertThat(rows.time(row())).isLessThanOrEqualTo(1_612_180_800_000L);
    assertThat(rows.time(row() + 1)).isGreaterThan(1_612_180_800_000L);
    assertThat(model.goTo("2021-02-02")).isTrue();
    assertThat(model.goTo("next Tuesday")).isFalse();
  }

  @Test
  void aRunThatIsNoLongerStoredIsSaidInWords() {
    model.open("gone");
    assertThat(model.opener().problemProperty().get())
        .isEqualTo("Run gone is no longer stored. Choose another run.");
    assertThat(model.opener().busyProperty().get()).isFalse();
  }
}
