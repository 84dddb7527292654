package org.candlewright.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunDocument;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.RunObserver;
import org.candlewright.export.RunArchive.KeptRun;
import org.candlewright.export.RunRecorder;
import org.candlewright.feed.BarFeed;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.trading.FeedTerms;
import org.candlewright.trading.PaperExchange;
import org.candlewright.trading.SessionProbe;
import org.candlewright.trading.TradingExecutor;
import org.candlewright.trading.TradingService;

/** One session of the command line, from its beginning to its files. */
final class PaperSession {
  private static final int ID_BYTES = 8;
  private static final long LOOK_MILLIS = 50;

  private final CommandContext context;
  private final Optional<Path> out;
  private Optional<RunRecorder> recorder = Optional.empty();

  /** The session that goes on; empty for a new one. */
  private Optional<RunDocument> resumed = Optional.empty();

  PaperSession(CommandContext context, Optional<Path> out) {
    this.context = context;
    this.out = out;
  }

  /** Begins a session and waits for its end; returns the exit code. */
  int begin(BacktestRequest request, List<InstrumentData> history, FeedTerms terms, BarFeed feed) {
    byte[] id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    String runId = HexFormat.of().formatHex(id);
    try (TradingExecutor executor =
        context
            .services()
            .trading()
            .begin(request, history, terms, runId, this::watch, connections(feed))) {
      recorder.ifPresent(watching -> context.services().archive().keepBegun(watching.plan()));
      return run(executor, feed);
    }
  }

  /** Lets a session go on. */
  int goOn(String run, Function<TradingService.Opening, BarFeed> feeds) {
    Map<String, byte[]> files = new KeptFiles(context).all(run);
    RunDocument document = RunDocument.parse(files.getOrDefault("run.json", new byte[0]));
    if (!document.ofSession()) {
      throw new InputException(
          "--resume: " + run + " is a backtest", "Name a session; candlewright runs lists them");
    }
    resumed = Optional.of(document);
    TradingService trading = context.services().trading();
    BarFeed feed = feeds.apply(trading.opening(document.runId()));
    try (TradingExecutor executor =
        trading.goOnFromKept(document.runId(), this::watch, connections(feed))) {
      return run(executor, feed);
    }
  }

  private RunObserver watch(RunPlan plan) {
    RunRecorder watching = new RunRecorder(plan);
    recorder = Optional.of(watching);
    return watching;
  }

  private TradingExecutor.Connections connections(BarFeed feed) {
    return new TradingExecutor.Connections(
        new PaperExchange(),
        SessionProbe.NONE,
        new SessionSurroundings(feed, context.services().home()),
        new TerminalAlarms(context.terminal()));
  }

  private int run(TradingExecutor executor, BarFeed feed) {
    Thread feeding = new Thread(() -> play(feed, executor), "feed");
    feeding.setDaemon(true);
    context.services().running().begins(executor);
    Optional<HomeServer> server =
        HomeServer.listen(
            context.services().home(),
            line -> HomeCall.answer(line, context.services(), BacktestService.PROGRAM_VERSION));
    executor.start();
    feeding.start();
    TradingExecutor.Outcome outcome = await(executor);
    feeding.interrupt();
    server.ifPresent(HomeServer::close);
    if (outcome.failure().isPresent()) {
      throw new IllegalStateException("the session broke off", outcome.failure().get());
    }
    return outcome
        .result()
        .map(result -> keep(whole(result, executor.skipped() > 0), outcome.finished()))
        .orElseGet(this::notBegun);
  }

  private static void play(BarFeed feed, TradingExecutor executor) {
    try {
      feed.play(executor.resumesAfter(), executor::submit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TradingExecutor.Outcome await(TradingExecutor executor) {
    boolean leaving = false;
    while (true) {
      try {
        return executor.outcome().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (context.interruption().requested() && !leaving) {
          leaving = true;
          executor.leave();
        }
        SessionProgress.show(context.terminal(), executor);
      } catch (InterruptedException e) {
        context.interruption().request();
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * The same result with everything that was to be recorded: what a session did in lives before is
   * worked again from its journal where its state was kept.
   */
  private BacktestResult whole(BacktestResult result, boolean skipped) {
    if (!skipped) {
      return result;
    }
    BacktestService backtests = context.services().backtests();
    RunPlan plan = backtests.plan(resumed.orElseThrow());
    return backtests.run(plan, watch(plan), () -> false);
  }

  private int keep(BacktestResult result, boolean finished) {
    context.terminal().progressDone();
    KeptRun run = context.services().archive().keep(result, recorder.orElseThrow());
    out.ifPresent(folder -> OutputFiles.writeAll(folder, run.files()));
    if (!finished) {
      context
          .terminal()
          .err()
          .println(
              "left as it stands; go on with: candlewright paper --resume "
                  + result.plan().runId());
    }
    if (context.options().forPeople()) {
      new BacktestSummary(result).print(context.terminal().out());
    } else {
      context.print(RunListing.of(result));
    }
    return finished ? ExitCode.DONE : ExitCode.INTERRUPTED;
  }

  private int notBegun() {
    context.terminal().progressDone();
    context
        .terminal()
        .err()
        .println("left before the first bar had ended; go on with candlewright paper --resume");
    return ExitCode.INTERRUPTED;
  }
}
