package org.candlewright.ui.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.candlewright.ui.chart.PngPicture;
import org.candlewright.ui.shell.Workstation;
import org.candlewright.ui.theme.Theme;

/**
 * Takes pictures of the real views: shows a view, waits until no background work is left and some
 * frames have passed, and writes what is seen.
 */
public final class Studio {
  /** Frames without work after which layout, charts and virtual rows have settled. */
  private static final int QUIET_FRAMES = 6;

  private final Workstation workstation;
  private final Stage stage;
  private final Path folder;
  private final Queue<Shot> shots = new ArrayDeque<>();
  private final List<Path> written = new ArrayList<>();
  private final CompletableFuture<List<Path>> done = new CompletableFuture<>();
  private int quiet;

  private record Shot(String view, Theme theme) {}

  /**
   * @param stage shows the workstation's scene
   */
  public Studio(Workstation workstation, Stage stage, Path folder) {
    this.workstation = workstation;
    this.stage = stage;
    this.folder = folder;
  }

  /**
   * Takes all pictures, one per view and theme. Call on the toolkit's thread.
   *
   * @return the files, {@code VIEW-THEME-WIDTHxHEIGHT.png}, once all are written
   */
  public CompletableFuture<List<Path>> take(List<String> views, List<Theme> themes) {
    for (String view : views) {
      for (Theme theme : themes) {
        shots.add(new Shot(view, theme));
      }
    }
    set(shots.element());
    new AnimationTimer() {
      @Override
      public void handle(long nanos) {
        frame(this);
      }
    }.start();
    return done;
  }

  private void set(Shot shot) {
    workstation.select(shot.view());
    workstation.appearance().themeProperty().set(shot.theme());
    quiet = 0;
  }

  private void frame(AnimationTimer timer) {
    quiet = workstation.busy().get() ? 0 : quiet + 1;
    if (quiet < QUIET_FRAMES) {
      return;
    }
    try {
      written.add(write(shots.remove()));
      if (shots.isEmpty()) {
        timer.stop();
        done.complete(List.copyOf(written));
      } else {
        set(shots.element());
      }
    } catch (RuntimeException e) {
      timer.stop();
      done.completeExceptionally(e);
    }
  }

  private Path write(Shot shot) {
    WritableImage image = stage.getScene().snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    Path file =
        folder.resolve(
            shot.view() + "-" + shot.theme().key() + "-" + width + "x" + height + ".png");
    try {
      Files.createDirectories(folder);
      Files.write(file, PngPicture.of(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
