package org.candlewright.ui.builder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candlewright.export.RunReport;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.table.Tables;
import org.candlewright.ui.theme.Appearance;

/** The result by instrument, over time and by month. */
final class SummaryPane extends VBox {
  private static final List<String> DROPPABLE = List.of("slippage", "fees", "path", "bar");
  private static final double ROW = 26;
  private static final double HEAD = 25;

  private final ResultViewModel result;
  private final Appearance appearance;
  private final TableView<InstrumentLine> lines;
  private final PeriodGrid periods = new PeriodGrid();
  private final Label note =
      Nodes.paragraph("* part of a month. All, long and short: Metrics", "small", "faint");
  private final Label caution = Nodes.label("", "chip", "warning");
  private List<Column<InstrumentLine>> columns = InstrumentColumns.of("");

  SummaryPane(ResultViewModel result, Appearance appearance) {
    this.result = result;
    this.appearance = appearance;
    lines = Tables.view(columns, "", appearance);
    caution.setId("caution");
    note.setMinWidth(0);
    HBox.setHgrow(note, Priority.ALWAYS);
    EquityPane equity = new EquityPane(result, appearance);
    VBox.setVgrow(equity, Priority.ALWAYS);
    fillLines();
    getChildren()
        .addAll(lines, equity, periods, Nodes.bar("summary-foot", note, Nodes.spring(), caution));
    result.reportProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    result.reportProperty().get().ifPresent(this::show);
  }

  private void show(RunReport report) {
    columns = InstrumentColumns.of(report.currency());
    Tables.change(lines, columns, appearance);
    periods.show(report);
    Nodes.show(note, !report.periods().isEmpty());
    String why = ResultText.caution(report);
    caution.setText("! " + why);
    Nodes.show(caution, !why.isEmpty());
  }

  private void fillLines() {
    lines.setId("instrument-results");
    lines.setItems(FXCollections.observableArrayList());
    result
        .lines()
        .addListener(
            (ListChangeListener<InstrumentLine>)
                change -> {
                  lines.getItems().setAll(result.lines());
                  lines.sort();
                  fit();
                });
    lines.setSortPolicy(SummaryPane::sortTotalLast);
    lines.getSortOrder().add(lines.getColumns().get(2));
    lines.getColumns().get(2).setSortType(TableColumn.SortType.DESCENDING);
    lines.setRowFactory(ignored -> new LineRow());
    lines
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> result.selectedProperty().set(Optional.ofNullable(now)));
    lines.widthProperty().addListener((property, before, now) -> fit());
    lines.setMinHeight(4 * ROW);
    lines.prefHeightProperty().bind(Bindings.size(lines.getItems()).multiply(ROW).add(HEAD));
    lines.setMaxHeight(Region.USE_PREF_SIZE);
  }

  private void fit() {
    Tables.fit(lines, columns, DROPPABLE);
  }

  /** Sorts by the heads clicked; the sum stays where sums stand. */
  private static boolean sortTotalLast(TableView<InstrumentLine> table) {
    Comparator<InstrumentLine> order = Comparator.comparing(InstrumentLine::total);
    Comparator<InstrumentLine> chosen = table.getComparator();
    table.getItems().sort(chosen == null ? order : order.thenComparing(chosen));
    return true;
  }

  /** What the table shows, as CSV. */
  byte[] csv() {
    return Tables.csv(columns, lines.getItems());
  }

  private static final class LineRow extends TableRow<InstrumentLine> {
    @Override
    protected void updateItem(InstrumentLine line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().remove("total");
      if (!empty && line != null && line.total()) {
        getStyleClass().add("total");
      }
    }
  }
}
