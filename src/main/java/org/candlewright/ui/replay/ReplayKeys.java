package org.candlewright.ui.replay;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.candlewright.ui.Shortcut;

/** Keys of the replay view. */
final class ReplayKeys {
  static final List<Shortcut> ALL =
      List.of(
          new Shortcut("Space", "Play or pause"),
          new Shortcut("J K L", "Play back, pause, play; again doubles the speed"),
          new Shortcut("← →", "One bar back or on"),
          new Shortcut("PgUp PgDn", "Ten bars back or on"),
          new Shortcut(", .", "One finer bar back or on, where finer bars are stored"),
          new Shortcut("E", "Play and step from event to event, or bar by bar again"),
          new Shortcut("Shift+← →", "Previous or next trade"),
          new Shortcut("Ctrl+← →", "Previous or next decision"),
          new Shortcut("Home End", "First or last bar"),
          new Shortcut("0…9", "Jump to a tenth of the run"),
          new Shortcut("G", "Go to a date"),
          new Shortcut("B", "Stop at orders, or no longer"),
          new Shortcut("R", "Repeat the visible range, or no longer"),
          new Shortcut("W", "What if: sliders for the run's parameters"),
          new Shortcut("C", "Compare with another run"),
          new Shortcut("T", "Trade by hand from the playhead"),
          new Shortcut("M", "Bookmark this bar, with a note"),
          new Shortcut("X", "Go to a bar picked at random"),
          new Shortcut("Y", "Prices on a logarithmic axis, or no longer"),
          new Shortcut("+ −", "Zoom in or out"));

  private static final double ZOOM = 1.25;
  private static final int PAGE = 10;

  private final ReplayViewModel model;
  private final Runnable askForDate;
  private final Runnable bookmark;
  private final Consumer<Drawer.Tool> tools;
  private boolean swallowTyped;

  ReplayKeys(
      ReplayViewModel model, Runnable askForDate, Runnable bookmark, Consumer<Drawer.Tool> tools) {
    this.model = model;
    this.bookmark = bookmark;
    this.tools = tools;
    this.askForDate = askForDate;
  }

  void handle(KeyEvent event) {
    swallowTyped = false;
    if (event.getTarget() instanceof TextInputControl || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean used =
        switch (event.getCode()) {
          case LEFT -> back(event);
          case RIGHT -> on(event);
          default -> !event.isControlDown() && plain(event.getCode());
        };
    if (used) {
      event.consume();
    }
  }

  void typed(KeyEvent event) {
    if (swallowTyped) {
      swallowTyped = false;
      event.consume();
    }
  }

  private boolean back(KeyEvent event) {
    if (event.isShiftDown()) {
      model.previousTrade();
    } else if (event.isControlDown()) {
      model.previousDecision();
    } else {
      model.player().step(-1);
    }
    return true;
  }

  private boolean on(KeyEvent event) {
    if (event.isShiftDown()) {
      model.nextTrade();
    } else if (event.isControlDown()) {
      model.nextDecision();
    } else {
      model.player().step(1);
    }
    return true;
  }

  private void step(int bars) {
    model.pause();
    model.step(bars);
  }

  private boolean plain(KeyCode code) {
    switch (code) {
      case SPACE -> model.player().toggle();
      case J -> model.player().shuttle(-1);
      case K -> model.pause();
      case L -> model.player().shuttle(1);
      case PAGE_UP -> step(-PAGE);
      case PAGE_DOWN -> step(PAGE);
      case COMMA -> model.finer().step(-1);
      case PERIOD -> model.finer().step(1);
      case E -> model.player().toggleByEvent();
      case HOME -> model.home();
      case END -> model.end();
      case G -> {
        // The letter itself must not end up in the field that now has the focus.
        swallowTyped = true;
        askForDate.run();
      }
      case B -> toggleBreakOnOrder();
      case R -> model.player().toggleLoop(model.visibleProperty().get());
      case C -> tools.accept(Drawer.Tool.COMPARE);
      case T -> tools.accept(Drawer.Tool.BY_HAND);
      case X -> model.randomBar(RandomGenerator.getDefault());
      case Y -> model.logarithmicProperty().set(!model.logarithmicProperty().get());
      case M -> {
        swallowTyped = true;
        bookmark.run();
      }
      case W -> tools.accept(Drawer.Tool.WHAT_IF);
      case PLUS, EQUALS, ADD -> model.zoom(1 / ZOOM);
      case MINUS, SUBTRACT -> model.zoom(ZOOM);
      default -> {
        return digit(code);
      }
    }
    return true;
  }

  private void toggleBreakOnOrder() {
    var breakpoints = model.player().breakpointsProperty();
    breakpoints.set(breakpoints.get().toggled(Breakpoints.ORDER));
  }

  private boolean digit(KeyCode code) {
    if (!code.isDigitKey()) {
      return false;
    }
    String name = code.getName();
    model.tenth(name.charAt(name.length() - 1) - '0');
    return true;
  }
}
