package org.candlewright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.candlewright.trading.journal.JournalBlock;
import org.candlewright.trading.journal.JournalException;
import org.candlewright.trading.journal.JournalStore;
import org.candlewright.trading.journal.KeptState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Journals of sessions as append-only blocks. */
public final class StoredJournals implements JournalStore {
  private final Jdbi jdbi;

  /** The connection that blocks are appended by: opening one takes as long as a block does. */
  private Optional<Handle> appending = Optional.empty();

  StoredJournals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public synchronized void append(String run, JournalBlock block) {
    try {
      Handle handle = appending.orElseGet(jdbi::open);
      appending = Optional.of(handle);
      handle.useTransaction(within -> insert(within, run, block));
      // The commit has reached the file; this brings the file to the disk.
      handle.execute("checkpoint sync");
    } catch (JdbiException e) {
      close();
      throw new JournalException("the journal cannot be written: " + e.getMessage(), e);
    }
  }

  /** Closes what it keeps open; the next block opens it again. */
  synchronized void close() {
    appending.ifPresent(Handle::close);
    appending = Optional.empty();
  }

  private static void insert(Handle handle, String run, JournalBlock block) {
    handle.execute(
        "merge into journal key (run_id, first_sequence) values (?, ?, ?, ?, ?)",
        run,
        block.first(),
        block.last(),
        block.checksum(),
        block.payload());
  }

  @Override
  public void read(String run, Predicate<JournalBlock> reader) {
    jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select first_sequence, last_sequence, crc32c, payload from journal"
                        + " where run_id = :run order by first_sequence")
                .bind("run", run)
                .map((row, context) -> block(row))
                .withStream(blocks -> blocks.allMatch(reader)));
  }

  private static JournalBlock block(ResultSet row) throws SQLException {
    return new JournalBlock(row.getLong(1), row.getLong(2), row.getLong(3), row.getBytes(4));
  }

  @Override
  public void cut(String run, long afterSequence, JournalBlock tail) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "delete from journal where run_id = ? and first_sequence > ?", run, afterSequence);
          if (tail.payload().length > 0) {
            insert(handle, run, tail);
          }
        });
  }

  @Override
  public synchronized void keep(String run, KeptState state) {
    try {
      Handle handle = appending.orElseGet(jdbi::open);
      appending = Optional.of(handle);
      handle.execute(
          "merge into session_state key (run_id) values (?, ?, ?, ?, ?)",
          run,
          state.sequence(),
          state.version(),
          state.checksum(),
          state.payload());
    } catch (JdbiException e) {
      close();
      throw new JournalException("a session's state cannot be kept: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<KeptState> kept(String run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select last_sequence, program_version, crc32c, payload from session_state"
                        + " where run_id = :run")
                .bind("run", run)
                .map(
                    (row, context) ->
                        new KeptState(
                            row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4)))
                .findOne());
  }

  @Override
  public boolean exists(String run) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery("select count(*) from journal where run_id = :run")
                    .bind("run", run)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public void delete(String run) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from journal where run_id = ?", run);
          handle.execute("delete from session_state where run_id = ?", run);
        });
  }
}
