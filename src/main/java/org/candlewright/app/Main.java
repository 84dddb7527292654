package org.candlewright.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.candlewright.backtest.BacktestService;
import org.candlewright.cli.CommandLineProgram;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Services;
import org.candlewright.cli.Terminal;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;

/** Starts the program: the window without arguments, the command line with. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Terminal terminal = terminal();
    Interruption interruption = new Interruption();
    InterruptSignal signal = InterruptSignal.listen(interruption);
    int code = run(arguments, terminal, interruption);
    terminal.out().flush();
    terminal.err().flush();
    signal.exit(code);
  }

  private static int run(String[] arguments, Terminal terminal, Interruption interruption) {
    Services.Factory services = new Homes();
    Optional<Optional<Path>> home = homeAlone(arguments);
    if (home.isEmpty()) {
      return new CommandLineProgram(
              terminal, interruption, services, BacktestService.PROGRAM_VERSION)
          .run(arguments);
    }
    try (Services open = services.open(home.get())) {
      if (Display.ofSystem().available(System.getenv())) {
        new Window(open).show();
        return ExitCode.DONE;
      }
      return new HeadlessTour(open, terminal, interruption)
          .run("No display answers here, so no window opens.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    } catch (CancelledRunException e) {
      return ExitCode.INTERRUPTED;
    } catch (InputException e) {
      terminal.err().println("error: " + e.line());
      return ExitCode.FAILED;
    }
  }

  /** Opens homes, and tells where they are. */
  private static final class Homes implements Services.Factory {
    @Override
    public Services open(Optional<Path> home) {
      return new Application(Home.of(home), ViewPictures::new);
    }

    @Override
    public Optional<Path> directory(Optional<Path> home) {
      return Optional.of(Home.of(home).directory());
    }
  }

  /** The home, if nothing else was said; empty if there is a command to run. */
  private static Optional<Optional<Path>> homeAlone(String[] arguments) {
    if (arguments.length == 0) {
      return Optional.of(Optional.empty());
    }
    if (arguments.length == 2 && arguments[0].equals("--home")) {
      return Optional.of(Optional.of(Path.of(arguments[1])));
    }
    return arguments.length == 1 && arguments[0].startsWith("--home=")
        ? Optional.of(Optional.of(Path.of(arguments[0].substring("--home=".length()))))
        : Optional.empty();
  }

  /** Results and messages are UTF-8 whatever the machine's locale, so that files piped are too. */
  private static Terminal terminal() {
    return new Terminal(
        new PrintWriter(
            new OutputStreamWriter(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                StandardCharsets.UTF_8)),
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
            true),
        Boolean.getBoolean("candlewright.interactive"));
  }
}
