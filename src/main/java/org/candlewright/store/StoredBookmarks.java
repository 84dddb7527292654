package org.candlewright.store;

import java.util.List;
import org.candlewright.replay.Bookmark;
import org.candlewright.replay.BookmarkStore;
import org.jdbi.v3.core.Jdbi;

/** Bookmarks in the store. */
public final class StoredBookmarks implements BookmarkStore {
  private final Jdbi jdbi;

  StoredBookmarks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Bookmark> bookmarks(String runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select time_millis, note from bookmark where run_id = :run order by"
                        + " time_millis")
                .bind("run", runId)
                .map(
                    (row, context) ->
                        new Bookmark(row.getLong("time_millis"), row.getString("note")))
                .list());
  }

  @Override
  public void keep(String runId, Bookmark bookmark) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "merge into bookmark key (run_id, time_millis) values (?, ?, ?)",
                runId,
                bookmark.timeMillis(),
                bookmark.note()));
  }

  @Override
  public void remove(String runId, long timeMillis) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "delete from bookmark where run_id = ? and time_millis = ?", runId, timeMillis));
  }
}
