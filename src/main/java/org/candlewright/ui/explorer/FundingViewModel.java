package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.candlewright.analytics.funding.FundingAssumptions;
import org.candlewright.analytics.funding.FundingCandidate;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.analytics.funding.FundingSummary;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.ui.format.Numbers;

/** Which funding is worth harvesting: the ranking, what is shown of it, and one row in detail. */
public final class FundingViewModel {
  private static final double MILLION = 1e6;

  private final ExplorerServices services;
  private final AssumptionsViewModel assumptions = new AssumptionsViewModel();
  private final ObservableList<FundingRow> rows = FXCollections.observableArrayList();
  private final FilteredList<FundingRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final DoubleProperty leastPositive = new SimpleDoubleProperty();
  private final DoubleProperty leastTurnover = new SimpleDoubleProperty();
  private final DoubleProperty leastDays = new SimpleDoubleProperty();
  private final ObjectProperty<Optional<FundingRow>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FundingContent>> content =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private List<FundingCandidate> candidates = List.of();
  private Optional<String> wanted = Optional.empty();
  private int rankings;
  private int details;

  FundingViewModel(ExplorerServices services) {
    this.services = services;
    filter.addListener((property, before, now) -> narrow());
    leastPositive.addListener((property, before, now) -> narrow());
    leastTurnover.addListener((property, before, now) -> narrow());
    leastDays.addListener((property, before, now) -> narrow());
    assumptions.properties().forEach(each -> each.addListener((property, before, now) -> rank()));
    selected.addListener((property, before, now) -> showDetail(now));
  }

  public AssumptionsViewModel assumptions() {
    return assumptions;
  }

  /** Rows that pass the filters. */
  public ObservableList<FundingRow> shown() {
    return shown;
  }

  /** Rows of all perpetuals. */
  public ObservableList<FundingRow> rows() {
    return rows;
  }

  /** Words that a row must hold, such as {@code btc} or {@code mega}. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** Least share of positive rates, percent. */
  public DoubleProperty leastPositiveProperty() {
    return leastPositive;
  }

  /** Least turnover of a day, millions of quote. */
  public DoubleProperty leastTurnoverProperty() {
    return leastTurnover;
  }

  /** Least days that settlements cover. */
  public DoubleProperty leastDaysProperty() {
    return leastDays;
  }

  public ObjectProperty<Optional<FundingRow>> selectedProperty() {
    return selected;
  }

  /** Detail of the row selected. */
  ReadOnlyObjectProperty<Optional<FundingContent>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The ranking in one sentence. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** What went wrong; empty if nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether funding is being read. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Reads what is stored and ranks it. */
  public void load() {
    if (loading.get()) {
      return;
    }
    loading.set(true);
    services.work().start("Reading funding", this::read, this::loaded, this::failed);
  }

  private List<FundingCandidate> read(BooleanSupplier cancelled, DoubleConsumer progress) {
    List<InstrumentId> perpetuals = services.market().perpetuals();
    List<FundingCandidate> read = new ArrayList<>();
    for (InstrumentId perpetual : perpetuals) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      read.add(services.ranking().candidate(perpetual, Period.ALL));
      progress.accept((double) read.size() / perpetuals.size());
    }
    return List.copyOf(read);
  }

  private void loaded(List<FundingCandidate> read) {
    candidates = read;
    loading.set(false);
    rank();
  }

  private void rank() {
    int ranking = ++rankings;
    Optional<FundingAssumptions> assumed = assumptions.assumptions();
    if (assumed.isEmpty()) {
      return;
    }
    List<FundingCandidate> all = candidates;
    services
        .work()
        .startQuiet(
            () -> rows(all, FundingRanking.ranked(all, assumed.get())),
            ranked -> {
              if (ranking == rankings) {
                show(ranked);
              }
            },
            this::failed);
  }

  private static List<FundingRow> rows(
      List<FundingCandidate> candidates, List<FundingSummary> ranked) {
    Map<InstrumentId, FundingCandidate> known = new HashMap<>();
    candidates.forEach(candidate -> known.put(candidate.perpetual(), candidate));
    double scale =
        ranked.stream()
            .flatMap(row -> row.yields().stream())
            .mapToDouble(yields -> Math.abs(yields.net()))
            .max()
            .orElse(0);
    List<FundingRow> rows = new ArrayList<>();
    for (FundingSummary summary : ranked) {
      FundingCandidate candidate = known.get(summary.perpetual());
      if (candidate != null) {
        rows.add(new FundingRow(rows.size() + 1, summary, candidate, scale));
      }
    }
    return List.copyOf(rows);
  }

  private void show(List<FundingRow> ranked) {
    Optional<String> keep = selected.get().map(row -> row.id().toString()).or(() -> wanted);
    rows.setAll(ranked);
    sentence.set(sentence(ranked));
    selected.set(
        ranked.stream()
            .filter(row -> keep.isPresent() && row.id().toString().equals(keep.get()))
            .findFirst()
            .or(() -> ranked.stream().findFirst()));
  }

  private static String sentence(List<FundingRow> ranked) {
    long known = ranked.stream().filter(row -> row.summary().yields().isPresent()).count();
    long paying =
        ranked.stream()
            .filter(row -> row.summary().yields().filter(yields -> yields.net() > 0).isPresent())
            .count();
    if (known == 0) {
      return ranked.isEmpty() ? "No perpetual is stored" : "No funding is stored";
    }
    return (paying == 0 ? "None" : Numbers.count(paying))
        + " of "
        + Numbers.count(known)
        + (known == 1 ? " instrument" : " instruments")
        + (paying == 1 ? " pays more than it costs" : " pay more than they cost");
  }

  private void narrow() {
    String words = filter.get();
    double positive = leastPositive.get() / 100;
    double turnover = leastTurnover.get() * MILLION;
    double days = leastDays.get();
    shown.setPredicate(
        row ->
            row.matches(words)
                && (positive <= 0 || sharePositive(row) >= positive)
                && (turnover <= 0 || turnover(row) >= turnover)
                && (days <= 0 || row.summary().coveredDays() >= days));
  }

  private static double sharePositive(FundingRow row) {
    return row.summary().statistics().map(rates -> rates.sharePositive()).orElse(-1.0);
  }

  private static double turnover(FundingRow row) {
    return row.summary().turnover().map(known -> known.quote()).orElse(-1.0);
  }

  private void showDetail(Optional<FundingRow> row) {
    int detail = ++details;
    Optional<FundingAssumptions> assumed = assumptions.assumptions();
    if (row.isEmpty() || assumed.isEmpty()) {
      content.set(Optional.empty());
      return;
    }
    List<FundingRow> all = List.copyOf(rows);
    services
        .work()
        .startQuiet(
            () -> FundingContent.of(row.get(), all, services.market(), assumed.get()),
            made -> {
              if (detail == details) {
                content.set(Optional.of(made));
              }
            },
            this::failed);
  }

  private void failed(RuntimeException failure) {
    loading.set(false);
    if (!(failure instanceof CancelledRunException)) {
      services.failures().accept(failure);
      problem.set("The funding could not be ranked. Nothing was changed; the log has the details.");
    }
  }

  void closeProblem() {
    problem.set("");
  }

  /** Why the selected row cannot be backtested; empty if it can. */
  String notBacktested() {
    Optional<FundingRow> row = selected.get();
    if (row.isEmpty() || row.get().series().isEmpty()) {
      return "No funding is stored of it.";
    }
    return row.get().spotStored()
        ? assumptions.problemProperty().get()
        : "A carry buys the spot, and the spot of this perpetual is not stored. Import it first.";
  }

  /** Opens Builder with a carry on the selected perpetual, at the size and costs assumed. */
  public void backtest() {
    Optional<FundingRow> row = selected.get();
    Optional<FundingAssumptions> assumed = assumptions.assumptions();
    if (row.isEmpty() || assumed.isEmpty() || !notBacktested().isEmpty()) {
      return;
    }
    BigDecimal notional = assumptions.notional();
    services
        .work()
        .startQuiet(
            () -> CarryDraft.of(services, row.get(), notional, assumed.get().costs()),
            draft ->
                draft.ifPresentOrElse(
                    services.builder()::open,
                    () ->
                        problem.set(
                            "Perpetual, spot and funding of "
                                + row.get().id()
                                + " have no stretch in common, so there is nothing to run on."
                                + " Import bars of the same period.")),
            this::failed);
  }

  /** What survives a restart. */
  Map<String, String> state() {
    Map<String, String> state = new HashMap<>();
    selected.get().ifPresent(row -> state.put("perpetual", row.id().toString()));
    state.put("filter", filter.get());
    state.put("size", assumptions.sizeProperty().get());
    state.put("days", assumptions.daysProperty().get());
    state.put("fees", assumptions.feesProperty().get());
    state.put("half-spread", assumptions.halfSpreadProperty().get());
    state.put("slippage", assumptions.slippageProperty().get());
    return state;
  }

  void restore(Map<String, String> state) {
    wanted = Optional.ofNullable(state.get("perpetual"));
    filter.set(state.getOrDefault("filter", ""));
    assumptions.sizeProperty().set(state.getOrDefault("size", "1000"));
    assumptions.daysProperty().set(state.getOrDefault("days", "30"));
    String fees = state.getOrDefault("fees", AssumptionsViewModel.BY_VENUE);
    if (AssumptionsViewModel.feeChoices().contains(fees)) {
      assumptions.feesProperty().set(fees);
    }
    assumptions.halfSpreadProperty().set(state.getOrDefault("half-spread", ""));
    assumptions.slippageProperty().set(state.getOrDefault("slippage", ""));
  }
}
