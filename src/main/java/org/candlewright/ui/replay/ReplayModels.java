package org.candlewright.ui.replay;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candlewright.backtest.RunStore;
import org.candlewright.export.RunArchive;
import org.candlewright.replay.BookmarkStore;
import org.candlewright.replay.ReplayService;
import org.candlewright.ui.SaveFile;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;

/** All that Replay shows and does, each part over the one playhead. */
public record ReplayModels(
    ReplayViewModel playhead,
    BreakpointsViewModel breakpoints,
    ReplayExport export,
    WhatIfViewModel whatIf,
    CompareViewModel compare,
    ByHandViewModel byHand,
    BookmarksViewModel bookmarks) {

  /**
   * What they work with.
   *
   * @param background runs seeks and simulations
   * @param failures gets what nobody expected, for the log
   */
  public record Services(
      ReplayService replay,
      RunStore runs,
      BookmarkStore bookmarks,
      RunArchive archive,
      SaveFile save,
      UiThread ui,
      BackgroundWork work,
      Executor background,
      Consumer<Throwable> failures) {}

  public static ReplayModels of(Services services) {
    ReplayViewModel playhead =
        new ReplayViewModel(
            services.replay(),
            services.runs(),
            services.ui(),
            services.work(),
            services.background(),
            services.failures());
    WhatIfViewModel whatIf =
        new WhatIfViewModel(
            playhead,
            services.archive(),
            services.ui(),
            services.work(),
            services.background(),
            services.failures());
    CompareViewModel compare =
        new CompareViewModel(
            playhead,
            services.runs(),
            services.archive(),
            services.ui(),
            services.work(),
            services.background());
    return new ReplayModels(
        playhead,
        new BreakpointsViewModel(playhead, services.work(), services.failures()),
        new ReplayExport(playhead, services.archive(), services.save()),
        whatIf,
        compare,
        new ByHandViewModel(
            playhead, services.replay(), services.archive(), services.work(), services.failures()),
        new BookmarksViewModel(
            playhead, services.bookmarks(), services.work(), services.failures()));
  }
}
