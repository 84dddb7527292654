package org.candlewright.ui.explorer;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.ScreeningStore.Finding;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.format.Times;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.table.Tables;
import org.candlewright.ui.theme.Appearance;

/** Pairs in a table, and one of them over time. */
final class PairsPane extends VBox {
  private static final int SESSIONS_SHOWN = 4;

  private final PairsViewModel model;
  private final List<Column<PairRow>> columns;
  private final TableView<PairRow> table;
  private final Label sentence = Nodes.label("", "headline");
  private final Label name = Nodes.label("", "headline");
  private final Label about = Nodes.paragraph("", "small", "faint");
  private final Label note = Nodes.paragraph("", "small", "warning");
  private final Label history = Nodes.paragraph("", "small", "soft");
  private final PairCharts charts;
  private final Button backtest;

  /** A disabled button has no tooltip of its own. */
  private final StackPane backtestHolder;

  private final Tooltip whether = new Tooltip();

  PairsPane(PairsViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    columns =
        PairColumns.of(
            () ->
                model
                    .screeningProperty()
                    .get()
                    .map(shown -> shown.session().question().timeframe())
                    .orElse(Timeframe.ONE_HOUR));
    table =
        Tables.view(
            columns, "Pairs stand here once a universe of two or more is screened.", appearance);
    charts = new PairCharts(appearance.tokensProperty());
    charts.setMinHeight(170);
    backtest = Nodes.button("Backtest this", model::backtest, "primary");
    backtestHolder = new StackPane(backtest);
    Tooltip.install(backtestHolder, whether);
    getStyleClass().add("panel");
    fillTable();
    sentence.setId("pairs-sentence");
    name.setId("pair-name");
    note.setId("pair-note");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setVgrow(charts, Priority.ALWAYS);
    table.setPrefHeight(240);
    table.setMinHeight(110);
    charts.setPrefHeight(360);
    getChildren().addAll(head(save), table, detailHead(), line(note), charts, line(history));
    model.screeningProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    model.contentProperty().addListener((property, before, now) -> show(now));
    show(model.contentProperty().get());
    model.screeningProperty().get().ifPresent(this::show);
  }

  private HBox head(SaveTable save) {
    TextField filter = new TextField();
    filter.setId("pair-filter");
    filter.setPromptText("Filter: link");
    filter.setPrefWidth(110);
    filter.setMinWidth(80);
    filter.textProperty().bindBidirectional(model.filterProperty());
    return Nodes.bar(
        "toolbar",
        sentence,
        Nodes.spring(),
        filter,
        Nodes.button(
            "Export CSV",
            () -> save.save("pairs.csv", () -> Tables.csv(columns, table.getItems()))));
  }

  private HBox detailHead() {
    backtest.setId("backtest-pair");
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox head = Nodes.bar("detail-head", name, about, backtestHolder);
    head.getStyleClass().add("line-above");
    return head;
  }

  private static HBox line(Label label) {
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = Nodes.bar("detail-note", label);
    line.visibleProperty().bind(label.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private void fillTable() {
    table.setId("pair-table");
    SortedList<PairRow> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setRowFactory(ignored -> new NotedRow());
    sorted.addListener((ListChangeListener<PairRow>) change -> fit());
    table.widthProperty().addListener((property, before, now) -> fit());
    Tables.select(table, model.selectedProperty());
  }

  private void fit() {
    Tables.fit(table, columns, PairColumns.DROPPABLE);
  }

  private void show(PairsViewModel.Screening screening) {
    sentence.setText(ScreeningPane.sentence(screening));
    fit();
  }

  private void show(Optional<PairContent> content) {
    name.setText(content.map(shown -> PairText.name(shown.row())).orElse(""));
    note.setText(
        content
            .map(shown -> shown.row().note())
            .filter(text -> !text.isEmpty())
            .map(text -> "! " + text)
            .orElse(""));
    about.setText(content.map(PairsPane::about).orElse(""));
    String why = model.notBacktested();
    backtest.setDisable(!why.isEmpty());
    whether.setText(
        why.isEmpty() ? "Fills Builder with the pairs strategy on these two perpetuals." : why);
    history.setText(content.map(PairsPane::history).orElse(""));
    content.filter(shown -> shown.lines().isPresent()).ifPresentOrElse(charts::show, charts::clear);
  }

  private static String about(PairContent content) {
    Optional<PairFigures> figures = content.row().figures();
    if (figures.isEmpty()) {
      return "";
    }
    PairFigures known = figures.get();
    String text =
        "ADF "
            + PairText.change(known.test().statistic(), 2)
            + ", lag "
            + known.test().lag()
            + ", half-life "
            + PairText.halfLife(known.halfLife(), content.question().timeframe());
    return content
        .lines()
        .map(
            lines ->
                text
                    + ", mean crossings "
                    + lines.spread().crossings()
                    + ", beyond ±2 in "
                    + PairText.fixed(lines.spread().beyondTwo() * 100, 1)
                    + " % of bars")
        .orElse(text + "; its bars are no longer stored");
  }

  private static String history(PairContent content) {
    List<Finding> found = content.history();
    if (found.size() < 2) {
      return "";
    }
    StringBuilder text = new StringBuilder("In " + found.size() + " screenings: ");
    for (Finding finding : found.subList(0, Math.min(SESSIONS_SHOWN, found.size()))) {
      text.append(Times.minute(finding.session().madeMillis(), java.time.ZoneOffset.UTC))
          .append(" ")
          .append(finding.session().question().timeframe())
          .append(
              finding
                  .row()
                  .figures()
                  .map(
                      known ->
                          " p "
                              + PairText.fixed(known.test().pValue(), 4)
                              + ", hedge "
                              + PairText.fixed(known.test().hedgeRatio(), 3)
                              + (finding.row().passes() ? " ✓" : ""))
                  .orElse(" not tested"))
          .append("; ");
    }
    return text.substring(0, text.length() - 2);
  }

  /** A row that tells under the mouse why it has no figures. */
  private static final class NotedRow extends TableRow<PairRow> {
    @Override
    protected void updateItem(PairRow row, boolean empty) {
      super.updateItem(row, empty);
      setTooltip(empty || row == null || row.note().isEmpty() ? null : new Tooltip(row.note()));
    }
  }
}
