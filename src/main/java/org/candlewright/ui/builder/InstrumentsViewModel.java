package org.candlewright.ui.builder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.strategy.Legs;

/** The instruments that are stored, and which of them a run is to trade. */
public final class InstrumentsViewModel {
  private final ObservableList<InstrumentRow> rows = FXCollections.observableArrayList();
  private final FilteredList<InstrumentRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper chosenCount = new ReadOnlyIntegerWrapper();

  /** What was chosen together elsewhere, in an order that may mean something: a pair's legs. */
  private List<InstrumentId> together = List.of();

  InstrumentsViewModel() {
    filter.addListener((property, before, now) -> shown.setPredicate(row -> row.matches(now)));
  }

  void load(List<Instrument> instruments) {
    Set<InstrumentId> known = new HashSet<>(instruments.stream().map(Instrument::id).toList());
    rows.setAll(
        instruments.stream()
            .map(each -> new InstrumentRow(each, known.contains(each.id().spot())))
            .toList());
    rows.forEach(row -> row.chosenProperty().addListener((property, before, now) -> count()));
    count();
  }

  private void count() {
    chosenCount.set(chosen().size());
  }

  /** Rows that match the filter. */
  public ObservableList<InstrumentRow> shown() {
    return shown;
  }

  /** All rows. */
  public List<InstrumentRow> rows() {
    return rows;
  }

  /** Words that a shown row holds, such as {@code btc} or {@code spot}. */
  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyIntegerProperty chosenCountProperty() {
    return chosenCount.getReadOnlyProperty();
  }

  /**
   * Chosen instruments: in the order they were chosen together, as long as it is exactly these,
   * else in the order shown.
   */
  public List<InstrumentId> chosen() {
    List<InstrumentId> shownOrder =
        rows.stream().filter(row -> row.chosenProperty().get()).map(InstrumentRow::id).toList();
    return shownOrder.size() == together.size() && shownOrder.containsAll(together)
        ? together
        : shownOrder;
  }

  /** Quote currency of what is chosen; empty while nothing is. */
  String currency() {
    return rows.stream()
        .filter(row -> row.chosenProperty().get())
        .map(InstrumentRow::quote)
        .findFirst()
        .orElse("");
  }

  /** Chooses exactly these, as far as they are stored. */
  public void choose(List<InstrumentId> ids) {
    together = List.copyOf(ids);
    rows.forEach(row -> row.chosenProperty().set(ids.contains(row.id())));
  }

  /** Chooses all that are shown and usable, or none of the shown. */
  public void chooseShown(boolean all) {
    List.copyOf(shown).forEach(row -> row.chosenProperty().set(all && row.usableProperty().get()));
  }

  /** Marks what a strategy can trade. */
  void fit(Legs legs) {
    rows.forEach(row -> row.fit(legs));
  }
}
