package org.candlewright.trading.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a journal from its beginning up to the last good record. Whatever is damaged ends the
 * reading: what is handed out is always a prefix of what was written.
 */
public final class JournalReader {
  private final RecordCodec codec = new RecordCodec();
  private final Consumer<JournalRecord> sink;
  private long last;
  private long cutAfter;
  private byte[] tail = new byte[0];
  private Optional<String> damage = Optional.empty();

  private JournalReader(Consumer<JournalRecord> sink) {
    this.sink = sink;
  }

  /**
   * What was found.
   *
   * @param lastSequence of the last good record, 0 without any
   * @param damage what is wrong with the tail, in a sentence; empty if nothing is
   */
  public record Found(long lastSequence, Optional<String> damage) {}

  /** Reads the journal of a session. */
  public static Found read(JournalStore store, String run, Consumer<JournalRecord> sink) {
    JournalReader reader = new JournalReader(sink);
    store.read(run, reader::take);
    return new Found(reader.last, reader.damage);
  }

  /** Reads it, and drops a damaged tail so that the journal can go on behind the last good one. */
  public static Found readAndMend(JournalStore store, String run, Consumer<JournalRecord> sink) {
    JournalReader reader = new JournalReader(sink);
    store.read(run, reader::take);
    if (reader.damage.isPresent()) {
      store.cut(
          run, reader.cutAfter, JournalBlock.of(reader.cutAfter + 1, reader.last, reader.tail));
    }
    return new Found(reader.last, reader.damage);
  }

  private boolean take(JournalBlock block) {
    cutAfter = last;
    if (block.first() != last + 1) {
      return damaged("records " + (last + 1) + " to " + (block.first() - 1) + " are missing", 0);
    }
    ByteBuffer in = ByteBuffer.wrap(block.payload());
    while (in.hasRemaining()) {
      int start = in.position();
      Optional<JournalRecord> record = codec.read(in);
      if (record.isEmpty() || record.get().sequence() != last + 1) {
        return damaged("record " + (last + 1) + " is damaged", start, block);
      }
      last++;
      sink.accept(record.get());
    }
    return last == block.last() && block.whole()
        || damaged("the block behind record " + last + " is incomplete", in.position(), block);
  }

  private boolean damaged(String what, int goodBytes, JournalBlock block) {
    tail = java.util.Arrays.copyOf(block.payload(), goodBytes);
    return damaged(what, goodBytes);
  }

  private boolean damaged(String what, int goodBytes) {
    damage =
        Optional.of(
            "The journal's tail is damaged: " + what + ". It was read up to record " + last + ".");
    return false;
  }
}
