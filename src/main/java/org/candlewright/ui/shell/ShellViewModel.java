package org.candlewright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.backtest.MarketStore;
import org.candlewright.market.Instrument;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.work.BackgroundWork;

/** The window around the views: which tab is shown, what the program knows, what it can do. */
public final class ShellViewModel {
  private final BackgroundWork work;
  private final List<String> tabs;
  private final StringProperty selected;
  private final BooleanProperty hintsClosed = new SimpleBooleanProperty();
  private final BooleanProperty simulated = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper data = new ReadOnlyStringWrapper("reading");
  private final ReadOnlyStringWrapper dataNote = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final List<Action> actions = new ArrayList<>();

  /**
   * @param tabs names of the views, in their order
   */
  public ShellViewModel(BackgroundWork work, List<String> tabs) {
    this.work = work;
    this.tabs = List.copyOf(tabs);
    this.selected = new SimpleStringProperty(tabs.getFirst());
  }

  public BackgroundWork work() {
    return work;
  }

  public List<String> tabs() {
    return tabs;
  }

  /** Name of the view shown. */
  public StringProperty selectedProperty() {
    return selected;
  }

  /** Shows a view; a name that is none changes nothing. */
  public void select(String tab) {
    if (tabs.contains(tab)) {
      selected.set(tab);
    }
  }

  /** Whether the lines for newcomers were closed. */
  public BooleanProperty hintsClosedProperty() {
    return hintsClosed;
  }

  /** Whether any stored price was made by the demo market. */
  public BooleanProperty simulatedProperty() {
    return simulated;
  }

  /** What data there is. */
  public ReadOnlyStringProperty dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** How much of it. */
  public ReadOnlyStringProperty dataNoteProperty() {
    return dataNote.getReadOnlyProperty();
  }

  /** What went wrong outside of the views; empty if nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void tell(String what) {
    problem.set(what);
  }

  public void closeProblem() {
    problem.set("");
  }

  /** Reads what data there is. */
  public void readMarket(MarketStore market) {
    work.startQuiet(market::instruments, this::show, failure -> data.set("unreadable"));
  }

  private void show(List<Instrument> instruments) {
    long made = instruments.stream().filter(Instrument::simulated).count();
    simulated.set(made > 0);
    data.set(
        instruments.isEmpty()
            ? "none"
            : made == instruments.size()
                ? "Demo market"
                : made == 0 ? "Imported" : "Imported and demo market");
    dataNote.set(Numbers.count(instruments.size()) + " instruments");
  }

  public void add(Action action) {
    actions.add(action);
  }

  /** Actions whose name holds all words typed. */
  public List<Action> matching(String typed) {
    String[] words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return actions.stream()
        .filter(
            action -> {
              String name = action.name().toLowerCase(Locale.ROOT);
              for (String word : words) {
                if (!name.contains(word)) {
                  return false;
                }
              }
              return true;
            })
        .toList();
  }
}
