package org.candlewright.ui.explorer;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.ScreeningStore.Session;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.ProblemStrip;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;
import org.candlewright.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** What to screen, how everything moves together, and what is left after each test. */
final class ScreeningPane extends VBox {
  private static final double BAR = 190;

  private final PairsViewModel model;
  private final HBox toolbar = Nodes.bar("toolbar");
  private final HeatMap map;
  private final VBox funnel = new VBox(4);
  private final Label made = Nodes.label("", "small", "faint");
  private final ComboBox<Session> sessions = new ComboBox<>();

  ScreeningPane(PairsViewModel model, Appearance appearance, SaveTable save) {
    this.model = model;
    getStyleClass().add("panel");
    map =
        new HeatMap(
            appearance.tokensProperty(), row -> model.selectedProperty().set(Optional.of(row)));
    map.setId("heat-map");
    VBox.setVgrow(map, Priority.ALWAYS);
    map.setMinHeight(120);
    ScreeningForm form = model.form();
    toolbar
        .getChildren()
        .addAll(
            field("screen-universe", form.universeProperty(), 116),
            choice("screen-timeframe", form.timeframeProperty(), 64),
            field("screen-days", form.daysProperty(), 52),
            Nodes.label("days", "small", "faint"),
            Nodes.spring(),
            screenButton());
    HBox head =
        Nodes.bar(
            "panel-head",
            Nodes.label("Correlation and cointegration", "strong"),
            Nodes.label("log returns, clustered", "small", "faint"));
    getChildren()
        .addAll(
            toolbar,
            loading(),
            limits(form),
            new ProblemStrip(
                "screening-failed", model.problemProperty(), save::openLog, model::closeProblem),
            head,
            map,
            sessionHead(),
            funnel);
    funnel.getStyleClass().add("funnel");
    model.screeningProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    model.selectedProperty().addListener((property, before, now) -> map.select(now));
    model.screeningProperty().get().ifPresent(this::show);
  }

  HBox toolbar() {
    return toolbar;
  }

  private static TextField field(String id, StringProperty text, double width) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefWidth(width);
    field.setMinWidth(Math.min(width, 44));
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static ComboBox<String> choice(String id, StringProperty chosen, double width) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(ScreeningForm.TIMEFRAMES);
    box.valueProperty().bindBidirectional(chosen);
    box.setPrefWidth(width);
    box.setMinWidth(width);
    return box;
  }

  private Button screenButton() {
    Button screen = Nodes.button("Screen", this::screenOrCancel, "primary");
    screen.setId("screen");
    screen
        .textProperty()
        .bind(model.runningProperty().map(running -> running ? "Cancel" : "Screen"));
    screen
        .disableProperty()
        .bind(model.form().problemProperty().isNotEmpty().and(model.runningProperty().not()));
    return screen;
  }

  private void screenOrCancel() {
    if (model.runningProperty().get()) {
      model.cancel();
    } else {
      model.screen();
    }
  }

  private ProgressBar loading() {
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("loading-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    bar.visibleProperty().bind(model.runningProperty());
    return bar;
  }

  private static HBox limits(ScreeningForm form) {
    ComboBox<String> prices = new ComboBox<>();
    prices.setId("screen-prices");
    prices.getItems().setAll("log", "raw");
    prices.valueProperty().bindBidirectional(form.pricesProperty());
    prices.setPrefWidth(64);
    prices.setMinWidth(64);
    TextField rate = field("screen-rate", form.rateProperty(), 44);
    TextField least = field("screen-correlation", form.correlationProperty(), 52);
    least.setPromptText("any");
    rate.getStyleClass().add("number");
    least.getStyleClass().add("number");
    Label wrong = Nodes.paragraph("", "small", "loss");
    wrong.setId("screen-problem");
    wrong.textProperty().bind(form.problemProperty());
    return Nodes.bar(
        "assumptions",
        Nodes.row(6, Nodes.label("Prices", "small", "soft"), prices),
        Nodes.row(
            6,
            Nodes.label("False at most", "small", "soft"),
            rate,
            Nodes.label("%", "small", "faint")),
        Nodes.row(6, Nodes.label("Correlation from", "small", "soft"), least),
        wrong);
  }

  private HBox sessionHead() {
    sessions.setId("sessions");
    sessions.setItems(model.sessions());
    sessions.setButtonCell(new SessionCell());
    sessions.setCellFactory(ignored -> new SessionCell());
    sessions.setPrefWidth(252);
    sessions.setMinWidth(200);
    sessions.setOnAction(
        event -> {
          if (sessions.getValue() != null) {
            model.show(sessions.getValue());
          }
        });
    HBox head =
        Nodes.bar("panel-head", Nodes.label("Screening", "strong"), sessions, Nodes.spring(), made);
    head.getStyleClass().addAll("line-above", "session-head");
    return head;
  }

  private void show(PairsViewModel.Screening screening) {
    map.show(screening.matrix());
    map.select(model.selectedProperty().get());
    if (!screening.session().equals(sessions.getValue())) {
      sessions.setValue(screening.session());
    }
    var question = screening.session().question();
    made.setText(
        Times.day(question.period().fromMillis())
            + " to "
            + Times.day(question.period().toMillis()));
    long all = screening.rows().size();
    long tested = screening.rows().stream().filter(row -> row.figures().isPresent()).count();
    long below = screening.rows().stream().filter(row -> p(row) < 0.05).count();
    funnel
        .getChildren()
        .setAll(
            line("Pairs", all, all),
            line("Could be tested", tested, all),
            line("Engle-Granger p below 0.05", below, all),
            line(
                "False discoveries at most "
                    + PairText.fixed(question.falseDiscoveryRate() * 100, 0)
                    + " %",
                screening.session().passing(),
                all),
            line("Also in 3 of 4 stretches", lasting(screening), all),
            Nodes.paragraph(note(screening, tested), "small", "faint"));
  }

  private static String note(PairsViewModel.Screening screening, long tested) {
    String chance =
        "The smaller of two p-values: expect up to "
            + Math.round(tested * 0.0975)
            + " of "
            + tested
            + " below 0.05 by chance, so read q.";
    return screening
        .before()
        .map(
            before ->
                chance
                    + " Since "
                    + Times.minute(before.madeMillis(), java.time.ZoneOffset.UTC)
                    + ": "
                    + screening.added()
                    + " new, "
                    + screening.lost()
                    + " lost.")
        .orElse(chance);
  }

  private static double p(PairRow row) {
    return row.figures().map(known -> known.test().pValue()).orElse(1.0);
  }

  private static Node line(String name, long count, long all) {
    Label label = Nodes.label(name, "soft");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Label number = Nodes.label(Numbers.count(count), "number");
    ProgressBar bar = new ProgressBar(all == 0 ? 0 : (double) count / all);
    bar.setPrefWidth(BAR);
    bar.setMinWidth(80);
    bar.getStyleClass().add("share-bar");
    return Nodes.row(8, label, Nodes.spring(), number, bar);
  }

  private static final class SessionCell extends ListCell<Session> {
    @Override
    protected void updateItem(@Nullable Session session, boolean empty) {
      super.updateItem(session, empty);
      setText(
          session == null || empty
              ? ""
              : Times.minute(session.madeMillis(), java.time.ZoneOffset.UTC)
                  + ", "
                  + session.question().timeframe()
                  + ", "
                  + session.passing()
                  + " of "
                  + Numbers.count(session.pairs()));
    }
  }

  /**
   * What the head at the right says of a screening. Pairs that pass without holding in most
   * stretches are told apart: more of them are wrong than the rate chosen allows.
   */
  static String sentence(PairsViewModel.Screening screening) {
    int passing = screening.session().passing();
    long lasting = lasting(screening);
    String pairs =
        Numbers.count(screening.session().pairs())
            + (screening.session().pairs() == 1 ? " pair" : " pairs");
    if (lasting < passing) {
      return (lasting == 0 ? "None" : Numbers.count(lasting))
          + " of "
          + pairs
          + (lasting == 1 ? " holds together, " : " hold together, ")
          + Numbers.count(passing - lasting)
          + (lasting == 0 ? " only as a whole" : " more only as a whole");
    }
    return (passing == 0 ? "None" : Numbers.count(passing))
        + " of "
        + pairs
        + (passing == 1 ? " survives" : " survive")
        + " false-discovery control";
  }

  private static long lasting(PairsViewModel.Screening screening) {
    return screening.rows().stream().filter(PairRow::passesThroughout).count();
  }
}
