package org.candlewright.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
