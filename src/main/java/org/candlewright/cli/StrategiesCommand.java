package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.candlewright.cli.StrategyCatalogue.Problem;
import org.candlewright.cli.StrategyCatalogue.Template;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists, shows and checks strategies. */
@Command(
    name = "strategies",
    sortOptions = false,
    description = "Lists the strategy templates; show prints one, check examines a file.",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright strategies",
      "  candlewright strategies show ema-crossover > mine.json"
    })
final class StrategiesCommand implements Callable<Integer> {
  private static final List<Column<Template>> TEMPLATE =
      List.of(
          Column.of("name", template -> Value.of(template.name())),
          Column.of("kind", template -> Value.of(template.kind())),
          Column.of("description", template -> Value.of(template.description())));
  private static final List<Column<Problem>> PROBLEM =
      List.of(
          Column.of("path", problem -> Value.of(problem.path())),
          Column.of("problem", problem -> Value.of(problem.problem())),
          Column.of("remedy", problem -> Value.of(problem.remedy())));

  private final CommandContext context;

  StrategiesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.print(
        Listing.of(TEMPLATE, context.services().strategies().templates(), "No templates."));
    return ExitCode.DONE;
  }

  @Command(
      name = "show",
      sortOptions = false,
      description = "Prints a template as the JSON of a strategy file.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  candlewright strategies show ema-crossover",
        "  candlewright strategies show funding-carry-backtest > carry.json"
      })
  int show(@Parameters(paramLabel = "NAME", description = "Name of a template.") String name) {
    context.terminal().out().println(context.services().strategies().json(name).strip());
    return ExitCode.DONE;
  }

  @Command(
      name = "check",
      sortOptions = false,
      description = "Examines a strategy file and prints every problem with its place.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  candlewright strategies check mine.json",
        "  candlewright strategies check mine.json --json"
      })
  int check(@Parameters(paramLabel = "FILE", description = "A strategy file.") Path file) {
    List<Problem> problems = context.services().strategies().check(file);
    context.print(Listing.of(PROBLEM, problems, file + " can be run."));
    if (problems.isEmpty()) {
      return ExitCode.DONE;
    }
    for (Problem problem : problems) {
      context.terminal().err().println("error: " + file + ": " + problem.path() + ": "
          + problem.problem() + ". " + problem.remedy() + ".");
    }
    return ExitCode.FAILED;
  }
}
