package org.candlewright.ui.builder;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
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
import org.candlewright.export.RunReport;

/** What came of a run. */
public final class ResultViewModel {
  /** What the pane shows. */
  public enum State {
    EMPTY,
    SHOWN,
    LOADING,
    FAILED
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<ResultContent>> content =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper timing = new ReadOnlyStringWrapper("");
  private final ObservableList<InstrumentLine> lines = FXCollections.observableArrayList();
  private final ObservableList<RunReport.TradeRow> trades = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<InstrumentLine>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private final StringProperty progressText = new SimpleStringProperty("");

  ResultViewModel() {
    selected.addListener((property, before, now) -> showTrades());
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<ResultContent>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<RunReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** What went wrong and what to do about it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How long the run took, or that it was stored. */
  public ReadOnlyStringProperty timingProperty() {
    return timing.getReadOnlyProperty();
  }

  public ObservableList<InstrumentLine> lines() {
    return lines;
  }

  /** Trades of the selected instrument, of all if none is. */
  public ObservableList<RunReport.TradeRow> trades() {
    return trades;
  }

  public ObjectProperty<Optional<InstrumentLine>> selectedProperty() {
    return selected;
  }

  /** Share done of the run being made. */
  public DoubleProperty progressProperty() {
    return progress;
  }

  public StringProperty progressTextProperty() {
    return progressText;
  }

  void loading() {
    problem.set("");
    state.set(State.LOADING);
  }

  void show(ResultContent made, String took) {
    selected.set(Optional.empty());
    content.set(Optional.of(made));
    report.set(Optional.of(made.report()));
    showTrades();
    lines.setAll(made.lines());
    timing.set(took);
    state.set(State.SHOWN);
  }

  void fail(String why) {
    problem.set(why);
    state.set(State.FAILED);
  }

  /** Back to what was there before: the run was cancelled. */
  void stop() {
    state.set(report.get().isPresent() ? State.SHOWN : State.EMPTY);
  }

  void closeProblem() {
    problem.set("");
    stop();
  }

  private void showTrades() {
    List<RunReport.TradeRow> all = report.get().map(RunReport::trades).orElse(List.of());
    trades.setAll(
        selected
            .get()
            .filter(line -> !line.total())
            .map(line -> all.stream().filter(trade -> trade.symbol().equals(line.name())).toList())
            .orElse(all));
  }
}
