package org.candlewright.replay;

import java.util.List;

/** Bookmarks, kept with the run they are of. Implemented by the store. */
public interface BookmarkStore {
  /** Those of a run, by time. */
  List<Bookmark> bookmarks(String runId);

  /** Keeps a bookmark, replacing one of the same time. */
  void keep(String runId, Bookmark bookmark);

  void remove(String runId, long timeMillis);
}
