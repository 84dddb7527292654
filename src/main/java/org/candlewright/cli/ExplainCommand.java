package org.candlewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import org.candlewright.replay.ExplainDocument;
import org.candlewright.replay.Moment;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.Track;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains what a run did at a bar. */
@Command(
    name = "explain",
    sortOptions = false,
    header = "Explains why a stored run acted at a bar, or why not.",
    description = {
      "Explains the decision of a stored run at a bar in words and numbers; where nothing was",
      "done, which condition failed and by how much."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright explain my-run --at 2021-05-19T12:00:00Z",
      "  candlewright explain my-run --at 2021-05-19 --instrument binance:BTCUSDT.P --json"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      description = "Id or name of a stored run, or a folder that --out wrote.")
  private String run = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "Date or ISO instant, UTC; the last bar that has ended counts.")
  private String at = "";

  @Option(
      names = "--instrument",
      paramLabel = "I",
      description = "One of the run's. Default: the first that decided then, else the first.")
  private Optional<String> instrument = Optional.empty();

  private final CommandContext context;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    long time = context.understood(() -> OptionValue.of("--at", at, Period::parseTime));
    RunMoment moments = new RunMoment(context, run);
    ReplayRun opened = moments.open();
    ExplainDocument document = explain(moments, opened, time);
    if (context.options().forPeople()) {
      document.lines().forEach(context.terminal().out()::println);
    } else {
      moments.print(document.json());
    }
    return ExitCode.DONE;
  }

  private ExplainDocument explain(RunMoment moments, ReplayRun opened, long time) {
    Moment moment = moments.seek(opened, time);
    if (instrument.isEmpty()) {
      int first = moment.decisions().isEmpty() ? 0 : moment.decisions().getFirst().instrument();
      return ExplainDocument.of(opened, moment, first);
    }
    Track track = track(opened, instrument.get());
    BarSeries bars = track.data().bars();
    int bar = Math.min(bars.lastEndedAt(time), track.endBar() - 1);
    if (bar < track.firstBar()) {
      throw RunMoment.early(opened, time);
    }
    // An instrument without a bar now is explained at its own last bar.
    return ExplainDocument.of(opened, moments.seek(opened, bars.endTime(bar)), track.index());
  }

  private static Track track(ReplayRun opened, String name) {
    List<String> names =
        opened.tracks().stream().map(each -> each.instrument().id().toString()).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw new InputException(
          "--instrument: '" + name + "' is not in the run",
          Nearest.of(name, names)
              .map(near -> "Did you mean " + near + "?")
              .orElse("It has " + String.join(", ", names)));
    }
    return opened.tracks().get(index);
  }
}
