package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.candlewright.export.RunReport;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.format.Numbers;

/** Returns by month and year, one row a year, as a heat map. */
final class PeriodGrid extends ScrollPane {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final double ROW = 24;
  private static final int MOST_ROWS = 5;
  private static final BigDecimal STRONG = new BigDecimal("0.05");
  private static final BigDecimal WEAK = new BigDecimal("0.005");

  private final GridPane grid = new GridPane();

  PeriodGrid() {
    getStyleClass().addAll("panel", "line-above", "period-grid");
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(USE_PREF_SIZE);
    for (int column = 0; column <= MONTHS.size() + 1; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHgrow(Priority.ALWAYS);
      width.setPercentWidth(column == 0 ? 10 : column > MONTHS.size() ? 9 : 6.75);
      grid.getColumnConstraints().add(width);
    }
  }

  void show(RunReport report) {
    grid.getChildren().clear();
    head();
    Map<String, RunReport.PeriodRow> periods =
        report.periods().stream()
            .collect(Collectors.toMap(RunReport.PeriodRow::period, Function.identity()));
    List<String> years =
        report.periods().stream()
            .map(RunReport.PeriodRow::period)
            .filter(period -> !period.contains("-"))
            .toList();
    for (int i = 0; i < years.size(); i++) {
      row(i + 1, years.get(i), periods);
    }
    setPrefHeight(ROW * (Math.min(years.size(), MOST_ROWS) + 1) + 1);
    Nodes.show(this, !years.isEmpty());
  }

  private void head() {
    grid.add(cell("Return, %", "period-head", "words"), 0, 0);
    for (int month = 1; month <= MONTHS.size(); month++) {
      grid.add(cell(MONTHS.get(month - 1), "period-head"), month, 0);
    }
    grid.add(cell("Year", "period-head"), MONTHS.size() + 1, 0);
  }

  private void row(int row, String year, Map<String, RunReport.PeriodRow> periods) {
    grid.add(cell(year, "words"), 0, row);
    for (int month = 1; month <= MONTHS.size(); month++) {
      YearMonth which = YearMonth.of(Integer.parseInt(year), month);
      RunReport.PeriodRow period = periods.get(which.toString());
      if (period != null) {
        String part = period.days() < which.lengthOfMonth() ? "*" : "";
        grid.add(cell(text(period) + part, "number", heat(period.rateOfReturn())), month, row);
      }
    }
    Optional.ofNullable(periods.get(year))
        .ifPresent(
            period -> grid.add(cell(text(period), "number", "total"), MONTHS.size() + 1, row));
  }

  private static String text(RunReport.PeriodRow period) {
    return Numbers.percentChange(period.rateOfReturn(), 1);
  }

  private static String heat(Optional<BigDecimal> rate) {
    BigDecimal size = rate.orElse(BigDecimal.ZERO).abs();
    if (size.compareTo(WEAK) < 0) {
      return "heat-zero";
    }
    return (rate.orElseThrow().signum() > 0 ? "heat-gain-" : "heat-loss-")
        + (size.compareTo(STRONG) < 0 ? 1 : 2);
  }

  private static Label cell(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().add("period");
    label.getStyleClass().addAll(styles);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(ROW);
    label.setPrefHeight(ROW);
    return label;
  }
}
