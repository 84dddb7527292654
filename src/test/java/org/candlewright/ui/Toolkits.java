package org.candlewright.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The headless toolkit for tests. */
public final class Toolkits {
  private static final long PATIENCE_SECONDS = 120;

  private Toolkits() {}

  public static void start() {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs something on the window's thread and gives its result. */
  public static <T> T call(Callable<T> task) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000, task);
  }

  /**
   * Clicks the head of a table's column. The headless platform reports every press as the one that
   * opens a context menu, which a head answers by not sorting; so its events are fired at the node.
   */
  public static void clickHead(Node head) {
    call(
        () -> {
          head.fireEvent(primary(MouseEvent.MOUSE_PRESSED));
          head.fireEvent(primary(MouseEvent.MOUSE_RELEASED));
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static MouseEvent primary(EventType<MouseEvent> type) {
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    return new MouseEvent(
        type,
        5,
        5,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  /** Waits until something holds; asked on the window's thread. */
  public static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> call(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("it never came to that", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
