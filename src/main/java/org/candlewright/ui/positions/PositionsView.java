package org.candlewright.ui.positions;

import java.util.List;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.ProblemStrip;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.Shortcut;
import org.candlewright.ui.View;
import org.candlewright.ui.chart.EquityChart;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.table.Tables;
import org.candlewright.ui.theme.Appearance;

/** What a session on paper holds, its orders and fills, its day, and what was not let through. */
public final class PositionsView implements View {
  private static final Duration LOOK = Duration.millis(100);

  private final PositionsViewModel model;
  private final Appearance appearance;
  private final SaveTable save;
  private final VBox root = new VBox();
  private final EquityChart chart;

  public PositionsView(PositionsViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    this.appearance = appearance;
    this.save = save;
    this.chart = new EquityChart(appearance.tokensProperty());
    root.getStyleClass().addAll("positions", "panel");
    TableView<PositionRow> positions =
        table(
            "positions",
            PositionColumns.positions(),
            model.positions(),
            "Nothing is held. A session that is started above trades on simulated fills, under the"
                + " limits of the guarded profile.");
    positions.setId("positions-table");
    PositionDetail detail =
        new PositionDetail(model, positions.getSelectionModel().selectedItemProperty());
    VBox upper = new VBox(positions, detail);
    VBox.setVgrow(positions, Priority.ALWAYS);
    SplitPane lower = new SplitPane(left(), right());
    lower.setDividerPositions(0.5);
    SplitPane both = new SplitPane(upper, lower);
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(0.42);
    VBox.setVgrow(both, Priority.ALWAYS);
    root.getChildren()
        .addAll(
            new ProblemStrip(
                "session-problem", model.problemProperty(), save::openLog, model::closeProblem),
            new SessionBar(model),
            both);
    model.todayProperty().addListener((property, before, now) -> showToday());
    Timeline look = new Timeline(new KeyFrame(LOOK, event -> model.refresh()));
    look.setCycleCount(Timeline.INDEFINITE);
    model
        .runningProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                look.play();
              } else {
                look.stop();
              }
            });
    model.readSessions();
  }

  private Region left() {
    SplitPane split =
        new SplitPane(
            titled(
                "Open orders",
                "orders",
                PositionColumns.orders(),
                model.orders(),
                "No order works."),
            titled(
                "Recent fills", "fills", PositionColumns.fills(), model.fills(), "No fill yet."));
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.4);
    return split;
  }

  private Region right() {
    StackPane today = new StackPane(chart);
    today.setMinHeight(120);
    Label empty = Nodes.label("Equity since midnight shows here.", "small", "faint");
    empty
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.todayProperty().get().isEmpty(), model.todayProperty()));
    today.getChildren().add(empty);
    VBox day = new VBox(head("Today", "from 00:00 UTC"), today);
    VBox.setVgrow(today, Priority.ALWAYS);
    SplitPane split =
        new SplitPane(
            day,
            titled(
                "Blocked signals",
                "blocked",
                PositionColumns.blocked(),
                model.blocked(),
                "No entry was kept from leaving."));
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.6);
    return split;
  }

  private static HBox head(String title, String note) {
    return Nodes.bar(
        "panel-head", Nodes.label(title, "strong"), Nodes.label(note, "small", "faint"));
  }

  private <R> VBox titled(
      String title, String id, List<Column<R>> columns, ObservableList<R> rows, String whenEmpty) {
    TableView<R> table = table(id, columns, rows, whenEmpty);
    table.setId(id + "-table");
    Label count = Nodes.label("", "small", "number", "faint");
    count.textProperty().bind(Bindings.size(rows).asString());
    HBox head =
        Nodes.bar(
            "panel-head",
            Nodes.label(title, "strong"),
            count,
            Nodes.spring(),
            Nodes.button(
                "CSV",
                () -> save.save(id + ".csv", () -> Tables.csv(columns, List.copyOf(rows))),
                "quiet"));
    VBox.setVgrow(table, Priority.ALWAYS);
    return new VBox(head, table);
  }

  private <R> TableView<R> table(
      String id, List<Column<R>> columns, ObservableList<R> rows, String whenEmpty) {
    TableView<R> table = Tables.view(columns, whenEmpty, appearance);
    table.setItems(rows);
    table.setMinHeight(60);
    Runnable fit = () -> Tables.fit(table, columns, PositionColumns.DROPPABLE);
    table.widthProperty().addListener((property, before, now) -> fit.run());
    rows.addListener((ListChangeListener<R>) change -> fit.run());
    return table;
  }

  private void showToday() {
    var account = model.accountProperty().get();
    var day = model.todayProperty().get();
    if (day.isEmpty() || day.get().points() == 0) {
      chart.clear();
      return;
    }
    SessionWatch.Today points = day.get();
    double scale = model.moneyUnit();
    double[] values = new double[points.points()];
    for (int i = 0; i < values.length; i++) {
      values[i] = points.equity()[i] / scale;
    }
    chart.show(
        EquityChart.Content.of(
            Series.of(points.times(), values),
            points.start() / scale,
            account.map(PositionsViewModel.Account::currency).orElse(""),
            List.of()));
  }

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public String title() {
    return "Positions";
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public String hint() {
    return "Start a strategy on paper: bars of the demo market come as a live feed brings them."
        + " Select a position to see why it was opened.";
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(new Shortcut("Ctrl+Shift+K", "Kill switch: cancel, close everything, lock"));
  }

  @Override
  public ReadOnlyBooleanProperty busyProperty() {
    return model.startingProperty();
  }

  @Override
  public Map<String, String> state() {
    return Map.of(
        "strategy", model.form().strategyProperty().get(),
        "instruments", model.form().instrumentsProperty().get(),
        "capital", model.form().capitalProperty().get());
  }

  @Override
  public void restore(Map<String, String> state) {
    if (model.strategies().contains(state.getOrDefault("strategy", ""))) {
      model.form().strategyProperty().set(state.get("strategy"));
    }
    model
        .form()
        .instrumentsProperty()
        .set(state.getOrDefault("instruments", model.form().instrumentsProperty().get()));
    model
        .form()
        .capitalProperty()
        .set(state.getOrDefault("capital", model.form().capitalProperty().get()));
  }
}
