package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.market.InputException;
import org.candlewright.strategy.IndicatorText;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists, shows and checks strategies. */
@Command(
    name = "strategies",
    sortOptions = false,
    header = "Lists the strategy templates; shows, checks files, lists indicators.",
    description =
        "Lists the strategy templates; show prints one, check examines a file, indicators lists what"
            + " rules can read.",
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
  private static final List<Column<IndicatorKind>> INDICATOR =
      List.of(
          Column.of("name", kind -> Value.of(kind.name())),
          Column.of("parameters", kind -> Value.of(IndicatorText.parameters(kind))),
          Column.of("source", kind -> Value.of(IndicatorText.source(kind))),
          Column.of("outputs", kind -> Value.of(IndicatorText.outputs(kind))),
          Column.of("formula", kind -> Value.of(kind.formula())),
          Column.of("published", kind -> Value.of(kind.origin())),
          Column.of("help", kind -> Value.of(kind.help())));
  private static final List<Column<Problem>> PROBLEM =
      List.of(
          Column.of("path", problem -> Value.of(problem.path())),
          Column.of("problem", problem -> Value.of(problem.problem())),
          Column.of("remedy", problem -> Value.of(problem.remedy())),
          Column.of(
              "line",
              problem ->
                  problem.line().isPresent()
                      ? Value.of(problem.line().getAsLong())
                      : Value.unknown()));

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
      name = "indicators",
      sortOptions = false,
      description = "Lists the indicators that rules can use, with parameters and formulas.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  candlewright strategies indicators",
        "  candlewright strategies indicators --json"
      })
  int indicators() {
    Strategies strategies = context.services().strategies();
    context.print(Listing.of(INDICATOR, strategies.indicators(), "There is no indicator."));
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

  /** A problem of a file with its line and its place in the JSON, taken from the message. */
  private record Problem(OptionalLong line, String path, String problem, String remedy) {
    private static final Pattern MESSAGE = Pattern.compile("(?::(\\d+))?: (?:([^ ]+): )?(.*)");

    static Problem of(Path file, InputException wrong) {
      String message = String.valueOf(wrong.getMessage());
      Matcher parts =
          MESSAGE.matcher(
              message.substring(message.startsWith(file + ":") ? file.toString().length() : 0));
      if (!parts.matches()) {
        return new Problem(OptionalLong.empty(), "", message, wrong.remedy());
      }
      OptionalLong line =
          parts.group(1) == null
              ? OptionalLong.empty()
              : OptionalLong.of(Long.parseLong(parts.group(1)));
      String path = parts.group(2) == null ? "" : parts.group(2);
      return new Problem(line, path, String.valueOf(parts.group(3)), wrong.remedy());
    }
  }
}
