package org.candlewright.cli;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.JsonOutput;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs benchmarks. */
@Command(
    name = "bench",
    sortOptions = false,
    description = "Runs the benchmarks, all or some by name, and prints value, unit and ratios.",
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright bench", "  candlewright bench backtest_ema_1m load_bars --json"})
final class BenchCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      split = ",",
      description = "Benchmarks to run. Default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the figures to a file as JSON, too.")
  private Optional<Path> out = Optional.empty();

  private final CommandContext context;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Benchmarking benchmarks =
        ServiceLoader.load(Benchmarking.class).findFirst().orElseThrow(this::missing);
    List<Benchmarking.Figure> figures = new ArrayList<>();
    for (String name : chosen(benchmarks)) {
      if (context.interruption().requested()) {
        throw new CancelledRunException();
      }
      Optional<String> missing = benchmarks.missing(name);
      if (missing.isPresent()) {
        context.terminal().err().println(name + ": skipped, " + missing.get());
        continue;
      }
      context.terminal().err().println(name + " …");
      figures.add(benchmarks.run(name));
    }
    Listing<Benchmarking.Figure> listing = listing(figures);
    out.ifPresent(file -> write(listing, file));
    context.print(listing);
    return ExitCode.DONE;
  }

  private InputException missing() {
    return new InputException(
        "bench: the benchmarks are not beside the program",
        "Build it with mvn -q -DskipTests package, or run them from the source folder:"
            + " mvn -q -Pbench verify"
            + (names.isEmpty() ? "" : " -Dbench=" + String.join(",", names)));
  }

  private List<String> chosen(Benchmarking benchmarks) {
    List<String> known = benchmarks.names();
    if (names.isEmpty() || names.equals(List.of(ALL))) {
      return known;
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(
            new InputException(
                "bench: there is no benchmark '" + name + "'",
                "Choose from " + String.join(", ", known)));
      }
    }
    return names;
  }

  private static Listing<Benchmarking.Figure> listing(List<Benchmarking.Figure> figures) {
    return Listing.of(
        List.of(
            Column.of("name", figure -> Value.of(figure.name())),
            Column.of("value", figure -> Value.of(figure.value())),
            Column.of("unit", figure -> Value.of(figure.unit())),
            Column.of("ratios", figure -> new Value.Rows(ratios(figure.ratios()))),
            Column.of("note", figure -> Value.of(figure.note()))),
        figures,
        "No benchmark was chosen.");
  }

  private static Listing<Map<String, BigDecimal>> ratios(Map<String, BigDecimal> ratios) {
    List<Column<Map<String, BigDecimal>>> columns = new ArrayList<>();
    ratios.forEach((name, value) -> columns.add(Column.of(name, row -> Value.of(value))));
    return Listing.single(columns, ratios);
  }

  private static void write(Listing<Benchmarking.Figure> listing, Path file) {
    try (Writer writer = Files.newBufferedWriter(file)) {
      new JsonOutput().write(listing, writer);
    } catch (IOException e) {
      throw new InputException(
          file + ": the figures cannot be written (" + e.getMessage() + ")",
          "Name a file in a folder that exists and may be written to");
    }
  }
}
