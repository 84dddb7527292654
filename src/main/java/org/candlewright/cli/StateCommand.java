package org.candlewright.cli;

import java.util.concurrent.Callable;
import org.candlewright.backtest.RunPlan;
import org.candlewright.market.Period;
import org.candlewright.replay.Moment;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.StateDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the state of a run at a moment. */
@Command(
    name = "state",
    sortOptions = false,
    header = "Prints everything a stored run held and saw at a moment, as JSON.",
    description = {
      "Prints account, positions, orders, indicators and ledger of a stored run at a moment, as",
      "JSON: at the last bar that has ended, after its decisions and before the next opens."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright state my-run --at 2021-05-19T12:00:00Z",
      "  candlewright state results --at 2021-05-19 --by play"
    })
final class StateCommand implements Callable<Integer> {
  /** How to get to the moment. */
  enum By {
    SEEK,
    PLAY
  }

  @Parameters(
      paramLabel = "RUN",
      description = "Id or name of a stored run, or a folder that --out wrote.")
  private String run = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "Date or ISO instant, UTC.")
  private String at = "";

  @Option(
      names = "--by",
      paramLabel = "seek|play",
      description = "seek jumps, play runs from the start: the same bytes. Default: seek.")
  private By by = By.SEEK;

  private final CommandContext context;

  StateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    long time = context.understood(() -> OptionValue.of("--at", at, Period::parseTime));
    RunMoment moments = new RunMoment(context, run);
    if (by == By.PLAY) {
      RunPlan plan = moments.replay().plan(moments.files());
      print(moments, plan, ReplayRun.play(plan, time));
    } else {
      ReplayRun opened = moments.open();
      print(moments, opened.plan(), moments.seek(opened, time));
    }
    return ExitCode.DONE;
  }

  private static void print(RunMoment moments, RunPlan plan, Moment moment) {
    moments.print(new StateDocument(plan.setup()).of(moment));
  }
}
