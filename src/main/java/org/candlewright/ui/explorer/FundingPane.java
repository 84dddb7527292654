package org.candlewright.ui.explorer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.ProblemStrip;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.table.Tables;
import org.candlewright.ui.theme.Appearance;

/** The ranking of perpetuals with its filters and assumptions. */
final class FundingPane extends VBox {
  private final FundingViewModel model;
  private final SaveTable save;
  private final List<Column<FundingRow>> columns = FundingColumns.all();
  private final Set<String> hidden = new TreeSet<>(FundingColumns.HIDDEN);
  private final TableView<FundingRow> table;
  private final HBox toolbar = Nodes.bar("toolbar");
  private final MenuButton chooser = new MenuButton("Columns");

  FundingPane(FundingViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    this.save = save;
    getStyleClass().add("panel");
    table =
        Tables.view(
            columns,
            "Settled funding rates are ranked here, once some are stored: drop a CSV file on Data.",
            appearance);
    fillTable();
    fillChooser();
    toolbar
        .getChildren()
        .addAll(
            filter(),
            slider("positive", "Positive at least", model.leastPositiveProperty(), 100, " %"),
            slider("turnover", "Turnover at least", model.leastTurnoverProperty(), 1_000, " m"),
            slider("days", "Days at least", model.leastDaysProperty(), 365, ""));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            toolbar,
            new ProblemStrip(
                "ranking-failed", model.problemProperty(), save::openLog, model::closeProblem),
            head(),
            assumptions(),
            table);
  }

  /** Where the tabs of the view go. */
  HBox toolbar() {
    return toolbar;
  }

  private TextField filter() {
    TextField filter = new TextField();
    filter.setId("funding-filter");
    filter.setPromptText("Filter: btc");
    filter.setPrefWidth(118);
    filter.setMinWidth(96);
    filter.textProperty().bindBidirectional(model.filterProperty());
    return filter;
  }

  private static HBox slider(
      String id, String name, DoubleProperty value, double most, String unit) {
    Slider slider = new Slider(0, most, value.get());
    slider.setId("least-" + id);
    slider.getStyleClass().add("threshold");
    slider.valueProperty().bindBidirectional(value);
    slider.setMinWidth(44);
    slider.setPrefWidth(76);
    HBox.setHgrow(slider, Priority.SOMETIMES);
    Label shown = Nodes.label("", "small", "number");
    shown
        .textProperty()
        .bind(Bindings.createStringBinding(() -> Math.round(value.get()) + unit, value));
    shown.setMinWidth(38);
    HBox row = Nodes.row(6, Nodes.label(name, "small", "soft"), slider, shown);
    HBox.setHgrow(row, Priority.SOMETIMES);
    return row;
  }

  private HBox head() {
    Label sentence = Nodes.label("", "headline");
    sentence.setId("funding-sentence");
    sentence.textProperty().bind(model.sentenceProperty());
    Label note =
        Nodes.paragraph("Rates in bps per settlement. Net: after four fills.", "small", "faint");
    note.setMinWidth(0);
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setMaxWidth(Double.MAX_VALUE);
    Label count = Nodes.label("", "small", "number", "soft");
    count.setId("funding-count");
    StringExpression shown =
        Bindings.concat(
            Bindings.size(model.shown()).asString(),
            " of ",
            Bindings.size(model.rows()).asString());
    count.textProperty().bind(shown);
    chooser.setId("funding-columns");
    chooser.setMinWidth(Region.USE_PREF_SIZE);
    return Nodes.bar(
        "explorer-head",
        sentence,
        note,
        count,
        chooser,
        Nodes.button(
            "Export CSV",
            () -> save.save("funding.csv", () -> Tables.csv(columns, table.getItems()))));
  }

  private HBox assumptions() {
    AssumptionsViewModel assumed = model.assumptions();
    ComboBox<String> fees = new ComboBox<>();
    fees.setId("funding-fees");
    fees.getItems().setAll(AssumptionsViewModel.feeChoices());
    fees.valueProperty().bindBidirectional(assumed.feesProperty());
    fees.setMinWidth(118);
    fees.setPrefWidth(136);
    Label wrong = Nodes.paragraph("", "small", "loss");
    wrong.setId("funding-problem");
    wrong.textProperty().bind(assumed.problemProperty());
    HBox.setHgrow(wrong, Priority.ALWAYS);
    return Nodes.bar(
        "assumptions",
        field("funding-size", "Size", assumed.sizeProperty(), 78, "quote a leg", ""),
        field("funding-days-held", "Held", assumed.daysProperty(), 48, "days", ""),
        Nodes.row(6, Nodes.label("Fees", "small", "soft"), fees),
        field(
            "funding-half-spread",
            "Half spread",
            assumed.halfSpreadProperty(),
            64,
            "bps",
            "tier’s"),
        field("funding-slippage", "Slippage", assumed.slippageProperty(), 64, "bps", "tier’s"),
        wrong);
  }

  private static HBox field(
      String id, String name, StringProperty text, double width, String unit, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.getStyleClass().add("number");
    field.setPrefWidth(width);
    field.setMinWidth(width);
    field.textProperty().bindBidirectional(text);
    return Nodes.row(
        6, Nodes.label(name, "small", "soft"), field, Nodes.label(unit, "small", "faint"));
  }

  private void fillTable() {
    table.setId("funding-table");
    SortedList<FundingRow> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setRowFactory(ignored -> new NotedRow());
    sorted.addListener((ListChangeListener<FundingRow>) change -> fit());
    table.widthProperty().addListener((property, before, now) -> fit());
    Tables.select(table, model.selectedProperty());
  }

  private void fillChooser() {
    for (Column<FundingRow> column : columns) {
      if (!column.title().isEmpty() && !column.key().equals("instrument")) {
        CheckMenuItem item = new CheckMenuItem(column.title());
        item.setSelected(!hidden.contains(column.key()));
        item.setOnAction(event -> setHidden(column.key(), !item.isSelected()));
        item.setId("column-" + column.key());
        chooser.getItems().add(item);
      }
    }
  }

  private void setHidden(String key, boolean hide) {
    if (hide) {
      hidden.add(key);
    } else {
      hidden.remove(key);
    }
    fit();
  }

  private void fit() {
    Set<String> without = new TreeSet<>(hidden);
    if (table.getItems().stream().allMatch(row -> row.why().isEmpty())) {
      without.add("why");
    }
    if (table.getItems().stream().map(row -> row.id().venue()).distinct().count() < 2) {
      without.add("venue");
    }
    // What somebody asked for stays where something else can go.
    List<String> asked =
        FundingColumns.HIDDEN.stream().filter(key -> !hidden.contains(key)).toList();
    List<String> droppable =
        FundingColumns.DROPPABLE.stream()
            .filter(key -> asked.stream().noneMatch(each -> each.startsWith(key)))
            .toList();
    Tables.fit(table, columns, droppable, without);
  }

  /** Keys of the columns not shown, for the next start. */
  String hiddenColumns() {
    return String.join(" ", hidden);
  }

  void hideColumns(String keys) {
    hidden.clear();
    hidden.addAll(keys.isBlank() ? List.of() : List.of(keys.split(" ")));
    for (var item : chooser.getItems()) {
      if (item instanceof CheckMenuItem check && check.getId() != null) {
        check.setSelected(!hidden.contains(check.getId().substring("column-".length())));
      }
    }
    fit();
  }

  Node table() {
    return table;
  }

  /** A row that tells under the mouse what there is to know about its figures. */
  private static final class NotedRow extends TableRow<FundingRow> {
    @Override
    protected void updateItem(FundingRow row, boolean empty) {
      super.updateItem(row, empty);
      setTooltip(
          empty || row == null || row.summary().note().isEmpty()
              ? null
              : new Tooltip(row.id() + ": " + row.summary().note()));
    }
  }
}
