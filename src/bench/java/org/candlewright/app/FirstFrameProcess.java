package org.candlewright.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.candlewright.cli.Services;

/**
 * Opens a window, drawn into memory, writes how long its first frame took from the start of the
 * process, and ends. A process of its own each time: only a first start is a first start.
 */
public final class FirstFrameProcess {
  private FirstFrameProcess() {}

  /**
   * @param arguments home of the program's window, or {@code bare} for an empty one; then the file
   *     to write the milliseconds to
   */
  public static void main(String[] arguments) {
    Toolkit.withoutDisplay();
    Path answer = Path.of(arguments[1]);
    Toolkit.call(startedWith(arguments[0], answer)::show);
  }

  private interface Opening {
    Stage show();
  }

  private static Opening startedWith(String what, Path answer) {
    Opening opening;
    if (what.equals("bare")) {
      opening = FirstFrameProcess::bare;
    } else {
      Services services = new Application(Home.of(Optional.of(Path.of(what))), ViewPictures::new);
      opening = new Window(services)::open;
    }
    Toolkit.start();
    return () -> {
      Stage stage = opening.show();
      stage.getScene().addPostLayoutPulseListener(() -> Platform.runLater(() -> answered(answer)));
      Platform.requestNextPulse();
      return stage;
    };
  }

  private static Stage bare() {
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(new Label("Candlewright")), 1440, 900));
    stage.show();
    return stage;
  }

  private static void answered(Path answer) {
    long taken = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    try {
      Files.writeString(answer, Long.toString(taken));
    } catch (IOException e) {
      System.err.println("error: " + e);
      Runtime.getRuntime().halt(1);
    }
    // Closing is no part of it, and nothing was changed that would have to be kept.
    Runtime.getRuntime().halt(0);
  }
}
