package org.candlewright.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.PairScreening;
import org.candlewright.analytics.pairs.PriceSeries;
import org.candlewright.analytics.pairs.ScreeningQuestion;
import org.candlewright.analytics.pairs.ScreeningStore.Session;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.ui.work.WorkItem;

/** Which pairs hold together: screenings of a universe, compared over time, one pair in detail. */
public final class PairsViewModel {
  private final ExplorerServices services;
  private final ScreeningForm form = new ScreeningForm();
  private final ObservableList<PairRow> rows = FXCollections.observableArrayList();
  private final FilteredList<PairRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Session> sessions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Screening>> screening =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<PairRow>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PairContent>> content =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private Optional<WorkItem> work = Optional.empty();
  private int details;
  private boolean opened;

  /**
   * A screening that is shown.
   *
   * @param order of the instruments on the heat map
   * @param before the screening before it that asked the same of other data; empty for the first
   * @param added pairs that pass now and did not then
   * @param lost pairs that passed then and do not now
   */
  record Screening(
      Session session,
      List<PairRow> rows,
      PairMatrix matrix,
      Optional<Session> before,
      int added,
      int lost) {}

  PairsViewModel(ExplorerServices services) {
    this.services = services;
    filter.addListener(
        (property, before, now) -> shown.setPredicate(row -> PairText.matches(row, now)));
    selected.addListener((property, before, now) -> showDetail(now));
  }

  public ScreeningForm form() {
    return form;
  }

  public ObservableList<PairRow> shown() {
    return shown;
  }

  public ObservableList<PairRow> rows() {
    return rows;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** Screenings that are stored, the newest first. */
  public ObservableList<Session> sessions() {
    return sessions;
  }

  ReadOnlyObjectProperty<Optional<Screening>> screeningProperty() {
    return screening.getReadOnlyProperty();
  }

  public ObjectProperty<Optional<PairRow>> selectedProperty() {
    return selected;
  }

  ReadOnlyObjectProperty<Optional<PairContent>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public DoubleProperty progressProperty() {
    return progress;
  }

  /** Shows the newest screening; in a home without one, the standard question is asked. */
  public void open() {
    if (opened) {
      return;
    }
    opened = true;
    services
        .work()
        .startQuiet(
            () -> services.screenings().sessions(),
            stored -> {
              sessions.setAll(stored);
              if (stored.isEmpty()) {
                screen();
              } else {
                show(stored.getFirst());
              }
            },
            this::failed);
  }

  /** Screens what the form asks for. */
  public void screen() {
    if (running.get() || !form.problemProperty().get().isEmpty()) {
      return;
    }
    problem.set("");
    running.set(true);
    ScreeningForm.Wanted wanted = form.wanted();
    WorkItem item =
        services
            .work()
            .start(
                "Screening pairs",
                (cancelled, done) -> made(wanted, cancelled, done),
                session -> {
                  ended();
                  sessions.addFirst(session.session());
                  show(session);
                },
                this::failed);
    work = Optional.of(item);
    progress.bind(item.shareProperty());
  }

  private Screening made(
      ScreeningForm.Wanted wanted, BooleanSupplier cancelled, DoubleConsumer done) {
    List<Instrument> universe =
        services.market().instruments().stream().filter(wanted::takes).toList();
    PairScreening.checkedPairs(universe.size());
    ScreeningQuestion question = wanted.question(universe, services.market());
    List<PriceSeries> series = new ArrayList<>();
    for (Instrument instrument : universe) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      series.add(
          PriceSeries.of(
              services.market().bars(instrument.id(), question.timeframe(), question.period()),
              question.prices()));
    }
    List<PairRow> found =
        new PairScreening(question.settings())
            .screen(
                series,
                (pairs, total) -> done.accept((double) pairs / Math.max(1, total)),
                cancelled);
    long id = services.screenings().save(services.millis().getAsLong(), question, found);
    Session session =
        services.screenings().sessions().stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow();
    return screening(session, found);
  }

  /** Shows a stored screening. */
  public void show(Session session) {
    if (screening.get().filter(now -> now.session().id() == session.id()).isPresent()) {
      return;
    }
    services
        .work()
        .startQuiet(
            () -> services.screenings().rows(session.id()).map(found -> screening(session, found)),
            found -> found.ifPresent(this::show),
            this::failed);
  }

  private Screening screening(Session session, List<PairRow> found) {
    Optional<Session> before =
        services.screenings().sessions().stream()
            .filter(each -> each.id() < session.id() && asksTheSame(each, session))
            .findFirst();
    Set<String> then =
        before
            .flatMap(each -> services.screenings().rows(each.id()))
            .map(PairsViewModel::passing)
            .orElse(Set.of());
    Set<String> now = passing(found);
    Set<String> added = new HashSet<>(now);
    added.removeAll(then);
    Set<String> lost = new HashSet<>(then);
    lost.removeAll(now);
    return new Screening(
        session, List.copyOf(found), PairMatrix.of(found), before, added.size(), lost.size());
  }

  private static boolean asksTheSame(Session one, Session other) {
    ScreeningQuestion a = one.question();
    ScreeningQuestion b = other.question();
    return a.timeframe().equals(b.timeframe())
        && a.prices() == b.prices()
        && Set.copyOf(a.instruments()).equals(Set.copyOf(b.instruments()));
  }

  private static Set<String> passing(List<PairRow> rows) {
    Set<String> names = new HashSet<>();
    rows.stream()
        .filter(PairRow::passes)
        .forEach(row -> names.add(row.first() + " " + row.second()));
    return names;
  }

  private void show(Screening shown) {
    Optional<PairRow> before = selected.get();
    screening.set(Optional.of(shown));
    rows.setAll(shown.rows().stream().sorted(PairText.BY_EVIDENCE).toList());
    selected.set(
        rows.stream()
            .filter(row -> before.isPresent() && PairText.samePair(row, before.get()))
            .findFirst()
            .or(() -> rows.stream().findFirst()));
  }

  /** Stops the screening; nothing of it is stored. */
  public void cancel() {
    work.ifPresent(WorkItem::cancel);
  }

  private void ended() {
    running.set(false);
    progress.unbind();
    work = Optional.empty();
  }

  private void showDetail(Optional<PairRow> row) {
    int detail = ++details;
    Optional<Screening> shown = screening.get();
    if (row.isEmpty() || shown.isEmpty()) {
      content.set(Optional.empty());
      return;
    }
    ScreeningQuestion question = shown.get().session().question();
    services
        .work()
        .startQuiet(
            () -> PairContent.of(row.get(), question, services),
            made -> {
              if (detail == details) {
                content.set(Optional.of(made));
              }
            },
            this::failed);
  }

  /** Why the selected pair cannot be backtested; empty if it can. */
  String notBacktested() {
    return selected.get().map(PairDraft::refusal).orElse("No pair is selected.");
  }

  /** Opens Builder with the pairs strategy on the selected pair, as it was screened. */
  public void backtest() {
    Optional<PairRow> row = selected.get();
    Optional<Screening> shown = screening.get();
    if (row.isEmpty() || shown.isEmpty() || !notBacktested().isEmpty()) {
      return;
    }
    ScreeningQuestion question = shown.get().session().question();
    services
        .work()
        .startQuiet(
            () -> PairDraft.of(services, row.get(), question),
            draft ->
                draft.ifPresentOrElse(
                    services.builder()::open,
                    () ->
                        problem.set(
                            "Bars of "
                                + row.get().first()
                                + " and "
                                + row.get().second()
                                + " of the same time are no longer stored, so there is nothing to"
                                + " run on. Import them again.")),
            this::failed);
  }

  private void failed(RuntimeException failure) {
    boolean screened = running.get();
    ended();
    switch (failure) {
      case CancelledRunException cancelled -> problem.set("");
      case InputException input -> problem.set(input.line());
      default -> {
        services.failures().accept(failure);
        problem.set(
            (screened ? "The screening ended" : "The pair could not be shown:")
                + " with an error of the program. Nothing was stored. The log has the details.");
      }
    }
  }

  void closeProblem() {
    problem.set("");
  }

  Map<String, String> state() {
    Map<String, String> state = new HashMap<>(form.state());
    state.put("pair-filter", filter.get());
    return state;
  }

  void restore(Map<String, String> state) {
    form.restore(state);
    filter.set(state.getOrDefault("pair-filter", ""));
  }
}
