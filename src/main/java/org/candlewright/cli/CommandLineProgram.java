package org.candlewright.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;
import picocli.CommandLine;

/** The command line: parses, runs one command, and turns every outcome into an exit code. */
public final class CommandLineProgram {
  private static final int HELP_WIDTH = 100;

  private final Terminal terminal;
  private final Interruption interruption;
  private final Services.Factory factory;
  private final String version;
  private final boolean calls;

  public CommandLineProgram(
      Terminal terminal, Interruption interruption, Services.Factory factory, String version) {
    this(terminal, interruption, factory, version, true);
  }

  private CommandLineProgram(
      Terminal terminal,
      Interruption interruption,
      Services.Factory factory,
      String version,
      boolean calls) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.factory = factory;
    this.version = version;
    this.calls = calls;
  }

  /** The command line inside the process that has the home open, for a caller outside. */
  static CommandLineProgram inside(Terminal terminal, Services owner, String version) {
    return new CommandLineProgram(
        terminal, new Interruption(), home -> new BorrowedServices(owner), version, false);
  }

  /** Runs one command and returns the exit code. */
  public int run(String... arguments) {
    GlobalOptions options = new GlobalOptions();
    try (CommandContext context = new CommandContext(options, terminal, interruption, factory)) {
      return commandLine(context, arguments).execute(arguments);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private CommandLine commandLine(CommandContext context, String[] arguments) {
    CommandLine line = new CommandLine(new RootCommand(context.options()));
    line.getCommandSpec().version("candlewright " + version);
    commands(context).forEach(line::addSubcommand);
    line.registerConverter(BigDecimal.class, CommandLineProgram::decimal);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setParameterExceptionHandler(new UsageErrors(terminal));
    line.setExecutionStrategy(
        parsed -> {
          if (context.options().contradictory()) {
            throw new CommandLine.ParameterException(
                line, "--json and --csv exclude each other. Give one of them.");
          }
          Optional<Path> home =
              calls && runs(parsed)
                  ? factory.directory(context.options().home())
                  : Optional.empty();
          Optional<Integer> code = home.flatMap(open -> call(open, parsed, arguments));
          if (code.isPresent()) {
            return code.get();
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler((failure, at, parsed) -> failed(failure, context));
    return line;
  }

  /** Lets the process run the command that has the home open; empty if none has. */
  private Optional<Integer> call(Path home, CommandLine.ParseResult parsed, String[] arguments) {
    for (CommandLine each : parsed.asCommandLineList()) {
      if (each.getCommand() instanceof BeforeCall first) {
        first.beforeCall(home);
      }
    }
    return HomeCall.make(home, arguments, terminal);
  }

  /** Whether a command is to be run that may need the home. */
  private static boolean runs(CommandLine.ParseResult parsed) {
    return parsed.hasSubcommand()
        && parsed.asCommandLineList().stream()
            .noneMatch(
                each ->
                    each.isUsageHelpRequested()
                        || each.isVersionHelpRequested()
                        || each.getCommandName().equals("bench"));
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException("'" + text + "' is not a number");
    }
  }

  private static Map<String, Object> commands(CommandContext context) {
    Map<String, Object> commands = new LinkedHashMap<>();
    commands.put("import", new ImportCommand(context));
    commands.put("data", new DataCommand(context));
    commands.put("strategies", new StrategiesCommand(context));
    commands.put("backtest", new BacktestCommand(context));
    commands.put("paper", new PaperCommand(context));
    commands.put("kill", new KillCommand(context));
    commands.put("runs", new RunsCommand(context));
    commands.put("export", new ExportCommand(context));
    commands.put("state", new StateCommand(context));
    commands.put("explain", new ExplainCommand(context));
    commands.put("verify", new VerifyCommand(context));
    commands.put("compare", new CompareCommand(context));
    commands.put("rank", new RankCommand(context));
    commands.put("screen", new ScreenCommand(context));
    commands.put("render", new RenderCommand(context));
    commands.put("doctor", new DoctorCommand(context));
    commands.put("bench", new BenchCommand(context));
    return commands;
  }

  private int failed(Exception failure, CommandContext context) {
    terminal.progressDone();
    return switch (failure) {
      case CancelledRunException interrupted -> {
        terminal.err().println("interrupted: nothing was stored");
        yield ExitCode.INTERRUPTED;
      }
      case UsageException wrong -> {
        terminal.err().println("error: " + wrong.line());
        yield ExitCode.WRONG_USAGE;
      }
      case InputException wrong -> {
        terminal.err().println("error: " + wrong.line());
        yield ExitCode.FAILED;
      }
      default -> unexpected(failure, context);
    };
  }

  /** A bug or a broken machine: the trace goes to the log, people get a sentence and its place. */
  private int unexpected(Exception failure, CommandContext context) {
    String what = failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
    terminal
        .err()
        .println(
            "error: unexpected "
                + failure.getClass().getSimpleName()
                + what
                + ". "
                + context
                    .openServices()
                    .map(
                        services -> {
                          services.logFailure(failure);
                          return "Details are in " + services.logFile() + ".";
                        })
                    .orElse("Run candlewright doctor to see what is wrong."));
    return ExitCode.FAILED;
  }
}
