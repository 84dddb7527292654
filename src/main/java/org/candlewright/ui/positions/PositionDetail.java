package org.candlewright.ui.positions;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.format.Numbers;

/** Why the selected position was opened, and what can be done with it. */
final class PositionDetail extends HBox {
  private final PositionsViewModel model;
  private final Label why = Nodes.label("", "small");
  private final Label code = Nodes.label("", "chip");
  private final Label size = Nodes.label("", "small", "soft");
  private Optional<PositionRow> row = Optional.empty();

  PositionDetail(PositionsViewModel model, ObservableValue<PositionRow> selected) {
    this.model = model;
    getStyleClass().addAll("toolbar", "line-above");
    why.setId("position-why");
    why.setMinWidth(0);
    Button close = Nodes.button("Close", () -> row.ifPresent(model::close));
    close.setId("position-close");
    close.setTooltip(
        new javafx.scene.control.Tooltip(
            "Closes the position with its other leg. Nothing new is opened in it until entries are"
                + " resumed."));
    Button replay = Nodes.button("Replay", () -> row.ifPresent(model::openReplay));
    replay.setId("position-replay");
    getChildren()
        .addAll(
            Nodes.label("Why opened", "small", "faint"),
            code,
            why,
            size,
            Nodes.spring(),
            close,
            replay);
    visibleProperty()
        .bind(
            javafx.beans.binding.Bindings.createBooleanBinding(
                () -> selected.getValue() != null, selected));
    managedProperty().bind(visibleProperty());
    selected.addListener((property, before, now) -> show(Optional.ofNullable(now)));
  }

  private void show(Optional<PositionRow> now) {
    row = now;
    now.ifPresent(
        position -> {
          Optional<DecisionRecord> made = model.opening(position);
          code.setText(position.reason());
          why.setText(made.map(PositionDetail::words).orElse("decided before this start"));
          size.setText(made.map(PositionDetail::size).orElse(""));
        });
  }

  private static String words(DecisionRecord made) {
    long passed = made.checks().stream().filter(DecisionRecord.Check::passed).count();
    return passed + " of " + made.checks().size() + " risk checks passed";
  }

  private static String size(DecisionRecord made) {
    return made.sizing().isEmpty()
        ? ""
        : "size by "
            + Numbers.count(made.sizing().size())
            + " steps, last "
            + made.sizing().getLast().name()
            + " "
            + made.sizing().getLast().value()
            + " "
            + made.sizing().getLast().unit();
  }
}
