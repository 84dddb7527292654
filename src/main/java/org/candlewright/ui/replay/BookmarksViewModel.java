package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.replay.Bookmark;
import org.candlewright.replay.BookmarkStore;
import org.candlewright.ui.work.BackgroundWork;

/** Bookmarks of the run shown, with what was written about them. */
public final class BookmarksViewModel {
  private final ReplayViewModel model;
  private final BookmarkStore store;
  private final BackgroundWork work;
  private final Consumer<Throwable> failures;
  private final ObservableList<Bookmark> all = FXCollections.observableArrayList();

  /**
   * @param failures gets what nobody expected, for the log
   */
  public BookmarksViewModel(
      ReplayViewModel model,
      BookmarkStore store,
      BackgroundWork work,
      Consumer<Throwable> failures) {
    this.model = model;
    this.store = store;
    this.work = work;
    this.failures = failures;
    model
        .runProperty()
        .addListener(
            (property, before, now) -> {
              all.clear();
              now.ifPresent(run -> read(run.summary().id()));
            });
  }

  private void read(String runId) {
    work.startQuiet(() -> store.bookmarks(runId), found -> shown(runId, found), failures::accept);
  }

  private void shown(String runId, List<Bookmark> found) {
    if (id().equals(Optional.of(runId))) {
      all.setAll(found);
    }
  }

  private Optional<String> id() {
    return model.runProperty().get().map(run -> run.summary().id());
  }

  /** Keeps the playhead's place with a note. */
  public void add(String note) {
    model
        .runProperty()
        .get()
        .filter(run -> model.rowProperty().get() >= 0)
        .ifPresent(
            run -> {
              long time = run.run().rows().time(model.rowProperty().get());
              change(store -> store.keep(run.summary().id(), new Bookmark(time, note.strip())));
            });
  }

  public void remove(Bookmark bookmark) {
    id().ifPresent(run -> change(store -> store.remove(run, bookmark.timeMillis())));
  }

  private void change(Consumer<BookmarkStore> what) {
    id().ifPresent(
            run ->
                work.startQuiet(
                    () -> {
                      what.accept(store);
                      return store.bookmarks(run);
                    },
                    found -> shown(run, found),
                    failures::accept));
  }

  /** Puts the playhead on a bookmark. */
  public void goTo(Bookmark bookmark) {
    model.pause();
    model.goTo(bookmark.timeMillis());
  }

  /** By time; in Blind some of them lie ahead and must not be shown. */
  ObservableList<Bookmark> all() {
    return all;
  }

  /** Those that may be shown. */
  List<Bookmark> visible() {
    long head =
        model
            .runProperty()
            .get()
            .map(run -> run.run().rows().time(Math.max(0, model.rowProperty().get())))
            .orElse(Long.MIN_VALUE);
    return all.stream().filter(each -> model.seesAhead() || each.timeMillis() <= head).toList();
  }
}
