package org.candlewright.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.positions.PositionsViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line on top: mode, what the program knows, what it can be asked for. */
final class Header extends HBox {
  Header(ShellViewModel model, PositionsViewModel positions, Runnable palette, Runnable theme) {
    getStyleClass().add("header");
    Label note = Nodes.label("Simulated fills", "small", "soft");
    getChildren()
        .addAll(
            mode(),
            note,
            line(),
            stat("Data", label(model), model),
            account(positions),
            Nodes.spring(),
            search(palette),
            Nodes.iconButton(Feather.SUN, "Switch between dark and light (Ctrl+Shift+L)", theme),
            kill(positions));
  }

  /** Equity and today's change of the session that runs. */
  private static HBox account(PositionsViewModel positions) {
    Label equity = Nodes.label("", "number");
    equity.setId("header-equity");
    Label today = Nodes.label("", "number");
    today.setId("header-today");
    positions
        .accountProperty()
        .addListener(
            (property, before, now) ->
                now.ifPresent(
                    account -> {
                      int decimals = Numbers.moneyDecimals(account.currency());
                      equity.setText(
                          Numbers.fixed(account.equity(), decimals) + " " + account.currency());
                      today.setText(
                          Numbers.change(account.today(), decimals)
                              + "  "
                              + Numbers.change(account.todayShare().movePointRight(2), 2)
                              + " %");
                      today.getStyleClass().removeAll("gain", "loss");
                      if (account.today().signum() != 0) {
                        today.getStyleClass().add(account.today().signum() > 0 ? "gain" : "loss");
                      }
                    }));
    HBox row = Nodes.row(16, line(), words("Equity", equity), words("Today", today));
    row.visibleProperty().bind(equity.textProperty().isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private static VBox words(String name, Label value) {
    VBox words = new VBox(2, Nodes.label(name, "small", "faint"), value);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return words;
  }

  /** Always in reach; what it did is undone on purpose alone. */
  private static Button kill(PositionsViewModel positions) {
    Button kill = Nodes.button("Kill switch", () -> press(positions), "kill");
    kill.setId("kill-switch");
    kill.setGraphic(new FontIcon(Feather.MINUS_CIRCLE));
    kill.textProperty()
        .bind(
            javafx.beans.binding.Bindings.when(positions.lockedProperty())
                .then("Reset lock")
                .otherwise("Kill switch"));
    kill.disableProperty().bind(positions.runningProperty().not());
    kill.setTooltip(
        new Tooltip("Cancels entries, closes everything and locks until a reset (Ctrl+Shift+K)"));
    return kill;
  }

  private static void press(PositionsViewModel positions) {
    if (positions.lockedProperty().get()) {
      positions.reset();
    } else {
      positions.kill();
    }
  }

  private static HBox mode() {
    ToggleButton paper = new ToggleButton("PAPER");
    paper.getStyleClass().addAll("mode", "mode-paper");
    paper.setSelected(true);
    // A mode is left by choosing the other one, never by pressing it again.
    paper.setOnAction(event -> paper.setSelected(true));
    ToggleButton live = new ToggleButton("LIVE");
    live.getStyleClass().addAll("mode", "mode-live");
    live.setDisable(true);
    // A disabled button shows no tooltip, what lies around it does.
    StackPane around = new StackPane(live);
    Tooltip.install(
        around,
        new Tooltip(
            "LIVE is not part of this version: no venue can be connected, no order leaves."));
    HBox mode = Nodes.row(0, paper, around);
    mode.setMaxHeight(Region.USE_PREF_SIZE);
    return mode;
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().addAll("vertical-line", "header-line");
    return line;
  }

  private static Label label(ShellViewModel model) {
    Label value = Nodes.label("");
    value.textProperty().bind(model.dataProperty());
    return value;
  }

  private static HBox stat(String name, Label value, ShellViewModel model) {
    Label note = Nodes.label("", "small", "soft");
    note.textProperty().bind(model.dataNoteProperty());
    VBox words = new VBox(2, Nodes.label(name, "small", "faint"), Nodes.row(8, value, note));
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Label simulated = Nodes.label("Simulated prices", "chip");
    simulated.visibleProperty().bind(model.simulatedProperty());
    simulated.managedProperty().bind(model.simulatedProperty());
    return Nodes.row(12, words, simulated);
  }

  private static Button search(Runnable palette) {
    Button button = Nodes.button("", palette, "search");
    button.setId("palette-button");
    FontIcon icon = new FontIcon(Feather.SEARCH);
    button.setGraphic(
        Nodes.row(8, icon, Nodes.label("Find an action", "soft"), Nodes.label("Ctrl+K", "key")));
    return button;
  }
}
