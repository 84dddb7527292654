package org.candlewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.candlewright.backtest.RunStore;
import org.candlewright.replay.Bookmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredBookmarksTest {
  @TempDir private Path home;

  private static RunStore.StoredRun run(String id) {
    return new RunStore.StoredRun(
        new RunStore.Summary(
            id, "", "backtest", "ema-crossover", "x:AUSDT.P", 0, 1, BigDecimal.ZERO, 0),
        Map.of("run.json", new byte[] {1}));
  }

  @Test
  void bookmarksOutliveARestartAndTheSameRunMadeAgain() {
    try (Store store = Store.open(home)) {
      store.runs().save(run("a"));
      store.bookmarks().keep("a", new Bookmark(20, "later"));
      store.bookmarks().keep("a", new Bookmark(10, "first"));
      store.bookmarks().keep("b", new Bookmark(10, "of another"));
    }
    try (Store store = Store.open(home)) {
      store.runs().save(run("a"));
      assertThat(store.bookmarks().bookmarks("a"))
          .containsExactly(new Bookmark(10, "first"), new Bookmark(20, "later"));
    }
  }

  @Test
  void theyGoWithTheRun() {
    try (Store store = Store.open(home)) {
      store.runs().save(run("a"));
      store.bookmarks().keep("a", new Bookmark(10, "first"));
      store.bookmarks().keep("b", new Bookmark(10, "of another"));
      store.runs().delete("a");
      assertThat(store.bookmarks().bookmarks("a")).isEmpty();
      assertThat(store.bookmarks().bookmarks("b")).hasSize(1);
    }
  }

  @Test
  void oneIsReplacedByTheNextOfItsTimeAndCanBeRemoved() {
    try (Store store = Store.open(home)) {
      store.bookmarks().keep("a", new Bookmark(10, "one"));
      store.bookmarks().keep("a", new Bookmark(10, "other"));
      assertThat(store.bookmarks().bookmarks("a")).containsExactly(new Bookmark(10, "other"));
      store.bookmarks().remove("a", 10);
      assertThat(store.bookmarks().bookmarks("a")).isEmpty();
    }
  }
}
