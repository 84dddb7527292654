package org.candlewright.ui.replay;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candlewright.strategy.BranchStrategy.Deed;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.TimeText;

/** Trading by hand from the playhead on. */
final class ByHandPane extends HBox {
  private final ReplayViewModel playhead;
  private final ByHandViewModel model;
  private final Label words = Nodes.paragraph("", "small", "soft");
  private final Label account = Nodes.paragraph("", "number");
  private final Button start = button("hand-start", "Trade from here");
  private final Button buy = button("hand-long", "▲ Long");
  private final Button sell = button("hand-short", "▼ Short");
  private final Button close = button("hand-close", "Close");
  private final Button undo = button("hand-undo", "Undo");
  private final Button keep = button("hand-keep", "Keep as new run");
  private final Button leave = button("hand-leave", "Back to the run");

  /**
   * @param compare opens a run kept beside the one shown
   */
  ByHandPane(ReplayViewModel playhead, ByHandViewModel model, Consumer<String> compare) {
    super(24);
    this.playhead = playhead;
    this.model = model;
    setId("by-hand");
    getStyleClass().add("drawer");
    buy.getStyleClass().add("long");
    sell.getStyleClass().add("short");
    start.setOnAction(event -> model.start());
    buy.setOnAction(event -> model.act(Deed.LONG));
    sell.setOnAction(event -> model.act(Deed.SHORT));
    close.setOnAction(event -> model.act(Deed.CLOSE));
    undo.setOnAction(event -> model.undo());
    keep.setOnAction(
        event ->
            model.keep(
                kept -> {
                  model.leave();
                  compare.accept(kept);
                }));
    leave.setOnAction(event -> model.leave());
    words.setId("hand-words");
    account.setId("hand-account");
    VBox orders =
        new VBox(8, Nodes.row(6, start, buy, sell, close, undo), Nodes.row(6, keep, leave), words);
    HBox.setHgrow(orders, Priority.ALWAYS);
    account.setMinWidth(280);
    getChildren().addAll(orders, account);
    model.branchProperty().addListener((property, before, now) -> show());
    model.toldProperty().addListener((property, before, now) -> show());
    playhead.momentProperty().addListener((property, before, now) -> show());
    playhead.instrumentProperty().addListener((property, before, now) -> show());
    show();
  }

  private static Button button(String id, String text) {
    Button button = Nodes.button(text, () -> {});
    button.setId(id);
    button.setFocusTraversable(false);
    return button;
  }

  private void show() {
    Optional<ByHandViewModel.Branch> branch = model.branchProperty().get();
    Nodes.show(start, branch.isEmpty());
    boolean pairs = playhead.runProperty().get().filter(run -> run.legs() == 2).isPresent();
    buy.setText(pairs ? "Open both legs" : "▲ Long");
    for (Button each : new Button[] {buy, sell, close, undo, keep, leave}) {
      Nodes.show(each, branch.isPresent() && !(pairs && each == sell));
    }
    undo.setDisable(branch.filter(each -> !each.strategy().actions().isEmpty()).isEmpty());
    words.setText(
        model.toldProperty().get().isEmpty()
            ? branch.map(ByHandPane::words).orElse(BEFORE)
            : model.toldProperty().get());
    account.setText(branch.flatMap(this::account).orElse(""));
  }

  private static final String BEFORE =
      "From the bar under the playhead the strategy decides no more and you do, under the same"
          + " engine and costs. Nothing ahead is shown.";

  private static String words(ByHandViewModel.Branch branch) {
    int orders = branch.strategy().actions().size();
    return "By hand since "
        + TimeText.moment(branch.strategy().fromMillis())
        + ", "
        + (orders == 1 ? "1 order" : orders + " orders")
        + ". Orders fill at the next open; stops that stood then still stand.";
  }

  private Optional<String> account(ByHandViewModel.Branch branch) {
    return playhead
        .momentProperty()
        .get()
        .map(
            moment -> {
              Shown shown = new Shown(branch.shown(), moment, playhead.instrumentProperty().get());
              double equity = branch.shown().money(moment.state().equity());
              int row = Math.min(moment.row(), branch.original().rows() - 1);
              double there = branch.original().equity().value(row);
              return new DecisionWords(shown).title()
                  + "\nEquity "
                  + NumberText.plain(equity, 2)
                  + "\nAgainst the run "
                  + NumberText.signed(equity - there, 2);
            });
  }
}
