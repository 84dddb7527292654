package org.candlewright.app;

import java.awt.Desktop;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.candlewright.backtest.BacktestService;
import org.candlewright.cli.HomeOwner;
import org.candlewright.cli.Services;
import org.candlewright.ui.shell.WindowState;
import org.candlewright.ui.shell.WindowStateFile;
import org.candlewright.ui.shell.Workstation;

/** The window on a person's display. */
final class Window {
  private static final int[] ICON_SIZES = {16, 32, 64, 256};

  private final Services services;
  private final WindowStateFile file;
  private final ExecutorService background = WorkstationServices.background();
  private final WindowSessions sessions;
  private final CountDownLatch closed = new CountDownLatch(1);

  Window(Services services) {
    this.services = services;
    this.sessions = new WindowSessions(services);
    this.file = new WindowStateFile(services.home(), services::logFailure);
  }

  /** Opens it and returns when it is closed. */
  void show() throws InterruptedException {
    Toolkit.start();
    // Whoever else has the home open keeps its socket: the store is taken first.
    services.market();
    try (HomeOwner owner = HomeOwner.answer(services, BacktestService.PROGRAM_VERSION)) {
      Toolkit.call(this::open);
      closed.await();
    } finally {
      sessions.close();
      background.shutdownNow();
      Toolkit.stop();
    }
  }

  /** Opens it, on the toolkit's thread. */
  Stage open() {
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> services.logFailure(failure));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    WindowState state = file.load().within(screen.getWidth(), screen.getHeight());
    Workstation workstation =
        new Workstation(
            WorkstationServices.of(services, sessions, background, this::openLog), state);
    Stage stage = new Stage();
    stage.setTitle("Candlewright");
    icon(stage);
    stage.setScene(workstation.scene());
    stage.setMinWidth(Math.min(WindowState.LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(WindowState.LEAST_HEIGHT, screen.getHeight()));
    stage.setMaximized(state.maximized());
    stage.setOnHidden(
        event -> {
          file.save(workstation.state(stage.isMaximized()));
          closed.countDown();
        });
    stage.show();
    fit(stage, screen);
    workstation.restore(state);
    return stage;
  }

  /** The window's frame may make it larger than the screen that its content was made for. */
  private static void fit(Stage stage, Rectangle2D screen) {
    if (stage.isMaximized() || stage.isFullScreen()) {
      return;
    }
    if (stage.getHeight() > screen.getHeight() || stage.getWidth() > screen.getWidth()) {
      stage.setMaximized(true);
    }
  }

  /** The system takes the size that suits the place it shows it in. */
  private static void icon(Stage stage) {
    for (int size : ICON_SIZES) {
      String name = "/org/candlewright/ui/icon/" + size + ".png";
      stage
          .getIcons()
          .add(new Image(Objects.requireNonNull(Window.class.getResource(name)).toString()));
    }
  }

  private void openLog() {
    background.execute(
        () -> {
          try {
            Desktop.getDesktop().open(services.logFile().toFile());
          } catch (IOException | UnsupportedOperationException e) {
            services.logFailure(e);
          }
        });
  }
}
