package org.candlewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.candlewright.market.InputException;
import org.candlewright.trading.journal.KeptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store has one owner at a time, and keeps the last state of a session. */
class StoreOwnerTest {
  @TempDir Path home;

  @Test
  void aStoreThatIsOpenIsRefusedWithWhatToDoAndTakenOnceItIsClosed() {
    try (Store first = Store.open(home)) {
      assertThat(first.journals().exists("run")).isFalse();
      assertThatThrownBy(() -> Store.open(home))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("already running on this home");
    }
    try (Store second = Store.open(home)) {
      assertThat(second.journals().exists("run")).isFalse();
    }
  }

  @Test
  void theLastStateOfASessionIsKeptOverARestartAndGoesWithItsJournal() {
    try (Store store = Store.open(home)) {
      store.journals().keep("run", KeptState.of(7, "1", new long[] {1, 2}));
      store.journals().keep("run", KeptState.of(9, "1", new long[] {3, -4}));
    }
    try (Store store = Store.open(home)) {
      KeptState kept = store.journals().kept("run").orElseThrow();
      assertThat(kept.sequence()).isEqualTo(9);
      assertThat(kept.words("1")).contains(new long[] {3, -4});
      assertThat(kept.words("2")).isEmpty();
      store.journals().delete("run");
      assertThat(store.journals().kept("run")).isEmpty();
    }
  }
}
