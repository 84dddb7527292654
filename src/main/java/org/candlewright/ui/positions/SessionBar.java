package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.explorer.ScreeningForm;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.positions.PositionsViewModel.Account;

/** The line over the tables: begin a session, or what one that runs has left and its controls. */
final class SessionBar extends VBox {
  private final PositionsViewModel model;

  SessionBar(PositionsViewModel model) {
    this.model = model;
    HBox form = form();
    HBox head = head();
    form.visibleProperty().bind(model.runningProperty().not());
    form.managedProperty().bind(form.visibleProperty());
    head.visibleProperty().bind(model.runningProperty());
    head.managedProperty().bind(head.visibleProperty());
    getChildren().addAll(form, head);
  }

  private HBox form() {
    ComboBox<String> strategy = new ComboBox<>();
    strategy.setId("session-strategy");
    strategy.getItems().setAll(model.strategies());
    strategy.valueProperty().bindBidirectional(model.form().strategyProperty());
    ComboBox<String> timeframe = new ComboBox<>();
    timeframe.getItems().setAll(ScreeningForm.TIMEFRAMES);
    timeframe.valueProperty().bindBidirectional(model.form().timeframeProperty());
    ComboBox<Pace> pace = new ComboBox<>();
    pace.setId("session-pace");
    pace.getItems().setAll(Pace.ALL);
    pace.valueProperty().bindBidirectional(model.form().paceProperty());
    Button begin = Nodes.button("Start on paper", model::begin, "accent");
    begin.setId("session-begin");
    begin
        .disableProperty()
        .bind(model.form().problemProperty().isNotEmpty().or(model.startingProperty()));
    Button goOn = Nodes.button("", model::goOn);
    goOn.setId("session-go-on");
    goOn.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .leftProperty()
                        .get()
                        .map(
                            left ->
                                "Go on with " + (left.name().isEmpty() ? left.id() : left.name()))
                        .orElse(""),
                model.leftProperty()));
    goOn.visibleProperty().bind(goOn.textProperty().isNotEmpty());
    goOn.managedProperty().bind(goOn.visibleProperty());
    goOn.disableProperty().bind(model.startingProperty());
    return Nodes.bar(
        "toolbar",
        field("Strategy", strategy),
        field("Instruments", text("session-instruments", 130, model.form().instrumentsProperty())),
        field("Bars", timeframe),
        field("Capital", text("session-capital", 90, model.form().capitalProperty())),
        field("Pace", pace),
        begin,
        goOn);
  }

  private static TextField text(
      String id, double width, javafx.beans.property.StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefWidth(width);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static HBox field(String name, javafx.scene.Node node) {
    return Nodes.row(6, Nodes.label(name, "small", "soft"), node);
  }

  private HBox head() {
    Label headline = Nodes.label("", "headline");
    headline.setId("session-headline");
    headline.textProperty().bind(model.headlineProperty());
    Label note = Nodes.label("", "small", "soft");
    note.setId("session-note");
    note.textProperty().bind(model.noteProperty());
    VBox words = new VBox(2, headline, note);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox gauges =
        Nodes.row(
            18,
            gauge("Day loss", RiskLimit.DAILY_STOP_LOSS, account -> account.todayShare()),
            gauge("Drawdown", RiskLimit.MAX_DRAWDOWN, Account::drawdown),
            plain("Gross", Account::gross),
            plain("Net", Account::net));
    Button pause = Nodes.button("Pause entries", model::pause);
    pause.setId("session-pause");
    pause.visibleProperty().bind(model.pausedProperty().not());
    pause.managedProperty().bind(pause.visibleProperty());
    Button resume = Nodes.button("Resume entries", model::resume, "accent");
    resume.setId("session-resume");
    resume.visibleProperty().bind(model.pausedProperty());
    resume.managedProperty().bind(resume.visibleProperty());
    Button flatten = Nodes.button("Flatten all", model::flatten, "kill");
    flatten.setId("session-flatten");
    Button leave = Nodes.button("Leave", model::leave);
    leave.setId("session-leave");
    leave.setTooltip(
        new javafx.scene.control.Tooltip(
            "Leaves the session as it stands. It can go on from its journal at any time."));
    HBox bar =
        Nodes.bar("toolbar", words, spacer(), gauges, spacer(), pause, resume, flatten, leave);
    bar.getStyleClass().add("session-bar");
    return bar;
  }

  private static javafx.scene.layout.Region spacer() {
    javafx.scene.layout.Region spacer = Nodes.spring();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** What of a limit is used. */
  private VBox gauge(String name, RiskLimit limit, Function<Account, BigDecimal> share) {
    Label value = Nodes.label("", "small", "number");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .accountProperty()
                        .get()
                        .map(
                            account ->
                                Numbers.change(share.apply(account).movePointRight(2), 2)
                                    + " of "
                                    + Numbers.fixed(
                                        model.limits().limit(limit).negate().movePointRight(2), 0)
                                    + " %")
                        .orElse("no data"),
                model.accountProperty()));
    return stat(name, value);
  }

  private VBox plain(String name, Function<Account, BigDecimal> multiple) {
    Label value = Nodes.label("", "small", "number");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .accountProperty()
                        .get()
                        .map(account -> Numbers.fixed(multiple.apply(account), 2) + " ×")
                        .orElse("no data"),
                model.accountProperty()));
    return stat(name, value);
  }

  private static VBox stat(String name, Label value) {
    VBox stat = new VBox(2, Nodes.label(name, "small", "faint"), value);
    stat.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return stat;
  }
}
