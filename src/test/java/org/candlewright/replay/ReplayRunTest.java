package org.candlewright.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.market.InstrumentData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold at every bar of any run; the seed stands in the test's name. */
class ReplayRunTest {
  private static final boolean[] BOTH = {false, true};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void seekingToABarGivesTheStateOfAFreshRunStoppedThere(long seed) {
    for (boolean carry : BOTH) {
      List<InstrumentData> data = RandomRuns.market(seed, carry);
      ReplayRun run = ReplayRun.open(RandomRuns.plan(data, carry), () -> false, share -> {});
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 25; i++) {
        int row = random.nextInt(run.rows().size());
        Moment played = ReplayRun.play(RandomRuns.plan(data, carry), run.rows().time(row));
        assertSame(run.seek(row), played, row);
      }
      int last = run.rows().size() - 1;
      assertSame(
          run.seek(last), ReplayRun.play(RandomRuns.plan(data, carry), Long.MAX_VALUE), last);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void steppingOnFromABarGivesWhatJumpingGives(long seed) {
    for (boolean carry : BOTH) {
      List<InstrumentData> data = RandomRuns.market(seed, carry);
      ReplayRun stepping = ReplayRun.open(RandomRuns.plan(data, carry), () -> false, share -> {});
      ReplayRun jumping = ReplayRun.open(RandomRuns.plan(data, carry), () -> false, share -> {});
      int from = stepping.rows().size() / 3;
      for (int row = from; row < from + 300; row++) {
        Moment stepped = stepping.seek(row);
        jumping.seek((row * 7919) % jumping.rows().size());
        assertSame(jumping.seek(row), stepped, row);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void playingThroughMakesEveryDecisionAndEquityOfTheRunAgain(long seed) {
    for (boolean carry : BOTH) {
      ReplayRun run = RandomRuns.open(seed, carry);
      List<DecisionMark> made = new ArrayList<>();
      for (int row = 0; row < run.rows().size(); row++) {
        Moment moment = run.seek(row);
        assertThat(moment.state().equity()).as("row %d", row).isEqualTo(run.rows().equity(row));
        for (DecisionRecord decision : moment.decisions()) {
          made.add(DecisionMark.of(decision));
        }
      }
      assertThat(made).isEqualTo(run.decisions()).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void linesAreWhatTheEngineShowsAtEachBar(long seed) {
    ReplayRun run = RandomRuns.open(seed, false);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      Moment moment = run.seek(200 + random.nextInt(run.rows().size() - 200));
      for (Track track : run.tracks()) {
        for (int line = 0; line < track.lines().size(); line++) {
          Line drawn = track.lines().get(line);
          int bar = moment.bars()[track.index()];
          assertThat(drawn.values()[bar - drawn.firstBar()])
              .isEqualTo((float) moment.indicators()[track.index()][line]);
        }
      }
    }
  }

  private static void assertSame(Moment sought, Moment played, int row) {
    assertThat(sought.state()).as("row %d", row).isEqualTo(played.state());
    assertThat(sought.bars()).as("row %d", row).isEqualTo(played.bars());
    assertThat(sought.indicators()).as("row %d", row).isDeepEqualTo(played.indicators());
    assertThat(sought.decisions()).as("row %d", row).isEqualTo(played.decisions());
    assertThat(sought.explanations()).as("row %d", row).isEqualTo(played.explanations());
  }
}
