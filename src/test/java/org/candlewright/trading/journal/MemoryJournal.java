package org.candlewright.trading.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Journals in memory, with a disk that can be filled and blocks that can be damaged. */
public final class MemoryJournal implements JournalStore {
  private final List<JournalBlock> blocks = new ArrayList<>();
  private boolean full;
  private Optional<KeptState> kept = Optional.empty();

  /** Whether the disk takes nothing more. */
  public synchronized void full(boolean now) {
    full = now;
  }

  synchronized List<JournalBlock> blocks() {
    return blocks;
  }

  @Override
  public synchronized void append(String run, JournalBlock block) {
    if (full) {
      throw new JournalException(
          "the journal cannot be written: no space left on device", new IllegalStateException());
    }
    blocks.add(block);
  }

  @Override
  public synchronized void read(String run, Predicate<JournalBlock> reader) {
    boolean more = true;
    for (int i = 0; more && i < blocks.size(); i++) {
      more = reader.test(blocks.get(i));
    }
  }

  @Override
  public synchronized void cut(String run, long afterSequence, JournalBlock tail) {
    blocks.removeIf(block -> block.first() > afterSequence);
    if (tail.payload().length > 0) {
      blocks.add(tail);
    }
  }

  @Override
  public synchronized void keep(String run, KeptState state) {
    kept = Optional.of(state);
  }

  @Override
  public synchronized Optional<KeptState> kept(String run) {
    return kept;
  }

  @Override
  public synchronized boolean exists(String run) {
    return !blocks.isEmpty();
  }

  @Override
  public synchronized void delete(String run) {
    blocks.clear();
    kept = Optional.empty();
  }
}
