package org.candlewright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.candlewright.cli.Pictures;
import org.candlewright.cli.Services;
import org.candlewright.market.InputException;
import org.candlewright.ui.picture.Studio;
import org.candlewright.ui.positions.PaperTrading;
import org.candlewright.ui.shell.WindowState;
import org.candlewright.ui.shell.Workstation;
import org.candlewright.ui.theme.Theme;

/** Draws the real views with a finished run, without a display. */
final class ViewPictures implements Pictures {
  private final Services services;

  ViewPictures(Services services) {
    this.services = services;
  }

  @Override
  public List<String> views() {
    return Workstation.VIEWS;
  }

  @Override
  public List<Path> draw(Request request) {
    Optional<String> run = request.run().map(this::known);
    boolean positions = request.view().map("positions"::equals).orElse(true);
    try (SampleSession sample = new SampleSession()) {
      Optional<PaperTrading.Running> session =
          positions ? Optional.of(sample.run()) : Optional.empty();
      return draw(request, run, session);
    }
  }

  private List<Path> draw(
      Request request, Optional<String> run, Optional<PaperTrading.Running> session) {
    Toolkit.withoutDisplay();
    Toolkit.start();
    ExecutorService background = WorkstationServices.background();
    try {
      CompletableFuture<List<Path>> pictures =
          Toolkit.call(() -> take(request, run, session, background));
      return pictures.join();
    } finally {
      background.shutdownNow();
      Toolkit.stop();
    }
  }

  private String known(String run) {
    return services
        .runs()
        .find(run)
        .orElseThrow(
            () ->
                new InputException(
                    "--run: there is no run '" + run + "'",
                    "See the stored ones with `candlewright runs`"))
        .summary()
        .id();
  }

  private CompletableFuture<List<Path>> take(
      Request request,
      Optional<String> run,
      Optional<PaperTrading.Running> session,
      ExecutorService background) {
    WindowState state =
        WindowState.first()
            .sized(request.width(), request.height())
            .showing(run, request.atMillis());
    Workstation workstation =
        new Workstation(
            WorkstationServices.of(services, new WindowSessions(services), background, () -> {}),
            state);
    Stage stage = new Stage();
    stage.setScene(workstation.scene());
    stage.setWidth(request.width());
    stage.setHeight(request.height());
    stage.show();
    workstation.restore(state);
    session.ifPresent(workstation.positions()::show);
    List<Theme> themes =
        request
            .theme()
            .flatMap(Theme::named)
            .map(List::of)
            .orElse(List.of(Theme.DARK, Theme.LIGHT));
    return new Studio(workstation, stage, request.folder())
        .take(request.view().map(List::of).orElse(Workstation.VIEWS), themes);
  }
}
