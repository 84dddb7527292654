package org.candlewright.ui.replay;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.candlewright.ui.chart.LayeredCanvas;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.replay.Inspection.Row;
import org.candlewright.ui.replay.Inspection.Section;
import org.candlewright.ui.replay.Inspection.Sign;
import org.candlewright.ui.replay.Inspection.Tone;
import org.candlewright.ui.theme.Tokens;

/** Draws the decision inspector; the wheel scrolls it where it is longer than its place. */
final class InspectorView extends StackPane {
  private static final double ROW = 20;
  private static final double HEAD = 26;
  private static final double TITLE = 72;
  private static final double PAD = 12;
  private static final double BAR = 88;
  private static final double INDENT = 14;

  private final LayeredCanvas canvas;
  private Optional<Inspection> inspection = Optional.empty();
  private double scroll;

  InspectorView(ReplayViewModel model, ReadOnlyObjectProperty<Tokens> tokens) {
    this.canvas = new LayeredCanvas(tokens, this::paint, (pen, width, height) -> {});
    getChildren().add(canvas);
    getStyleClass().add("replay-inspector");
    setId("inspector");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinSize(0, 0);
    getChildren().add(jumps(model));
    setOnScroll(
        event -> {
          scroll = Math.clamp(scroll - event.getDeltaY(), 0, Math.max(0, overflow()));
          canvas.redraw();
          event.consume();
        });
  }

  private static HBox jumps(ReplayViewModel model) {
    Button next =
        Buttons.icon(
            "next-decision", "fth-chevron-right", "Next decision", "Ctrl+→", model::nextDecision);
    next.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !model.seesAhead(), model.modeProperty()));
    Button previous =
        Buttons.icon(
            "previous-decision",
            "fth-chevron-left",
            "Previous decision",
            "Ctrl+←",
            model::previousDecision);
    Label key = new Label("Ctrl+←/→");
    key.getStyleClass().add("key");
    HBox box = new HBox(4, previous, next, key);
    box.getStyleClass().add("jumps");
    box.setAlignment(Pos.CENTER_RIGHT);
    box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_RIGHT);
    StackPane.setMargin(box, new Insets(6, PAD, 0, 0));
    return box;
  }

  void show(Optional<Inspection> now) {
    inspection = now;
    scroll = Math.clamp(scroll, 0, Math.max(0, overflow()));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    canvas.redraw();
  }

  /** What it says as text, written only when somebody asks. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? inspection.map(Inspection::text).orElse("")
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private double overflow() {
    double length =
        inspection
            .map(
                now ->
                    now.sections().stream()
                        .mapToDouble(each -> HEAD + 8 + each.rows().size() * ROW)
                        .sum())
            .orElse(0.0);
    return length - (canvas.getHeight() - TITLE);
  }

  private void paint(Pen pen, double width, double height) {
    pen.fill("surface-panel", 0, 0, width, height);
    inspection.ifPresent(
        now -> {
          pen.clipped(0, TITLE, width, height - TITLE, () -> sections(pen, now, width, height));
          title(pen, now, width);
        });
  }

  private static void title(Pen pen, Inspection now, double width) {
    pen.fill("surface-raised", 0, 0, width, TITLE);
    pen.horizontal("border", 0, width, TITLE - 1);
    pen.text(now.above(), PAD, 18, "text-faint", Pen.Type.TEXT, Pen.Align.LEFT);
    double x = PAD;
    if (now.side() > 0) {
      pen.up("long", PAD + 6, 38);
      x += 20;
    } else if (now.side() < 0) {
      pen.down("short", PAD + 6, 38);
      x += 20;
    }
    pen.title(now.title(), x, 44);
    pen.text(
        pen.fitted(now.below(), Pen.Type.TEXT, width - 2 * PAD),
        PAD,
        62,
        "text-soft",
        Pen.Type.TEXT,
        Pen.Align.LEFT);
  }

  private void sections(Pen pen, Inspection now, double width, double height) {
    double y = TITLE - scroll;
    for (Section section : now.sections()) {
      if (y + HEAD + ROW > height) {
        return;
      }
      pen.body(section.title(), PAD, y + 19, "text", true);
      pen.text(section.note(), width - PAD, y + 19, "text-faint", Pen.Type.TEXT, Pen.Align.RIGHT);
      y += HEAD;
      for (Row row : section.rows()) {
        boolean two = breaks(pen, row, width);
        double size = two ? 2 * ROW - 4 : ROW;
        if (y > -size && y + size <= height) {
          row(pen, row, y, width, two);
        }
        y += size;
      }
      y += 8;
      pen.horizontal("border", 0, width, y - 1);
    }
  }

  /** Whether words and value are too long for one line. */
  private static boolean breaks(Pen pen, Row row, double width) {
    double room = width - 2 * PAD - row.depth() * INDENT - (row.sign() == Sign.NONE ? 0 : 18) - 8;
    return row.bar().isEmpty()
        && !row.value().isEmpty()
        && pen.bodyWidth(row.label(), row.strong()) + pen.bodyNumberWidth(row.value(), small(row))
            > room;
  }

  private static void row(Pen pen, Row row, double y, double width, boolean two) {
    double base = y + 14;
    double x = PAD + row.depth() * INDENT;
    if (row.depth() > 0 && row.sign() != Sign.NONE) {
      pen.vertical("border", PAD + 5 + (row.depth() - 1) * INDENT, y, y + ROW);
    }
    if (row.sign() != Sign.NONE) {
      sign(pen, row.sign(), x + 5, y + 10);
      x += 18;
    }
    double right = width - PAD;
    double valueWidth =
        row.value().isEmpty() || two ? 0 : pen.bodyNumberWidth(row.value(), small(row));
    double room = right - valueWidth - 8 - x;
    if (row.bar().isPresent()) {
      room -= BAR + 8;
      bar(pen, row, right - 84 - BAR, y);
    }
    String label = pen.fittedBody(row.label(), row.strong(), room);
    pen.body(
        label,
        x,
        base,
        row.sign() == Sign.NONE && !row.strong() ? "text-soft" : "text",
        row.strong());
    double noteX = x + pen.bodyWidth(label, row.strong()) + 8;
    double noteRoom = room - (noteX - x);
    if (!row.note().isEmpty() && noteRoom > 20) {
      pen.text(
          pen.fitted(row.note(), Pen.Type.TEXT, noteRoom),
          noteX,
          base,
          "text-faint",
          Pen.Type.TEXT,
          Pen.Align.LEFT);
    }
    pen.bodyNumber(row.value(), right, two ? base + 16 : base, token(row.tone()), small(row));
    if (row.strong() && row.sign() == Sign.NONE) {
      pen.horizontal("border-faint", PAD, right, y);
    }
  }

  /** Comparisons of two numbers are set small, so that they stand beside their condition. */
  private static boolean small(Row row) {
    return row.sign() != Sign.NONE || row.value().length() > 16;
  }

  private static void bar(Pen pen, Row row, double x, double y) {
    Inspection.Bar bar = row.bar().orElseThrow();
    double from = Math.min(bar.from(), bar.to());
    double to = Math.max(bar.from(), bar.to());
    String token = row.strong() ? "text-soft" : token(row.tone());
    pen.fill(token, x + from * BAR, y + 6, Math.max(1, (to - from) * BAR), 8);
    pen.vertical("border-strong", x + bar.zero() * BAR, y + 4, y + 16);
  }

  private static void sign(Pen pen, Sign sign, double x, double y) {
    switch (sign) {
      case HOLDS -> pen.tick("gain", x, y);
      case FAILS -> pen.cross("loss", x, y, 3.5);
      case WARNS -> pen.body("!", x - 2, y + 4, "warning", true);
      case NONE -> {}
    }
  }

  private static String token(Tone tone) {
    return switch (tone) {
      case PLAIN -> "text";
      case SOFT -> "text-soft";
      case FAINT -> "text-faint";
      case GAIN -> "gain";
      case LOSS -> "loss";
      case WARNING -> "warning";
      case FUNDING -> "funding";
    };
  }
}
