package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.candlewright.replay.Line;
import org.candlewright.replay.Track;
import org.candlewright.ui.chart.LayeredCanvas;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.chart.TimeTick;
import org.candlewright.ui.theme.Tokens;

/**
 * The panes on top of each other with one time axis and one playhead. Dragging moves the playhead,
 * the wheel zooms around it, with Shift or sideways it moves the stretch of time shown.
 */
final class ChartStack extends StackPane {
  private static final double FOOT = 20;
  private static final double TICK_SPACING = 84;
  private static final double ZOOM = 1.15;

  private final ReplayViewModel model;
  private final ReadOnlyObjectProperty<Optional<Beside>> beside;
  private final LayeredCanvas canvas;
  private final CandlePane candlePane = new CandlePane();
  private List<ChartPane> panes = List.of();
  private Optional<Track> laidOut = Optional.empty();
  private boolean held;
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;

  ChartStack(
      ReplayViewModel model,
      ReadOnlyObjectProperty<Optional<Beside>> beside,
      ReadOnlyObjectProperty<Tokens> tokens) {
    this.model = model;
    this.beside = beside;
    this.canvas = new LayeredCanvas(tokens, this::paint, this::paintHover);
    getChildren().add(canvas);
    getStyleClass().add("replay-charts");
    setMinSize(0, 0);
    model.momentProperty().addListener((property, before, now) -> canvas.redraw());
    model.visibleProperty().addListener((property, before, now) -> canvas.redraw());
    model.instrumentProperty().addListener((property, before, now) -> canvas.redraw());
    model.logarithmicProperty().addListener((property, before, now) -> canvas.redraw());
    beside.addListener((property, before, now) -> canvas.redraw());
    setOnMousePressed(
        event -> {
          held = event.getButton() == MouseButton.PRIMARY;
          scrub(event);
        });
    setOnMouseDragged(this::scrub);
    setOnMouseMoved(event -> hover(event.getX(), event.getY()));
    setOnMouseExited(event -> hover(Double.NaN, Double.NaN));
    setOnScroll(
        event -> {
          double sideways = event.getDeltaX() != 0 ? event.getDeltaX() : 0;
          if (sideways != 0) {
            VisibleRange range = model.visibleProperty().get();
            long by = (long) (-sideways / Math.max(1, getWidth()) * range.span());
            model.look(new VisibleRange(range.fromMillis() + by, range.toMillis() + by));
          } else if (event.getDeltaY() != 0) {
            model.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
          }
          event.consume();
        });
  }

  private void scrub(MouseEvent event) {
    double axis = canvas.getWidth() - axisWidth();
    if (held && axis > 0) {
      model.pause();
      model.goTo(time().time(Math.clamp(event.getX(), 0, axis)));
    }
    hover(event.getX(), event.getY());
  }

  private void hover(double x, double y) {
    mouseX = x;
    mouseY = y;
    canvas.redrawOverlay();
  }

  private double axisWidth() {
    return 74;
  }

  private TimeScale time() {
    VisibleRange range = model.visibleProperty().get();
    return new TimeScale(
        range.fromMillis(),
        range.toMillis(),
        0,
        Math.max(1, Math.floor(canvas.getWidth()) - axisWidth()));
  }

  private Optional<Shown> shown() {
    return model
        .runProperty()
        .get()
        .flatMap(
            run ->
                model
                    .momentProperty()
                    .get()
                    .map(
                        moment ->
                            new Shown(
                                run,
                                moment,
                                model.instrumentProperty().get(),
                                beside.get(),
                                model.logarithmicProperty().get(),
                                model
                                    .finer()
                                    .forming(run, moment, model.instrumentProperty().get()))));
  }

  /**
   * Panes for an instrument: candles, what is held, a pane for each group of indicators, equity.
   */
  private void layOut(Track track, boolean pair) {
    if (laidOut.filter(each -> each == track).isPresent()) {
      return;
    }
    laidOut = Optional.of(track);
    List<ChartPane> fresh = new ArrayList<>(List.of(candlePane, new BandPane()));
    if (pair) {
      fresh.add(new OtherLeg());
    }
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < track.lines().size(); i++) {
      Line line = track.lines().get(i);
      if (Lines.drawn(line) && !line.shape().onPrice()) {
        groups.computeIfAbsent(line.shape().group(), name -> new ArrayList<>()).add(i);
      }
    }
    groups.forEach((name, lines) -> fresh.add(new LinePane(name, lines)));
    if (groups.isEmpty() && !track.data().funding().isEmpty()) {
      fresh.add(new FundingPane());
    }
    fresh.add(new EquityPane());
    panes = fresh;
  }

  private List<ChartPane.Frame> frames(Pen pen, double width, double height) {
    TimeScale time = time();
    double fixed = panes.stream().mapToDouble(ChartPane::fixedHeight).sum();
    double weights = panes.stream().mapToDouble(ChartPane::weight).sum();
    double free = Math.max(0, height - FOOT - fixed);
    List<ChartPane.Frame> frames = new ArrayList<>();
    double top = 0;
    for (ChartPane pane : panes) {
      double size =
          pane.fixedHeight() > 0 ? pane.fixedHeight() : Math.floor(free * pane.weight() / weights);
      frames.add(new ChartPane.Frame(pen, time, top, size, width));
      top += size;
    }
    return frames;
  }

  private void paint(Pen pen, double width, double height) {
    pen.fill("surface-panel", 0, 0, width, height);
    shown().ifPresent(now -> paint(pen, now, width, height));
  }

  private void paint(Pen pen, Shown shown, double width, double height) {
    layOut(shown.track(), shown.run().legs() == 2);
    List<ChartPane.Frame> frames = frames(pen, width, height);
    TimeScale time = time();
    double bottom = frames.getLast().bottom();
    double head = pen.snap(time.x(shown.head()));
    if (head < time.right()) {
      double from = Math.max(0, head);
      pen.fill("surface-unplayed", from, 0, time.right() - from, bottom);
    }
    grid(pen, time, bottom, head);
    for (int i = 0; i < panes.size(); i++) {
      panes.get(i).draw(frames.get(i), shown);
      if (i > 0) {
        pen.horizontal("border", 0, width, frames.get(i).top());
      }
    }
    pen.horizontal("border", 0, width, bottom);
    playhead(pen, time, shown, bottom, head);
  }

  private static void grid(Pen pen, TimeScale time, double bottom, double head) {
    double label = pen.width(TimeText.moment(0), Pen.Type.NUMBER) + 12;
    double from = labelLeft(time, label, head);
    for (TimeTick tick : time.ticks(TICK_SPACING)) {
      double x = time.x(tick.millis());
      pen.vertical("border-faint", x, 0, bottom);
      double half = pen.width(tick.label(), Pen.Type.NUMBER) / 2;
      boolean clear = x + half < from - 6 || x - half > from + label + 6;
      if (clear && x - half > 2 && x + half < time.right() - 2) {
        pen.text(
            tick.label(),
            x,
            bottom + 14,
            tick.major() ? "text-soft" : "text-faint",
            Pen.Type.NUMBER,
            Pen.Align.CENTER);
      }
    }
  }

  private static double labelLeft(TimeScale time, double label, double head) {
    return Math.clamp(head - label + 20, 2, Math.max(2, time.right() - label - 2));
  }

  private static void playhead(Pen pen, TimeScale time, Shown shown, double bottom, double head) {
    if (head < 0 || head > time.right()) {
      return;
    }
    pen.vertical("playhead", head, 0, bottom + 2);
    String words = TimeText.moment(shown.head());
    double width = pen.width(words, Pen.Type.NUMBER) + 12;
    double left = labelLeft(time, width, head);
    pen.fill("playhead", left, bottom + 2, width, 16);
    pen.text(words, left + 6, bottom + 14, "surface-panel", Pen.Type.NUMBER, Pen.Align.LEFT);
  }

  private void paintHover(Pen pen, double width, double height) {
    shown().ifPresent(now -> paintHover(pen, now, width, height));
  }

  private void paintHover(Pen pen, Shown shown, double width, double height) {
    TimeScale time = time();
    List<ChartPane.Frame> frames = frames(pen, width, height);
    boolean over = mouseX >= 0 && mouseX <= time.right();
    if (!over || frames.isEmpty() || mouseY > frames.getLast().bottom()) {
      return;
    }
    long millis = time.time(mouseX);
    pen.vertical("border-strong", mouseX, 0, frames.getLast().bottom());
    pen.horizontal("border-strong", 0, time.right(), mouseY);
    if (millis <= shown.head()) {
      for (int i = 0; i < panes.size(); i++) {
        panes.get(i).drawHover(frames.get(i), shown, millis);
      }
    }
    ChartPane.Frame first = frames.getFirst();
    if (mouseY < first.bottom()) {
      double value = candlePane.valueAt(first, shown, mouseY);
      double y = Math.clamp(mouseY - 8, 0, first.bottom() - 16);
      pen.tag(
          "surface-selected",
          "text",
          time.right() + 1,
          y,
          axisWidth() - 2,
          NumberText.plain(value, shown.of().priceDecimals()));
    }
    String words = TimeText.brief(millis);
    double label = pen.width(words, Pen.Type.NUMBER) + 12;
    double left = Math.clamp(mouseX - label / 2, 0, Math.max(0, time.right() - label));
    double bottom = frames.getLast().bottom();
    pen.fill("surface-selected", left, bottom + 2, label, 16);
    pen.text(words, left + 6, bottom + 14, "text", Pen.Type.NUMBER, Pen.Align.LEFT);
  }
}
