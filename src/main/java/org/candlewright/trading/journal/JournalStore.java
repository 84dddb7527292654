package org.candlewright.trading.journal;

import java.util.Optional;
import java.util.function.Predicate;

/** Where journals are kept. Implemented by the store. */
public interface JournalStore {
  /**
   * Appends a block in one transaction that is on disk when the call returns.
   *
   * @throws JournalException if it could not be written
   */
  void append(String run, JournalBlock block);

  /**
   * Hands out the blocks of a journal in order, until the reader has enough.
   *
   * @param reader says whether it wants the next
   */
  void read(String run, Predicate<JournalBlock> reader);

  /**
   * Drops what comes behind a record, in one transaction: a damaged tail, before the journal goes
   * on.
   *
   * @param tail whole records that a dropped block began with; none if its payload is empty
   */
  void cut(String run, long afterSequence, JournalBlock tail);

  /**
   * Keeps a state of a session in place of the one before.
   *
   * @throws JournalException if it could not be written
   */
  void keep(String run, KeptState state);

  /** The state kept last; empty if there is none. */
  Optional<KeptState> kept(String run);

  /** Whether there is a journal of that session. */
  boolean exists(String run);

  /** Drops a journal and what was kept with it. */
  void delete(String run);
}
