package org.candlewright.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.analytics.pairs.ScreeningStore;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.export.RunArchive;
import org.candlewright.export.RunReport;
import org.candlewright.feed.DataLibrary;
import org.candlewright.replay.BookmarkStore;
import org.candlewright.replay.ReplayService;
import org.candlewright.strategy.Strategies;
import org.candlewright.ui.ChooseFiles;
import org.candlewright.ui.OpenBuilder;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.View;
import org.candlewright.ui.builder.BuilderView;
import org.candlewright.ui.builder.BuilderViewModel;
import org.candlewright.ui.explorer.ExplorerServices;
import org.candlewright.ui.explorer.ExplorerView;
import org.candlewright.ui.explorer.ExplorerViewModel;
import org.candlewright.ui.positions.PaperTrading;
import org.candlewright.ui.positions.PositionsView;
import org.candlewright.ui.positions.PositionsViewModel;
import org.candlewright.ui.replay.LoadedRun;
import org.candlewright.ui.replay.ReplayModels;
import org.candlewright.ui.replay.ReplayView;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.candlewright.ui.work.BackgroundWork;

/** All views in their shell, in a scene of their own; the window and the pictures show it. */
public final class Workstation {
  /** Names of the views, in their order; what stands behind a dash is a part of one. */
  public static final List<String> VIEWS =
      List.of("positions", "explorer", "explorer-pairs", "explorer-data", "builder", "replay");

  private final Services services;
  private final Appearance appearance;
  private final BackgroundWork work;
  private final ReplayModels replay;
  private final Save save = new Save();
  private final BuilderViewModel builder;
  private final PositionsViewModel positions;
  private final ShellViewModel shell;
  private final ShellView view;
  private final List<View> views;
  private final Scene scene;
  private Optional<String> wantedInstrument = Optional.empty();
  private OptionalLong wantedMoment = OptionalLong.empty();

  /**
   * What the window works with.
   *
   * @param background runs what takes time
   * @param failures gets what nobody expected, for the log
   * @param openLog shows the log file
   */
  public record Services(
      MarketStore market,
      RunStore runs,
      FundingRanking funding,
      BookmarkStore bookmarks,
      ScreeningStore screenings,
      DataLibrary data,
      Strategies strategies,
      BacktestService backtests,
      RunArchive archive,
      ReplayService replay,
      PaperTrading trading,
      Path home,
      Executor background,
      Consumer<Throwable> failures,
      Runnable openLog) {}

  public Workstation(Services services, WindowState state) {
    this.services = services;
    this.appearance = new Appearance(Theme.named(state.theme()).orElse(Theme.DARK));
    this.work = new BackgroundWork(UiThread.ofToolkit(), services.background(), System::nanoTime);
    this.replay =
        ReplayModels.of(
            new ReplayModels.Services(
                services.replay(),
                services.runs(),
                services.bookmarks(),
                services.archive(),
                save::write,
                UiThread.ofToolkit(),
                work,
                services.background(),
                services.failures()));
    replay
        .playhead()
        .runProperty()
        .addListener(
            (property, before, now) ->
                now.ifPresent(open -> showInstrument(open, open.summary().id())));
    this.builder = builder();
    this.positions =
        new PositionsViewModel(
            new PositionsViewModel.Services(
                services.market(),
                services.runs(),
                services.strategies(),
                services.trading(),
                this::openReplay,
                UiThread.ofToolkit(),
                work,
                services.failures()));
    this.views =
        List.of(
            new PositionsView(positions, appearance, save),
            explorer(),
            new BuilderView(builder, appearance, save),
            new ReplayView(replay, appearance.tokensProperty()));
    this.shell = new ShellViewModel(work, views.stream().map(View::name).toList());
    this.view =
        new ShellView(
            shell, positions, views, appearance, services.home().toString(), services.openLog());
    this.scene = new Scene(view, state.width(), state.height());
    appearance.follow(scene);
    // Where there is something to look at before anything was begun.
    shell.select("explorer");
    shell.readMarket(services.market());
  }

  private ExplorerView explorer() {
    ExplorerViewModel model =
        new ExplorerViewModel(
            new ExplorerServices(
                services.market(),
                services.funding(),
                services.screenings(),
                services.data(),
                services.strategies(),
                this::openBuilder,
                work,
                System::currentTimeMillis,
                services.failures()));
    return new ExplorerView(model, appearance, save, save);
  }

  private void openBuilder(OpenBuilder.Draft draft) {
    builder.propose(draft);
    shell.select("builder");
  }

  private BuilderViewModel builder() {
    BuilderViewModel model =
        new BuilderViewModel(
            new BuilderViewModel.Services(
                services.market(),
                services.runs(),
                services.strategies(),
                services.backtests(),
                services.archive(),
                work,
                System::nanoTime,
                services.failures()),
            this::openReplay);
    model
        .result()
        .reportProperty()
        .addListener((property, before, now) -> now.ifPresent(this::offer));
    return model;
  }

  private void openReplay(String runId, long timeMillis, Optional<String> instrument) {
    replay.playhead().open(runId, timeMillis);
    wantedInstrument = instrument;
    replay.playhead().runProperty().get().ifPresent(open -> showInstrument(open, runId));
    shell.select("replay");
  }

  /** Once the run wanted is open, the instrument wanted is shown. */
  private void showInstrument(LoadedRun open, String runId) {
    if (!open.summary().id().equals(runId)) {
      return;
    }
    for (int i = 0; i < open.run().tracks().size(); i++) {
      if (wantedInstrument.equals(Optional.of(open.track(i).instrument().id().toString()))) {
        replay.playhead().instrumentProperty().set(i);
      }
    }
    wantedInstrument = Optional.empty();
  }

  /** Gives Replay something to show while it has nothing: the run that Builder shows. */
  private void offer(RunReport report) {
    if (replay.playhead().runProperty().get().isEmpty()
        && !replay.playhead().opener().busyProperty().get()) {
      replay.playhead().open(report.runId(), wantedMoment.orElseGet(() -> worthSeeing(report)));
    }
  }

  /** Inside a trade in the later half of the run, where there is something on every chart. */
  private static long worthSeeing(RunReport report) {
    List<RunReport.TradeRow> trades = report.trades();
    if (trades.isEmpty()) {
      return report.period().fromMillis();
    }
    RunReport.TradeRow trade = trades.get(trades.size() * 3 / 5);
    return trade.entryMillis() + (trade.exitMillis() - trade.entryMillis()) / 2;
  }

  /** The session on paper, and how it is led. */
  public PositionsViewModel positions() {
    return positions;
  }

  public Scene scene() {
    return scene;
  }

  public Appearance appearance() {
    return appearance;
  }

  /** Shows a view, or a part of one: {@code explorer-pairs}. */
  public void select(String name) {
    int dash = name.indexOf('-');
    shell.select(dash < 0 ? name : name.substring(0, dash));
    if (dash > 0) {
      views.stream()
          .filter(view -> view.name().equals(name.substring(0, dash)))
          .forEach(view -> view.showPart(name.substring(dash + 1)));
    }
  }

  /** Gives everything its state back; the views then show their latest or an example. */
  public void restore(WindowState state) {
    wantedMoment = state.playhead();
    view.restore(state);
  }

  /** Whether background work is still going to change what is shown. */
  public BooleanBinding busy() {
    return Bindings.createBooleanBinding(
        () ->
            work.busyProperty().get() || views.stream().anyMatch(each -> each.busyProperty().get()),
        Stream.concat(Stream.of(work.busyProperty()), views.stream().map(View::busyProperty))
            .toArray(javafx.beans.Observable[]::new));
  }

  /** The state to be kept. */
  public WindowState state(boolean maximized) {
    return new WindowState(
        appearance.theme().key(),
        scene.getWidth(),
        scene.getHeight(),
        maximized,
        shell.selectedProperty().get(),
        shell.hintsClosedProperty().get(),
        view.viewStates());
  }

  private final class Save implements SaveTable, ChooseFiles {
    @Override
    public void choose(Consumer<List<Path>> chosen) {
      FileChooser chooser = new FileChooser();
      List<java.io.File> files = chooser.showOpenMultipleDialog(scene.getWindow());
      if (files != null) {
        chosen.accept(files.stream().map(java.io.File::toPath).toList());
      }
    }

    @Override
    public void save(String name, Supplier<byte[]> content) {
      byte[] bytes = content.get();
      write(name, () -> bytes);
    }

    /** The same with content that is made in the background. */
    void write(String name, Supplier<byte[]> content) {
      FileChooser chooser = new FileChooser();
      chooser.setInitialFileName(name);
      java.io.File file = chooser.showSaveDialog(scene.getWindow());
      if (file == null) {
        return;
      }
      work.start(
          "Writing " + file.getName(),
          (cancelled, progress) -> {
            try {
              return Files.write(file.toPath(), content.get());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          path -> {},
          failure ->
              shell.tell(
                  file
                      + " could not be written ("
                      + failure.getMessage()
                      + "). Choose another folder."));
    }

    @Override
    public void openLog() {
      services.openLog().run();
    }
  }
}
