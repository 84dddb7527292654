package org.candlewright.ui.explorer;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.feed.DataLibrary.Held;
import org.candlewright.feed.ImportReport;
import org.candlewright.market.InputException;
import org.candlewright.ui.format.Numbers;

/** What is stored: coverage and gaps, files brought in, series deleted. */
public final class DataViewModel {
  private final ExplorerServices services;
  private final Runnable changed;
  private final ObservableList<DataRow> rows = FXCollections.observableArrayList();
  private final FilteredList<DataRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Optional<DataRow>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DataRow>> toDelete =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FileForm>> offered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Deque<Path> waiting = new ArrayDeque<>();
  private boolean opened;

  /**
   * @param changed called when other data are stored than before
   */
  DataViewModel(ExplorerServices services, Runnable changed) {
    this.services = services;
    this.changed = changed;
    filter.addListener((property, before, now) -> shown.setPredicate(row -> row.matches(now)));
  }

  /** Series that pass the filter. */
  public ObservableList<DataRow> shown() {
    return shown;
  }

  /** Words that a series must hold, such as {@code btc}, {@code funding} or {@code gaps}. */
  public StringProperty filterProperty() {
    return filter;
  }

  public ObjectProperty<Optional<DataRow>> selectedProperty() {
    return selected;
  }

  /** The series that is deleted once somebody says so again. */
  ReadOnlyObjectProperty<Optional<DataRow>> toDeleteProperty() {
    return toDelete.getReadOnlyProperty();
  }

  /** The file that is looked at before it is imported. */
  ReadOnlyObjectProperty<Optional<FileForm>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** All of it in one sentence. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** What was done last; may be empty. */
  public ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** What went wrong; empty if nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether data are being read or written. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Looks through the home when shown for the first time. */
  public void open() {
    if (!opened) {
      opened = true;
      refresh();
    }
  }

  /** Looks through the home again. */
  public void refresh() {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    services
        .work()
        .start(
            "Looking through the data",
            (cancelled, progress) -> services.data().contents(cancelled),
            this::show,
            this::failed);
  }

  private void show(List<Held> held) {
    busy.set(false);
    long from = held.stream().mapToLong(each -> each.series().firstMillis()).min().orElse(0);
    long to = held.stream().mapToLong(each -> each.series().lastMillis()).max().orElse(1);
    Optional<String> keep = selected.get().map(DataRow::name);
    rows.setAll(held.stream().map(each -> new DataRow(each, from, to)).toList());
    selected.set(
        rows.stream()
            .filter(row -> keep.equals(Optional.of(row.name())))
            .findFirst()
            .or(() -> rows.stream().findFirst()));
    sentence.set(sentence(held));
  }

  private static String sentence(List<Held> held) {
    if (held.isEmpty()) {
      return "No data are stored";
    }
    long instruments = held.stream().map(each -> each.series().instrument()).distinct().count();
    long holed = held.stream().filter(each -> each.series().gaps() > 0).count();
    long bytes = held.stream().mapToLong(Held::bytes).sum();
    return Numbers.count(held.size())
        + " series of "
        + Numbers.count(instruments)
        + (instruments == 1 ? " instrument, " : " instruments, ")
        + DataRow.size(java.math.BigDecimal.valueOf(bytes))
        + (holed == 0
            ? ", none with gaps"
            : ", " + Numbers.count(holed) + (holed == 1 ? " has gaps" : " have gaps"));
  }

  /** Looks at files, one after the other, before anything is stored. */
  public void offer(List<Path> files) {
    waiting.addAll(files);
    if (offered.get().isEmpty()) {
      next();
    }
  }

  private void next() {
    offered.set(Optional.empty());
    Path file = waiting.poll();
    if (file == null) {
      return;
    }
    services
        .work()
        .startQuiet(
            () -> services.data().preview(file),
            preview -> offered.set(Optional.of(new FileForm(preview, waiting.size()))),
            failure -> {
              failed(failure);
              next();
            });
  }

  /** Leaves the file offered alone. */
  public void leave() {
    next();
  }

  /** Imports the file offered as the form says. */
  public void bring() {
    if (offered.get().isEmpty() || busy.get()) {
      return;
    }
    FileForm form = offered.get().get();
    if (!form.problemProperty().get().isEmpty()) {
      return;
    }
    FileForm.Wanted wanted = form.wanted();
    busy.set(true);
    problem.set("");
    services
        .work()
        .start(
            "Importing " + form.preview().file().getFileName(),
            (cancelled, progress) ->
                services
                    .data()
                    .bring(form.preview().file(), wanted.content(), wanted.options(), cancelled),
            report -> {
              busy.set(false);
              told.set(words(report));
              next();
              refresh();
              changed.run();
            },
            this::failed);
  }

  private static String words(ImportReport report) {
    return Path.of(report.file()).getFileName()
        + ": "
        + Numbers.count(report.rowsRead())
        + " rows read, "
        + Numbers.count(report.stored())
        + " stored, "
        + Numbers.count(report.duplicates())
        + " there before"
        + (report.gaps() == 0
            ? ""
            : report.gaps() == 1 ? ", 1 gap" : ", " + Numbers.count(report.gaps()) + " gaps")
        + (report.oddities().isEmpty()
            ? "."
            : ". Line "
                + report.oddities().getFirst().line()
                + ": "
                + report.oddities().getFirst().text()
                + (report.oddities().size() == 1
                    ? "."
                    : ", and " + (report.oddities().size() - 1) + " more."));
  }

  /** Asks before the selected series is deleted. */
  public void askToDelete() {
    toDelete.set(selected.get());
  }

  /** Keeps what was asked about. */
  public void keep() {
    toDelete.set(Optional.empty());
  }

  /** Deletes what was asked about. */
  public void delete() {
    if (toDelete.get().isEmpty() || busy.get()) {
      return;
    }
    DataRow row = toDelete.get().get();
    toDelete.set(Optional.empty());
    busy.set(true);
    services
        .work()
        .startQuiet(
            () -> {
              services.data().delete(row.series());
              return row;
            },
            deleted -> {
              busy.set(false);
              told.set(deleted.name() + " was deleted.");
              refresh();
              changed.run();
            },
            this::failed);
  }

  private void failed(RuntimeException failure) {
    busy.set(false);
    switch (failure) {
      case CancelledRunException cancelled -> {}
      case InputException input -> problem.set(input.line());
      default -> {
        services.failures().accept(failure);
        problem.set("That failed and nothing was changed. The log has the details.");
      }
    }
  }

  void closeProblem() {
    problem.set("");
  }
}
