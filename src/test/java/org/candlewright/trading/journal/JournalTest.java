package org.candlewright.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.candlewright.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what was written, or a prefix of it: never anything else. */
class JournalTest {
  private static final String RUN = "session";

  private static List<JournalRecord> write(JournalStore store, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<JournalRecord> written = new ArrayList<>();
    try (JournalWriter writer = new JournalWriter(store, RUN, 0)) {
      for (int i = 0; i < count; i++) {
        byte[] body = new byte[random.nextInt(60)];
        random.nextBytes(body);
        RecordKind kind = RecordKind.values()[random.nextInt(RecordKind.values().length)];
        long time = random.nextLong();
        long sequence = writer.append(kind, time, body);
        written.add(new JournalRecord(sequence, kind, time, body));
        if (random.nextInt(10) == 0) {
          writer.force();
        }
      }
    }
    return written;
  }

  private static List<JournalRecord> read(JournalStore store) {
    List<JournalRecord> read = new ArrayList<>();
    JournalReader.read(store, RUN, read::add);
    return read;
  }

  @Test
  void whatWasWrittenIsRead() {
    MemoryJournal store = new MemoryJournal();
    List<JournalRecord> written = write(store, 500, 1);
    List<JournalRecord> read = new ArrayList<>();
    JournalReader.Found found = JournalReader.read(store, RUN, read::add);
    assertThat(read).isEqualTo(written);
    assertThat(found.damage()).isEmpty();
    assertThat(found.lastSequence()).isEqualTo(500);
  }

  private static void damage(MemoryJournal store, int block, UnaryOperator<byte[]> change) {
    JournalBlock whole = store.blocks().get(block);
    store
        .blocks()
        .set(
            block,
            new JournalBlock(
                whole.first(),
                whole.last(),
                whole.checksum(),
                change.apply(whole.payload().clone())));
  }

  private static void prefixAlone(List<JournalRecord> written, MemoryJournal store, String what) {
    List<JournalRecord> read = new ArrayList<>();
    JournalReader.Found found = JournalReader.read(store, RUN, read::add);
    assertThat(read).as(what).isEqualTo(written.subList(0, read.size()));
    assertThat(found.damage().orElse("")).as(what).contains("up to record " + read.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aFlippedBitAnywhereLeavesAPrefix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 400; i++) {
      MemoryJournal store = new MemoryJournal();
      List<JournalRecord> written = write(store, 40, seed);
      int block = random.nextInt(store.blocks().size());
      int at = random.nextInt(store.blocks().get(block).payload().length);
      int bit = random.nextInt(8);
      damage(
          store,
          block,
          bytes -> {
            bytes[at] ^= (byte) (1 << bit);
            return bytes;
          });
      prefixAlone(written, store, "bit " + bit + " of byte " + at + " of block " + block);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aCutAnywhereLeavesAPrefix(long seed) {
    MemoryJournal whole = new MemoryJournal();
    List<JournalRecord> written = write(whole, 30, seed);
    for (int block = 0; block < whole.blocks().size(); block++) {
      for (int at = 0; at < whole.blocks().get(block).payload().length; at++) {
        MemoryJournal store = new MemoryJournal();
        whole.blocks().forEach(each -> store.append(RUN, each));
        int length = at;
        damage(store, block, bytes -> Arrays.copyOf(bytes, length));
        prefixAlone(written, store, "block " + block + " cut at " + at);
      }
    }
  }

  @Test
  void aMissingBlockEndsTheReading() {
    MemoryJournal store = new MemoryJournal();
    List<JournalRecord> written = write(store, 200, 3);
    assertThat(store.blocks()).hasSizeGreaterThan(3);
    store.blocks().remove(2);
    prefixAlone(written, store, "third block missing");
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void aMendedJournalGoesOnBehindItsLastGoodRecord(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      MemoryJournal store = new MemoryJournal();
      List<JournalRecord> written = write(store, 40, seed);
      int block = random.nextInt(store.blocks().size());
      int at = random.nextInt(store.blocks().get(block).payload().length);
      damage(
          store,
          block,
          bytes -> {
            bytes[at] ^= 0x40;
            return bytes;
          });
      JournalReader.Found found = JournalReader.readAndMend(store, RUN, record -> {});
      try (JournalWriter writer = new JournalWriter(store, RUN, found.lastSequence())) {
        writer.append(RecordKind.RECOVERED, 7, new byte[0]);
      }
      List<JournalRecord> read = new ArrayList<>();
      JournalReader.Found again = JournalReader.read(store, RUN, read::add);
      assertThat(again.damage()).isEmpty();
      assertThat(read).hasSize((int) found.lastSequence() + 1);
      assertThat(read.subList(0, read.size() - 1)).isEqualTo(written.subList(0, read.size() - 1));
    }
  }

  @Test
  void aFullDiskIsReportedAndLosesNothing() {
    MemoryJournal store = new MemoryJournal();
    try (JournalWriter writer = new JournalWriter(store, RUN, 0)) {
      store.full(true);
      writer.append(RecordKind.BAR, 1, new byte[] {1});
      assertThatThrownBy(writer::force)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("no space left");
      assertThat(writer.failure()).isPresent();
      writer.append(RecordKind.BAR, 2, new byte[] {2});
      store.full(false);
      writer.force();
      assertThat(writer.failure()).isEmpty();
    }
    assertThat(read(store)).extracting(JournalRecord::timeMillis).containsExactly(1L, 2L);
  }

  @Test
  void theStoreKeepsAJournalOverARestart(@TempDir Path home) {
    List<JournalRecord> written;
    try (Store store = Store.open(home)) {
      written = write(store.journals(), 300, 5);
    }
    try (Store store = Store.open(home)) {
      assertThat(read(store.journals())).isEqualTo(written);
      assertThat(store.journals().exists(RUN)).isTrue();
      assertThat(store.journals().exists("another")).isFalse();
    }
  }
}
