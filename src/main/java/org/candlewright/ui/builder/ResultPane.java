package org.candlewright.ui.builder;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.export.RunReport;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.ProblemStrip;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.table.Tables;
import org.candlewright.ui.theme.Appearance;
import org.controlsfx.control.SegmentedButton;

/** What came of the run: in one sentence, by instrument, trade by trade, in figures. */
final class ResultPane extends VBox {
  private static final List<String> DROPPABLE =
      List.of(
          "slippage",
          "fees",
          "exit_reason",
          "quantity",
          "funding",
          "holding",
          "trade_id",
          "exit_price");

  private final BuilderViewModel model;
  private final ResultViewModel result;
  private final Appearance appearance;
  private final SaveTable save;
  private final List<Column<MetricLine>> metricColumns = MetricLine.columns();
  private List<Column<RunReport.TradeRow>> tradeColumns;
  private final TableView<RunReport.TradeRow> trades;
  private final ObservableList<MetricLine> metricRows = FXCollections.observableArrayList();
  private final TableView<MetricLine> metrics;
  private final ToggleButton summaryTab = new ToggleButton("Summary");
  private final ToggleButton tradesTab = new ToggleButton("Trades");
  private final ToggleButton metricsTab = new ToggleButton("Metrics");
  private final SummaryPane summary;
  private final VBox shown = new VBox();

  ResultPane(BuilderViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    this.result = model.result();
    this.appearance = appearance;
    this.save = save;
    tradeColumns = tradeColumns("");
    trades = Tables.view(tradeColumns, "No trade was made.", appearance);
    metrics = Tables.view(metricColumns, "", appearance);
    metrics.setId("metric-list");
    metrics.setItems(metricRows);
    metrics.widthProperty().addListener((property, before, now) -> fitMetrics());
    summary = new SummaryPane(result, appearance);
    getStyleClass().addAll("panel", "result-pane");
    fillTrades();
    result.reportProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    StackPane content = new StackPane(empty(), shown);
    VBox.setVgrow(content, Priority.ALWAYS);
    shown.getStyleClass().add("panel");
    shown.getChildren().addAll(new ResultHead(result), body());
    getChildren()
        .addAll(
            toolbar(),
            loadingBar(),
            new ProblemStrip(
                "run-problem", result.problemProperty(), save::openLog, result::closeProblem),
            content);
    result.stateProperty().addListener((property, before, now) -> showState(now));
    showState(result.stateProperty().get());
  }

  private void fitTrades() {
    Tables.fit(trades, tradeColumns, DROPPABLE);
  }

  private void fitMetrics() {
    Tables.fit(metrics, metricColumns, List.of("why", "group"));
  }

  private void fillTrades() {
    trades.setId("trade-list");
    SortedList<RunReport.TradeRow> sorted = new SortedList<>(result.trades());
    sorted.comparatorProperty().bind(trades.comparatorProperty());
    trades.setItems(sorted);
    trades.setRowFactory(ignored -> new TradeTableRow());
    trades.setOnKeyPressed(
        event -> {
          RunReport.TradeRow trade = trades.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && trade != null) {
            model.openReplay(trade);
          }
        });
    sorted.addListener((ListChangeListener<RunReport.TradeRow>) change -> fitTrades());
    trades.widthProperty().addListener((property, before, now) -> fitTrades());
  }

  private void show(RunReport report) {
    tradeColumns = tradeColumns(report.currency());
    Tables.change(trades, tradeColumns, appearance);
    fitTrades();
    metricRows.setAll(MetricLine.of(report));
    fitMetrics();
  }

  private List<Column<RunReport.TradeRow>> tradeColumns(String currency) {
    return TradeColumns.of(currency, ZoneId.of("UTC"), () -> result.reportProperty().get());
  }

  private HBox toolbar() {
    SegmentedButton parts = new SegmentedButton(summaryTab, tradesTab, metricsTab);
    summaryTab.setSelected(true);
    summaryTab.setId("part-summary");
    tradesTab.setId("part-trades");
    metricsTab.setId("part-metrics");
    // One part is always shown.
    parts
        .getToggleGroup()
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
    var timing = Nodes.label("", "small", "soft");
    timing.textProperty().bind(result.timingProperty());
    var simulated = Nodes.label("Simulated data", "chip");
    simulated.visibleProperty().bind(result.reportProperty().map(ResultPane::isSimulated));
    simulated.managedProperty().bind(simulated.visibleProperty());
    Button export = Nodes.button("Export CSV", this::export);
    export.setId("export");
    Button replay = Nodes.button("Replay", model::openReplay);
    replay.setId("replay");
    export.disableProperty().bind(result.reportProperty().map(Optional::isEmpty));
    replay.disableProperty().bind(result.reportProperty().map(Optional::isEmpty));
    return Nodes.bar("toolbar", parts, simulated, timing, Nodes.spring(), export, replay);
  }

  private static boolean isSimulated(Optional<RunReport> report) {
    return report.map(RunReport::simulated).orElse(false);
  }

  private ProgressBar loadingBar() {
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("loading-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(result.progressProperty());
    bar.visibleProperty().bind(result.stateProperty().isEqualTo(ResultViewModel.State.LOADING));
    return bar;
  }

  private VBox empty() {
    Button run = Nodes.button("Run", model::run, "primary");
    run.disableProperty().bind(model.readyProperty().not().or(model.runningProperty()));
    Label words = Nodes.paragraph("", "soft");
    words
        .textProperty()
        .bind(
            Bindings.when(model.runningProperty())
                .then("The backtest is being made; its result comes here.")
                .otherwise("The result stands here: profit by instrument, equity, every trade."));
    VBox box = new VBox(words, run);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private StackPane body() {
    summary.visibleProperty().bind(summaryTab.selectedProperty());
    trades.visibleProperty().bind(tradesTab.selectedProperty());
    metrics.visibleProperty().bind(metricsTab.selectedProperty());
    StackPane body = new StackPane(summary, trades, metrics);
    VBox.setVgrow(body, Priority.ALWAYS);
    return body;
  }

  private void showState(ResultViewModel.State state) {
    boolean any = result.reportProperty().get().isPresent();
    shown.setVisible(any);
    shown.setOpacity(state == ResultViewModel.State.LOADING ? 0.6 : 1);
  }

  private void export() {
    result
        .reportProperty()
        .get()
        .ifPresent(
            report -> {
              if (tradesTab.isSelected()) {
                save.save("trades.csv", () -> Tables.csv(tradeColumns, trades.getItems()));
              } else if (metricsTab.isSelected()) {
                save.save("metrics.csv", () -> Tables.csv(metricColumns, metricRows));
              } else {
                save.save("instruments.csv", summary::csv);
              }
            });
  }

  /** Part shown, by the name on its button. */
  String part() {
    return tradesTab.isSelected() ? "trades" : metricsTab.isSelected() ? "metrics" : "summary";
  }

  void showPart(String name) {
    (switch (name) {
          case "trades" -> tradesTab;
          case "metrics" -> metricsTab;
          default -> summaryTab;
        })
        .setSelected(true);
  }

  private final class TradeTableRow extends TableRow<RunReport.TradeRow> {
    TradeTableRow() {
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
              model.openReplay(getItem());
            }
          });
    }
  }
}
