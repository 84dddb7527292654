package org.candlewright.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.candlewright.export.Csv;
import org.candlewright.ui.theme.Appearance;

/** Makes tables and files from the same columns. */
public final class Tables {
  private static final double ROW = 26;
  private static final double PADDING = 18;
  private static final double SORT_ARROW = 14;
  private static final double SCROLL_BAR = 8;

  /** The widest that words in a cell are set in. */
  private static final Font STRONG = Font.font("Inter Semi Bold", 13);

  /** Width of a character in a cell of numbers. */
  private static final double CHARACTER = 7.9;

  private static final double HEAD_CHARACTER = 5.9;
  private static final int MEASURED = 400;

  private Tables() {}

  /** A sortable table. */
  public static <R> TableView<R> view(
      List<Column<R>> columns, String whenEmpty, Appearance appearance) {
    TableView<R> table = new TableView<>();
    for (Column<R> column : columns) {
      table.getColumns().add(column(column, appearance));
    }
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    Label placeholder = new Label(whenEmpty);
    placeholder.setWrapText(true);
    table.setPlaceholder(placeholder);
    return table;
  }

  private static <R> TableColumn<R, R> column(Column<R> column, Appearance appearance) {
    TableColumn<R, R> out = new TableColumn<>();
    out.setPrefWidth(column.width());
    out.setReorderable(false);
    out.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    if (column.words()) {
      out.getStyleClass().add("words");
    }
    fill(out, column, appearance);
    return out;
  }

  private static <R> void fill(TableColumn<R, R> out, Column<R> column, Appearance appearance) {
    out.setText(column.title());
    out.setId(column.key());
    out.setComparator(column.order());
    out.setCellFactory(
        ignored ->
            column
                .drawing()
                .<TableCell<R, R>>map(drawing -> new DrawnCell<>(drawing, appearance))
                .orElseGet(() -> new StyledCell<>(column)));
  }

  /**
   * Shows the same columns in another currency; how the table is sorted stays.
   *
   * @param columns as many as it was made with, in the same order
   */
  @SuppressWarnings("unchecked") // made with these types here
  public static <R> void change(
      TableView<R> table, List<Column<R>> columns, Appearance appearance) {
    for (int i = 0; i < columns.size(); i++) {
      fill((TableColumn<R, R>) table.getColumns().get(i), columns.get(i), appearance);
    }
  }

  /**
   * Makes columns as wide as their longest text and hides those that then have no room, the first
   * named first: nothing is ever cut.
   *
   * @param droppable beginnings of the keys of columns that may go
   */
  public static <R> void fit(TableView<R> table, List<Column<R>> columns, List<String> droppable) {
    fit(table, columns, droppable, Set.of());
  }

  /**
   * Likewise.
   *
   * @param hidden keys of columns that nobody wants to see
   */
  public static <R> void fit(
      TableView<R> table, List<Column<R>> columns, List<String> droppable, Set<String> hidden) {
    double needed = 0;
    for (int i = 0; i < columns.size(); i++) {
      boolean wanted = !hidden.contains(columns.get(i).key());
      double width = wanted ? needed(columns.get(i), table.getItems()) : 0;
      table.getColumns().get(i).setMinWidth(width);
      table.getColumns().get(i).setVisible(wanted);
      needed += width;
    }
    for (String key : droppable) {
      if (needed <= table.getWidth() - SCROLL_BAR || table.getWidth() == 0) {
        return;
      }
      for (TableColumn<R, ?> column : table.getColumns()) {
        if (column.getId().startsWith(key) && column.isVisible()) {
          column.setVisible(false);
          needed -= column.getMinWidth();
        }
      }
    }
  }

  private static <R> double needed(Column<R> column, List<R> rows) {
    double head = column.title().length() * HEAD_CHARACTER + PADDING + SORT_ARROW;
    if (column.drawing().isPresent()) {
      return Math.max(head, column.width());
    }
    List<String> texts = rows.stream().map(column.text()).toList();
    int most = texts.stream().mapToInt(String::length).max().orElse(0);
    double longest =
        column.words()
            // Capitals are far wider than the rest, so the longest few are measured.
            ? texts.stream()
                .filter(text -> text.length() * 4 >= most * 3)
                .distinct()
                .limit(MEASURED)
                .mapToDouble(Tables::width)
                .max()
                .orElse(0)
            : most * CHARACTER;
    return Math.ceil(Math.max(head, longest + PADDING));
  }

  private static double width(String text) {
    Text measured = new Text(text);
    measured.setFont(STRONG);
    return measured.getLayoutBounds().getWidth();
  }

  /** Lets the row chosen in a table and the one chosen elsewhere be the same; none leaves it. */
  public static <R> void select(TableView<R> table, ObjectProperty<Optional<R>> chosen) {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                chosen.set(Optional.of(now));
              }
            });
    chosen.addListener(
        (property, before, now) ->
            now.filter(row -> row != table.getSelectionModel().getSelectedItem())
                .ifPresent(
                    row -> {
                      table.getSelectionModel().select(row);
                      table.scrollTo(row);
                    }));
  }

  /** Rows as CSV, in the order given. */
  public static <R> byte[] csv(List<Column<R>> columns, List<R> rows) {
    Csv csv = new Csv(written(columns).map(Column::key).toArray(String[]::new));
    for (R row : rows) {
      csv.row(written(columns).map(column -> column.plain().apply(row)).toArray(String[]::new));
    }
    return csv.bytes();
  }

  private static <R> Stream<Column<R>> written(List<Column<R>> columns) {
    return columns.stream().filter(column -> column.drawing().isEmpty());
  }

  private static final class DrawnCell<R> extends TableCell<R, R> {
    private final Column.Drawing<R> drawing;
    private final Appearance appearance;
    private final Canvas canvas = new Canvas();

    DrawnCell(Column.Drawing<R> drawing, Appearance appearance) {
      this.drawing = drawing;
      this.appearance = appearance;
      setGraphic(canvas);
      appearance.tokensProperty().addListener((property, before, now) -> draw());
    }

    @Override
    protected void updateItem(R row, boolean empty) {
      super.updateItem(row, empty);
      draw();
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      double width = getWidth() - snappedLeftInset() - snappedRightInset();
      if (canvas.getWidth() != width || canvas.getHeight() != getHeight() - 1) {
        canvas.setWidth(Math.max(0, width));
        canvas.setHeight(Math.max(0, getHeight() - 1));
        draw();
      }
    }

    // The canvas follows the cell; the cell must not ask for what the canvas has.
    @Override
    protected double computePrefHeight(double width) {
      return ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
      return 0;
    }

    private void draw() {
      GraphicsContext graphics = canvas.getGraphicsContext2D();
      graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      R row = getItem();
      if (!isEmpty() && row != null && canvas.getWidth() > 0) {
        drawing.draw(graphics, canvas.getWidth(), canvas.getHeight(), row, appearance.tokens());
      }
    }
  }

  private static final class StyledCell<R> extends TableCell<R, R> {
    private final Column<R> column;
    private List<String> applied = List.of();

    StyledCell(Column<R> column) {
      this.column = column;
    }

    @Override
    protected void updateItem(R row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll(applied);
      applied = List.of();
      if (empty || row == null) {
        setText("");
        return;
      }
      setText(column.text().apply(row));
      applied = new ArrayList<>(column.styles().apply(row));
      getStyleClass().addAll(applied);
    }
  }
}
