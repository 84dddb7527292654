package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.candlewright.replay.Bookmark;
import org.candlewright.replay.Moment;
import org.candlewright.replay.Pyramid;
import org.candlewright.ui.chart.LayeredCanvas;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.theme.Tokens;

/**
 * The whole run at a glance, with the playhead to drag and the window of the panes with its two
 * handles. The run is drawn once; only playhead and window are drawn again as they move. In Blind
 * nothing after the playhead is drawn.
 */
final class TimelineView extends StackPane {
  static final double LEFT = 84;
  private static final double RIGHT = 12;
  private static final double HANDLE = 6;

  private final ReplayViewModel model;
  private final ReadOnlyObjectProperty<Optional<Beside>> beside;
  private final BookmarksViewModel bookmarks;
  private final TimelinePainter painter = new TimelinePainter();
  private final LayeredCanvas canvas;

  /** Extremes of equity that the run was drawn for. */
  private Pyramid.Range drawn = new Pyramid.Range();

  private Grip grip = Grip.NONE;
  private long gripMillis;
  private VisibleRange gripRange = new VisibleRange(0, 1);

  /** What the mouse holds. */
  private enum Grip {
    NONE,
    PLAYHEAD,
    LEFT_HANDLE,
    RIGHT_HANDLE,
    WINDOW
  }

  TimelineView(
      ReplayViewModel model,
      BookmarksViewModel bookmarks,
      ReadOnlyObjectProperty<Optional<Beside>> beside,
      ReadOnlyObjectProperty<Tokens> tokens) {
    this.model = model;
    this.beside = beside;
    this.bookmarks = bookmarks;

    this.canvas =
        new LayeredCanvas(tokens, List.of(this::paint, this::paintBeside, this::paintOverlay));
    getChildren().add(canvas);
    getStyleClass().add("replay-timeline");
    setId("timeline");
    setMinSize(0, 0);
    model.runProperty().addListener((property, before, now) -> canvas.redraw());
    model.modeProperty().addListener((property, before, now) -> canvas.redraw());
    model.instrumentProperty().addListener((property, before, now) -> canvas.redraw());
    model.rowProperty().addListener((property, before, now) -> moved());
    model.momentProperty().addListener((property, before, now) -> moved());
    model.visibleProperty().addListener((property, before, now) -> canvas.redrawOverlay());
    beside.addListener((property, before, now) -> besideChanged());
    bookmarks.all().addListener((ListChangeListener<Bookmark>) change -> canvas.redrawOverlay());
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(event -> grip = Grip.NONE);
    setOnMouseMoved(event -> setCursor(cursor(gripAt(event.getX(), event.getY()))));
  }

  private void moved() {
    if (model.seesAhead()) {
      canvas.redrawOverlay();
    } else {
      canvas.redraw();
    }
  }

  /** The run is drawn again only where its axis has to make room. */
  private void besideChanged() {
    canvas.redraw(1);
    if (model.runProperty().get().filter(run -> drawnFor(range(run))).isEmpty()) {
      canvas.redraw();
    }
  }

  private boolean drawnFor(Pyramid.Range range) {
    return range.min() == drawn.min() && range.max() == drawn.max();
  }

  private Pyramid.Range range(LoadedRun run) {
    return TimelinePainter.range(run, end(run), beside.get());
  }

  /** One past the last row that may show. */
  private int end(LoadedRun run) {
    return model.seesAhead() ? run.rows() : shownRow() + 1;
  }

  private Optional<TimeScale> time() {
    return model
        .runProperty()
        .get()
        .map(
            run -> {
              VisibleRange whole = VisibleRange.whole(run);
              return new TimeScale(
                  whole.fromMillis(),
                  whole.toMillis(),
                  LEFT,
                  Math.max(1, Math.floor(canvas.getWidth()) - LEFT - RIGHT));
            });
  }

  private Grip gripAt(double x, double y) {
    if (time().isEmpty()) {
      return Grip.NONE;
    }
    TimeScale time = time().get();
    VisibleRange range = model.visibleProperty().get();
    double left = time.x(range.fromMillis());
    double right = time.x(range.toMillis());
    boolean atHandle = Math.abs(y - canvas.getHeight() * 0.4) < 22;
    if (y > 20 && atHandle && right - left > 24 && Math.abs(x - left) < HANDLE) {
      return Grip.LEFT_HANDLE;
    }
    if (y > 20 && atHandle && right - left > 24 && Math.abs(x - right) < HANDLE) {
      return Grip.RIGHT_HANDLE;
    }
    return Grip.PLAYHEAD;
  }

  private static Cursor cursor(Grip grip) {
    return switch (grip) {
      case NONE -> Cursor.DEFAULT;
      case PLAYHEAD -> Cursor.HAND;
      case LEFT_HANDLE, RIGHT_HANDLE -> Cursor.H_RESIZE;
      case WINDOW -> Cursor.MOVE;
    };
  }

  private void press(MouseEvent event) {
    requestFocus();
    grip = event.isShiftDown() ? Grip.WINDOW : gripAt(event.getX(), event.getY());
    gripRange = model.visibleProperty().get();
    time().ifPresent(time -> gripMillis = time.time(event.getX()));
    drag(event);
  }

  private void drag(MouseEvent event) {
    if (time().isEmpty()) {
      return;
    }
    TimeScale time = time().get();
    long millis = time.time(Math.clamp(event.getX(), time.left(), time.right()));
    switch (grip) {
      case NONE -> {}
      case PLAYHEAD -> {
        model.pause();
        model.goTo(Math.max(millis, firstTime()));
      }
      case LEFT_HANDLE -> {
        if (millis < gripRange.toMillis()) {
          model.look(new VisibleRange(millis, gripRange.toMillis()));
        }
      }
      case RIGHT_HANDLE -> {
        if (millis > gripRange.fromMillis()) {
          model.look(new VisibleRange(gripRange.fromMillis(), millis));
        }
      }
      case WINDOW -> {
        long by = millis - gripMillis;
        model.look(new VisibleRange(gripRange.fromMillis() + by, gripRange.toMillis() + by));
      }
    }
  }

  private long firstTime() {
    return model.runProperty().get().map(run -> run.run().rows().time(0)).orElse(0L);
  }

  private void paint(Pen pen, double width, double height) {
    pen.fill("surface-panel", 0, 0, width, height);
    model.runProperty().get().ifPresent(run -> time().ifPresent(time -> paint(pen, run, time)));
  }

  private void paint(Pen pen, LoadedRun run, TimeScale time) {
    drawn = range(run);
    int instrument = model.instrumentProperty().get();
    painter.draw(pen, run, time, end(run), canvas.getHeight(), instrument, drawn);
  }

  private void paintBeside(Pen pen, double width, double height) {
    if (model.runProperty().get().isPresent() && beside.get().isPresent()) {
      LoadedRun run = model.runProperty().get().get();
      painter.drawBeside(
          pen, run, time().orElseThrow(), end(run), height, beside.get().get(), drawn);
    }
  }

  private int shownRow() {
    return Math.max(0, model.momentProperty().get().map(Moment::row).orElse(0));
  }

  private void paintOverlay(Pen pen, double width, double height) {
    if (model.runProperty().get().isEmpty() || model.rowProperty().get() < 0) {
      return;
    }
    TimeScale time = time().orElseThrow();
    LoadedRun run = model.runProperty().get().get();
    flags(pen, time);
    window(pen, time, height);
    long head = run.run().rows().time(model.rowProperty().get());
    double bottom = height - TimelinePainter.FOOT;
    double x = pen.snap(time.x(head));
    if (model.seesAhead()) {
      pen.fill("surface-panel", 0.45, x, TimelinePainter.TOP, time.right() - x, bottom - 20);
    }
    pen.vertical("playhead", x, 4, bottom);
    pen.polygon(
        "playhead",
        new double[] {x - 5.5, x + 6.5, x + 6.5, x + 0.5, x - 5.5},
        new double[] {2, 2, 10, 16, 10});
    String words = TimeText.brief(head);
    double label = pen.width(words, Pen.Type.NUMBER);
    boolean left = x - label - 18 > 2;
    double at = left ? x - 12 - label : x + 14;
    pen.fill("surface-panel", at - 3, 2, label + 6, 15);
    pen.text(words, at, 14, "text", Pen.Type.NUMBER, Pen.Align.LEFT);
  }

  /** Bookmarks with as much of their notes as there is room for. */
  private void flags(Pen pen, TimeScale time) {
    List<Bookmark> all = bookmarks.visible();
    for (int i = 0; i < all.size(); i++) {
      double x = pen.snap(time.x(all.get(i).timeMillis()));
      double room = (i + 1 < all.size() ? time.x(all.get(i + 1).timeMillis()) : time.right()) - x;
      pen.vertical("border-strong", x, 4, TimelinePainter.TOP + 6);
      pen.polygon("text-soft", new double[] {x, x + 7, x}, new double[] {4, 7.5, 11});
      if (room > 40) {
        pen.text(
            pen.fitted(all.get(i).note(), Pen.Type.TEXT, room - 16),
            x + 11,
            13,
            "text-soft",
            Pen.Type.TEXT,
            Pen.Align.LEFT);
      }
    }
  }

  private void window(Pen pen, TimeScale time, double height) {
    VisibleRange range = model.visibleProperty().get();
    double left = Math.max(time.left(), time.x(range.fromMillis()));
    double right = Math.min(time.right(), time.x(range.toMillis()));
    double top = TimelinePainter.TOP;
    double bottom = height - TimelinePainter.FOOT;
    double width = Math.max(3, right - left);
    pen.fill("surface-selected", 0.4, left, top, width, bottom - top);
    pen.frame("border-strong", left, top, width, bottom - top);
    if (width > 24) {
      handle(pen, left, height);
      handle(pen, left + width, height);
    }
  }

  private static void handle(Pen pen, double x, double height) {
    double top = height * 0.4 - 10;
    pen.fill("text-soft", x - 4, top, 7, 20);
    pen.fill("surface-raised", x - 3, top + 1, 5, 18);
    pen.vertical("text-soft", x - 2, top + 5, top + 15);
    pen.vertical("text-soft", x, top + 5, top + 15);
  }
}
