package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.theme.Appearance;
import org.controlsfx.control.SegmentedButton;

/** One perpetual's funding: over time, added up, distributed, by hour, in figures. */
final class FundingDetailPane extends VBox {
  private static final double LEAST_CHART = 70;

  /** From here on a yield's decimals say nothing. */
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FundingViewModel model;
  private final Label name = Nodes.label("", "headline");
  private final Label about = Nodes.label("", "small", "faint");
  private final Label figure = Nodes.label("", "figure");
  private final Button backtest;
  private final Label note = Nodes.paragraph("", "small", "warning");
  private final RateHistoryChart history;
  private final CumulativeChart cumulative;
  private final HistogramChart histogram;
  private final PatternChart pattern;
  private final ToggleButton hours = new ToggleButton("Hour");
  private final ToggleButton weekdays = new ToggleButton("Weekday");
  private final Label settled = Nodes.label("", "small", "faint");
  private final GridPane figures = new GridPane();
  private final VBox charts = new VBox();

  FundingDetailPane(FundingViewModel model, Appearance appearance) {
    this.model = model;
    history = new RateHistoryChart(appearance.tokensProperty());
    cumulative = new CumulativeChart(appearance.tokensProperty());
    histogram = new HistogramChart(appearance.tokensProperty());
    pattern = new PatternChart(appearance.tokensProperty());
    backtest = Nodes.button("Backtest this", model::backtest, "primary");
    backtest.setId("backtest-this");
    backtest.setMinWidth(Region.USE_PREF_SIZE);
    figure.setMinWidth(Region.USE_PREF_SIZE);
    about.setMinWidth(0);
    name.setId("funding-name");
    name.setMinWidth(60);
    figure.setId("funding-net");
    note.setId("funding-note");
    getStyleClass().addAll("panel", "explorer-detail");
    fillCharts();
    getChildren().addAll(head(), noteLine(), charts);
    VBox.setVgrow(charts, Priority.ALWAYS);
    model.contentProperty().addListener((property, before, now) -> show(now));
    model
        .assumptions()
        .problemProperty()
        .addListener((property, before, now) -> showWhetherTestable());
    show(model.contentProperty().get());
  }

  private HBox head() {
    VBox words = new VBox(2, name, about);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox unit =
        new VBox(Nodes.label("% net", "small", "faint"), Nodes.label("a year", "small", "faint"));
    unit.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    // A disabled button has no tooltip of its own.
    StackPane holder = new StackPane(backtest);
    holder.setId("backtest-holder");
    return Nodes.bar("detail-head", words, Nodes.spring(), figure, unit, holder);
  }

  private HBox noteLine() {
    HBox.setHgrow(note, Priority.ALWAYS);
    HBox line = Nodes.bar("detail-note", note);
    line.visibleProperty().bind(note.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private void fillCharts() {
    HBox lower =
        new HBox(
            part(titled("Distribution", "by bps"), histogram),
            verticalLine(),
            part(patternHead(), pattern));
    lower.getChildren().stream()
        .filter(VBox.class::isInstance)
        .forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
    VBox.setVgrow(lower, Priority.ALWAYS);
    figures.getStyleClass().add("figures");
    charts
        .getChildren()
        .addAll(
            part(historyHead(), history),
            part(titled("Cumulative funding", "% of notional, paid to a short"), cumulative),
            lower,
            statisticsHead(),
            figures);
  }

  private static Region verticalLine() {
    Region line = new Region();
    line.getStyleClass().add("vertical-line");
    return line;
  }

  private static VBox part(Node head, Region chart) {
    chart.setMinHeight(LEAST_CHART);
    chart.setPrefHeight(LEAST_CHART);
    chart.setPrefWidth(120);
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox part = new VBox(head, chart);
    VBox.setVgrow(part, Priority.ALWAYS);
    return part;
  }

  private static HBox titled(String title, String note) {
    HBox head =
        Nodes.bar("panel-head", Nodes.label(title, "strong"), Nodes.label(note, "small", "faint"));
    head.getStyleClass().add("line-above");
    return head;
  }

  private HBox statisticsHead() {
    HBox head = Nodes.bar("panel-head", Nodes.label("Statistics", "strong"), settled);
    head.getStyleClass().add("line-above");
    return head;
  }

  private HBox historyHead() {
    HBox head = titled("Rate history", "bps per settlement");
    SegmentedButton spans = segments(span("30 d", 30), span("90 d", 90), span("All", 0));
    spans.getButtons().getLast().setSelected(true);
    head.getChildren().addAll(Nodes.spring(), spans);
    return head;
  }

  private ToggleButton span(String title, long days) {
    ToggleButton button = new ToggleButton(title);
    button.setId("history-" + days);
    button
        .selectedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                history.showLast(days);
              }
            });
    return button;
  }

  private HBox patternHead() {
    SegmentedButton parts = segments(hours, weekdays);
    hours.setSelected(true);
    hours
        .selectedProperty()
        .addListener(
            (property, before, now) -> model.contentProperty().get().ifPresent(this::showPattern));
    HBox head = Nodes.bar("panel-head", parts, Nodes.label("bps / 8 h, 95 %", "small", "faint"));
    head.getStyleClass().add("line-above");
    return head;
  }

  private static SegmentedButton segments(ToggleButton... buttons) {
    SegmentedButton segments = new SegmentedButton(buttons);
    segments.getStyleClass().add("tight");
    for (ToggleButton button : buttons) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    segments
        .getToggleGroup()
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
    return segments;
  }

  private void show(Optional<FundingContent> content) {
    setVisible(content.isPresent());
    content.ifPresent(this::show);
  }

  private void show(FundingContent content) {
    FundingRow row = content.row();
    name.setText(row.symbol());
    about.setText(FundingFigures.about(row));
    Optional<BigDecimal> net = row.yieldPercent(FundingYield::net);
    figure.setText(
        net.map(value -> Numbers.change(value, value.abs().compareTo(HUNDRED) < 0 ? 2 : 0))
            .orElse(Numbers.UNKNOWN));
    figure.getStyleClass().removeAll("gain", "loss");
    net.ifPresent(value -> figure.getStyleClass().add(value.signum() >= 0 ? "gain" : "loss"));
    settled.setText(FundingFigures.settled(row));
    note.setText(row.summary().note().isEmpty() ? "" : "! " + row.summary().note());
    boolean any = content.rates().size() > 0;
    Nodes.show(charts, any);
    showWhetherTestable();
    if (any) {
      history.show(content.rates());
      cumulative.show(content);
      histogram.show(content);
      showPattern(content);
      showFigures(content);
    }
  }

  private void showWhetherTestable() {
    String why = model.notBacktested();
    backtest.setDisable(!why.isEmpty());
    if (backtest.getParent() instanceof StackPane holder) {
      Tooltip.install(
          holder,
          new Tooltip(
              why.isEmpty() ? "Fills Builder with a carry on this perpetual and its spot." : why));
    }
  }

  private void showPattern(FundingContent content) {
    pattern.show(
        hours.isSelected()
            ? PatternChart.Slots.byHour(content.detail().byHour())
            : PatternChart.Slots.byWeekday(content.detail().byWeekday()));
  }

  private void showFigures(FundingContent content) {
    figures.getChildren().clear();
    figures.getColumnConstraints().clear();
    for (int column = 0; column < 4; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHgrow(column % 2 == 0 ? Priority.ALWAYS : Priority.NEVER);
      constraints.setHalignment(
          column % 2 == 0 ? javafx.geometry.HPos.LEFT : javafx.geometry.HPos.RIGHT);
      figures.getColumnConstraints().add(constraints);
    }
    var lines = FundingFigures.of(content);
    int half = (lines.size() + 1) / 2;
    for (int i = 0; i < lines.size(); i++) {
      FundingFigures.Line line = lines.get(i);
      int column = i < half ? 0 : 2;
      Label value = Nodes.label(line.value(), "small", "number", line.style());
      Label label = Nodes.label(line.name(), "small", "soft");
      if (FundingFigures.HELP.containsKey(line.name())) {
        label.setTooltip(new Tooltip(FundingFigures.HELP.get(line.name())));
      }
      figures.add(label, column, i % half);
      figures.add(value, column + 1, i % half);
    }
  }
}
