package org.candlewright.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.candlewright.cli.output.CsvOutput;
import org.candlewright.cli.output.JsonOutput;
import org.candlewright.cli.output.Output;
import org.candlewright.cli.output.TableOutput;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
public final class GlobalOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Data directory to use instead of the user's own.")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--csv", scope = ScopeType.INHERIT, description = "Print CSV (RFC 4180).")
  private boolean csv;

  Optional<Path> home() {
    return home;
  }

  boolean forPeople() {
    return !json && !csv;
  }

  boolean csv() {
    return csv;
  }

  boolean contradictory() {
    return json && csv;
  }

  Output output() {
    if (json) {
      return new JsonOutput();
    }
    return csv ? new CsvOutput() : new TableOutput();
  }
}
