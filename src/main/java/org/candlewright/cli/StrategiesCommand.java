package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
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
  private static final List<Column<StrategyDefinition>> TEMPLATE =
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
    Strategies strategies = context.services().strategies();
    List<StrategyDefinition> templates =
        strategies.templateNames().stream().map(name -> template(strategies, name)).toList();
    context.print(Listing.of(TEMPLATE, templates, "There is no template."));
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
    Strategies strategies = context.services().strategies();
    context.terminal().out().print(strategies.toJson(template(strategies, name)));
    return ExitCode.DONE;
  }

  @Command(
      name = "check",
      sortOptions = false,
      description = "Examines a strategy file and names what is wrong and where.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  candlewright strategies check mine.json",
        "  candlewright strategies check mine.json --json"
      })
  int check(@Parameters(paramLabel = "FILE", description = "A strategy file.") Path file) {
    try {
      StrategyDefinition strategy = new StrategySource(context.services().strategies()).read(file);
      context.print(
          Listing.of(
              PROBLEM,
              List.of(),
              file + ": " + strategy.name() + " (" + strategy.kind() + ") can be run."));
      return ExitCode.DONE;
    } catch (InputException wrong) {
      if (!context.options().forPeople()) {
        context.print(Listing.of(PROBLEM, List.of(Problem.of(file, wrong)), ""));
      }
      throw wrong;
    }
  }

  private static StrategyDefinition template(Strategies strategies, String name) {
    return strategies
        .template(name)
        .orElseThrow(
            () ->
                new InputException(
                    "strategies: there is no template '" + name + "'",
                    Nearest.of(name, strategies.templateNames())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Run candlewright strategies to see them")));
  }

  /** A problem of a file with its place in the JSON. */
  private record Problem(String path, String problem, String remedy) {
    static Problem of(Path file, InputException wrong) {
      String whole = String.valueOf(wrong.getMessage());
      String message =
          whole.startsWith(file + ":") ? whole.substring((file + ":").length()).strip() : whole;
      int colon = message.indexOf(": ");
      return colon < 0
          ? new Problem("", message, wrong.remedy())
          : new Problem(message.substring(0, colon), message.substring(colon + 2), wrong.remedy());
    }
  }
}
