package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.candlewright.replay.Bookmark;
import org.candlewright.replay.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookmarksTest {
  private final LoadedRun run = Replays.run(2, false);
  private final Rows rows = run.run().rows();
  private final ReplayModels models = Replays.models(new HashMap<>());
  private final BookmarksViewModel bookmarks = models.bookmarks();

  @BeforeEach
  void open() {
    models.playhead().show(run, rows.time(700));
  }

  @Test
  void aBookmarkIsKeptWithTheRunAndFoundAgain() {
    bookmarks.add("  first target ");
    models.playhead().moveTo(300);
    bookmarks.add("slide");
    models.playhead().show(Replays.run(4, false), 0);
    models.playhead().show(run, 0);
    assertThat(bookmarks.all())
        .containsExactly(
            new Bookmark(rows.time(300), "slide"), new Bookmark(rows.time(700), "first target"));
    bookmarks.goTo(bookmarks.all().getLast());
    assertThat(models.playhead().rowProperty().get()).isEqualTo(700);
  }

  @Test
  void oneAtTheSameBarReplacesItsNote() {
    bookmarks.add("one");
    bookmarks.add("other");
    assertThat(bookmarks.all()).containsExactly(new Bookmark(rows.time(700), "other"));
    bookmarks.remove(bookmarks.all().getFirst());
    assertThat(bookmarks.all()).isEmpty();
  }

  @Test
  void inBlindThoseAheadAreNotShown() {
    bookmarks.add("here");
    models.playhead().moveTo(500);
    models.playhead().modeProperty().set(ReplayMode.BLIND);
    assertThat(bookmarks.visible()).isEmpty();
    models.playhead().modeProperty().set(ReplayMode.REVIEW);
    assertThat(bookmarks.visible()).hasSize(1);
  }

  @Test
  void aRandomBarIsSomewhereInTheRun() {
    SplittableRandom random = new SplittableRandom(1);
    models.playhead().randomBar(random);
    assertThat(models.playhead().rowProperty().get())
        .isEqualTo(new SplittableRandom(1).nextInt(run.rows()));
  }
}
