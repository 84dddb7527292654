package org.candlewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.market.InputException;
import org.candlewright.trading.SessionSnapshot;
import org.candlewright.trading.TradingExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The kill switch. */
@Command(
    name = "kill",
    sortOptions = false,
    header = "Closes trading: cancels, flattens, locks until a reset.",
    description = {
      "Closes trading: cancels entries, closes what is held, and lets nothing in until a reset. It",
      "works on the session that runs, and on the next one."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright kill --flatten", "  candlewright kill --reset"})
final class KillCommand implements Callable<Integer>, BeforeCall {
  private static final long PATIENCE_SECONDS = 10;
  private static final long LOOK_MILLIS = 100;

  @Option(
      names = "--flatten",
      description = "Also wait until the session that runs holds nothing any more.")
  private boolean flatten;

  @Option(names = "--reset", description = "Unlock: entries are allowed again.")
  private boolean reset;

  private final CommandContext context;

  KillCommand(CommandContext context) {
    this.context = context;
  }

  /** The file counts even where the process that has the home open does not answer. */
  @Override
  public void beforeCall(Path home) {
    Path file = SessionSurroundings.killFile(home);
    try {
      if (reset) {
        Files.deleteIfExists(file);
      } else {
        Files.createDirectories(home);
        Files.writeString(file, "killed " + Instant.now() + "\n");
      }
    } catch (IOException e) {
      throw new InputException(
          file + ": cannot be written (" + OutputFiles.reason(e) + ")",
          "Create or delete the file by hand; the session looks at it");
    }
  }

  @Override
  public Integer call() {
    if (reset && flatten) {
      throw new UsageException(
          new InputException("kill: --reset and --flatten exclude each other", "Give one of them"));
    }
    Optional<TradingExecutor> session = context.services().running().current();
    Report report = session.map(this::command).orElseGet(this::nobody);
    if (context.options().forPeople()) {
      context.terminal().out().println(report.text());
    } else {
      context.print(Listing.single(COLUMNS, report));
    }
    return ExitCode.DONE;
  }

  private Report nobody() {
    return new Report(
        Optional.empty(),
        !reset,
        0,
        reset
            ? "No session runs. The next one begins unlocked."
            : "No session runs. The next one begins locked; unlock with candlewright kill --reset.");
  }

  private Report command(TradingExecutor executor) {
    try {
      executor.command(reset ? Kind.RESET : Kind.KILL).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      SessionSnapshot now = fresh(executor);
      while (flatten && held(now) > 0 && !context.interruption().requested()) {
        Thread.sleep(LOOK_MILLIS);
        now = fresh(executor);
      }
      return report(now);
    } catch (TimeoutException | ExecutionException e) {
      throw new InputException(
          "the session does not answer; the kill file is " + (reset ? "gone" : "written"),
          "It is looked at every 250 ms; see the session's own output");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return report(executor.snapshot());
    }
  }

  private static SessionSnapshot fresh(TradingExecutor executor) throws InterruptedException {
    SessionSnapshot before = executor.snapshot();
    SessionSnapshot now = before;
    for (int i = 0; i < 20 && now == before && !executor.outcome().isDone(); i++) {
      Thread.sleep(LOOK_MILLIS / 2);
      now = executor.snapshot();
    }
    return now;
  }

  private Report report(SessionSnapshot now) {
    long held = held(now);
    return new Report(
        Optional.of(now.runId()),
        !reset,
        held,
        "Session "
            + now.runId()
            + (reset
                ? ": unlocked."
                : held == 0
                    ? ": closed and locked, nothing is held."
                    : ": closed and locked; " + held + " positions are being closed."));
  }

  private static long held(SessionSnapshot now) {
    return now.state().stream()
        .flatMap(state -> state.positions().stream())
        .filter(position -> position.lots() != 0)
        .count();
  }

  private static final List<Column<Report>> COLUMNS =
      List.of(
          Column.of("run", report -> Value.ofText(report.run())),
          Column.of("locked", report -> Value.of(report.locked())),
          Column.of("positions", report -> Value.of(report.positions())));

  private record Report(Optional<String> run, boolean locked, long positions, String text) {}
}
