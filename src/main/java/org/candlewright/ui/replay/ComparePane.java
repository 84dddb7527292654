package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.candlewright.analytics.comparison.ResultGap;
import org.candlewright.backtest.RunStore;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.chart.NumberText;

/** Which run lies beside the one shown, where they part, and what the gap is made of. */
final class ComparePane extends HBox {
  private final ReplayViewModel playhead;
  private final CompareViewModel model;
  private final ComboBox<RunStore.Summary> runs = new ComboBox<>();
  private final Label here = Nodes.paragraph("", "small", "soft");
  private final Label first = Nodes.paragraph("", "small", "soft");
  private final Button go = Nodes.button("Go to the first difference", () -> go());
  private final GridPane causes = new GridPane();

  ComparePane(ReplayViewModel playhead, CompareViewModel model) {
    super(20);
    this.playhead = playhead;
    this.model = model;
    setId("compare");
    getStyleClass().add("drawer");
    go.setId("compare-go");
    go.setFocusTraversable(false);
    first.setId("compare-first");
    here.setId("compare-here");
    VBox middle = new VBox(4, first, go);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(left(), middle, causes());
    model.comparisonProperty().addListener((property, before, now) -> show());
    model.thereProperty().addListener((property, before, now) -> words());
    model.problemProperty().addListener((property, before, now) -> show());
    playhead.runProperty().addListener((property, before, now) -> offer());
    playhead.opener().runs().addListener((ListChangeListener<RunStore.Summary>) change -> offer());
    offer();
    show();
  }

  private void go() {
    model.goToDivergence();
  }

  private VBox left() {
    runs.setId("compare-run");
    runs.setPrefWidth(230);
    runs.setMaxWidth(230);
    runs.setPromptText("Compare with…");
    runs.setFocusTraversable(false);
    runs.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(RunStore.Summary run) {
            return run == null ? "" : run.name().isEmpty() ? run.strategy() : run.name();
          }

          @Override
          public RunStore.Summary fromString(String text) {
            return runs.getValue();
          }
        });
    runs.setOnAction(
        event -> {
          if (runs.getValue() != null) {
            model.with(runs.getValue().id());
          }
        });
    Button clear = Nodes.button("End", model::clear, "quiet");
    clear.setId("compare-end");
    clear.setFocusTraversable(false);
    clear
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.comparisonProperty().get().isEmpty(), model.comparisonProperty()));
    VBox left = new VBox(6, Nodes.row(4, runs, clear), here);
    left.setMinWidth(290);
    left.setMaxWidth(290);
    return left;
  }

  private GridPane causes() {
    causes.setId("compare-gap");
    causes.setHgap(8);
    causes.setVgap(1);
    causes.setMinWidth(62 + 84 + 62 + 84 + 3 * 8);
    ColumnConstraints numbers = new ColumnConstraints(84);
    numbers.setHalignment(HPos.RIGHT);
    ColumnConstraints right = new ColumnConstraints(84);
    right.setHalignment(HPos.RIGHT);
    causes
        .getColumnConstraints()
        .addAll(new ColumnConstraints(62), right, new ColumnConstraints(62), numbers);
    return causes;
  }

  /** All stored runs but the one shown. */
  private void offer() {
    String shown = playhead.runProperty().get().map(each -> each.summary().id()).orElse("");
    runs.getItems()
        .setAll(
            playhead.opener().runs().stream().filter(each -> !each.id().equals(shown)).toList());
  }

  private void show() {
    Optional<Comparison> now = model.comparisonProperty().get();
    causes.getChildren().clear();
    now.ifPresentOrElse(
        each -> {
          String id = each.other().summary().id();
          runs.getItems().stream()
              .filter(run -> run.id().equals(id))
              .findFirst()
              .ifPresent(runs::setValue);
          gap(each.gap());
          first.setText(words(each));
        },
        () -> {
          runs.setValue(null);
          first.setText(
              model.problemProperty().get().isEmpty()
                  ? "Choose a run: its equity and trades are drawn with this one's, under one"
                      + " playhead"
                  : "! " + model.problemProperty().get());
        });
    Nodes.show(go, now.flatMap(Comparison::divergence).isPresent());
    words();
  }

  private static String words(Comparison comparison) {
    return comparison
        .divergence()
        .map(
            each ->
                "They part at decision "
                    + each.number()
                    + ".\nHere: "
                    + each.shown()
                    + "\nThere: "
                    + each.there())
        .orElse("All decisions are the same");
  }

  /** What the other run does at the playhead. */
  private void words() {
    here.setText(
        model
            .comparisonProperty()
            .get()
            .flatMap(
                comparison ->
                    model
                        .thereProperty()
                        .get()
                        .map(
                            moment -> {
                              int instrument =
                                  Math.min(
                                      playhead.instrumentProperty().get(),
                                      comparison.other().run().tracks().size() - 1);
                              Shown there = new Shown(comparison.other(), moment, instrument);
                              return "There, at the playhead: "
                                  + new DecisionWords(there).title()
                                  + ", equity "
                                  + NumberText.plain(
                                      comparison.other().money(moment.state().equity()), 2);
                            }))
            .orElse(""));
  }

  private void gap(ResultGap gap) {
    causes.add(Nodes.label("Gap by cause, there less here", "small", "faint"), 0, 0, 4, 1);
    List<Cause> all =
        List.of(
            new Cause("Missed", gap.missedTrades()),
            new Cause("Extra", gap.extraTrades()),
            new Cause("Quantity", gap.quantity()),
            new Cause("Price", gap.price()),
            new Cause("Fees", gap.fees()),
            new Cause("Funding", gap.funding()));
    for (int i = 0; i < all.size(); i++) {
      Cause cause = all.get(i);
      int column = i % 2 * 2;
      causes.add(Nodes.label(cause.words(), "soft"), column, 1 + i / 2);
      causes.add(amount(cause.amount()), column + 1, 1 + i / 2);
    }
    Label total = amount(gap.total());
    total.setId("compare-total");
    causes.add(Nodes.label("Together", "strong"), 0, 4);
    causes.add(total, 1, 4);
    causes.add(
        Nodes.label(
            gap.matched() + " shared, " + gap.missed() + " missed, " + gap.extra() + " extra",
            "small",
            "faint"),
        2,
        4,
        2,
        1);
  }

  private record Cause(String words, BigDecimal amount) {}

  private static Label amount(BigDecimal amount) {
    Label label = Nodes.label(NumberText.signed(amount, 2), "number");
    if (amount.signum() != 0) {
      label.getStyleClass().add(amount.signum() > 0 ? "gain" : "loss");
    }
    return label;
  }
}
