package org.candlewright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.candlewright.cli.output.Listing;
import org.candlewright.market.InputException;

/** What a command works with: its options, the terminal, and the program's services. */
final class CommandContext implements AutoCloseable {
  private final GlobalOptions options;
  private final Terminal terminal;
  private final Interruption interruption;
  private final Services.Factory factory;
  private Optional<Services> open = Optional.empty();

  CommandContext(
      GlobalOptions options,
      Terminal terminal,
      Interruption interruption,
      Services.Factory factory) {
    this.options = options;
    this.terminal = terminal;
    this.interruption = interruption;
    this.factory = factory;
  }

  GlobalOptions options() {
    return options;
  }

  Terminal terminal() {
    return terminal;
  }

  Interruption interruption() {
    return interruption;
  }

  /** The services of the chosen home, opened when first asked for. */
  Services services() {
    if (open.isEmpty()) {
      open = Optional.of(factory.open(options.home()));
    }
    return open.get();
  }

  /** What arguments mean; whatever cannot be understood there is wrong usage. */
  <T> T understood(Supplier<T> arguments) {
    try {
      return arguments.get();
    } catch (InputException e) {
      throw new UsageException(e);
    }
  }

  /** The services if a command has opened them. */
  Optional<Services> openServices() {
    return open;
  }

  <R> void print(Listing<R> listing) {
    terminal.progressDone();
    try {
      options.output().write(listing, terminal.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open.ifPresent(Services::close);
  }
}
