package org.candlewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments alone: nothing here opens a home. */
class UsageTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionIsPrinted() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualTo("candlewright 9.9\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "data",
        "strategies",
        "backtest",
        "runs",
        "export",
        "verify",
        "render",
        "doctor",
        "bench"
      })
  void helpOfEachCommandShowsExamples(String command) {
    assertThat(run(command, "--help")).isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().lines().toList();
    List<String> examples = lines.subList(lines.indexOf("Examples:") + 1, lines.size());
    assertThat(examples)
        .filteredOn(line -> line.startsWith("  candlewright " + command))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(out.toString()).contains("--home=DIR", "--json", "--csv");
  }

  @Test
  void anUnknownCommandSuggestsTheNearest() {
    assertThat(run("improt")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).isEqualTo("error: unknown command 'improt'. Did you mean import?\n");
  }

  @Test
  void anUnknownOptionSuggestsTheNearestEvenIfTheRightOneIsThenMissing() {
    assertThat(run("backtest", "--stratgy", "ema-crossover")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString())
        .isEqualTo("error: unknown option '--stratgy'. Did you mean --strategy?\n");
  }

  @Test
  void aMissingOptionIsNamed() {
    assertThat(run("export", "my-run", "--what", "trades")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).startsWith("error: missing required option").contains("--out");
  }

  @Test
  void jsonAndCsvExcludeEachOtherWhereverTheyStand() {
    assertThat(run("--json", "data", "--csv")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).startsWith("error: --json and --csv exclude each other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--timeframe 7x",
        "--capital abc",
        "--tier huge",
        "--fees free",
        "--size-impact maybe",
        "--participation 2",
        "--participation 0",
        "--from yesterday"
      })
  void valuesThatMeanNothingAreWrongUsage(String argument) {
    String[] option = argument.split(" ", -1);
    Map<String, String> given =
        new LinkedHashMap<>(
            Map.of(
                "--strategy",
                "ema-crossover",
                "--instruments",
                "a:BTCUSDT",
                "--from",
                "2021-01-01",
                "--to",
                "2022-01-01",
                "--capital",
                "10000"));
    given.put(option[0], option[1]);
    List<String> arguments = new ArrayList<>(List.of("backtest"));
    given.forEach((name, value) -> arguments.addAll(List.of(name, value)));
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).startsWith("error: ").contains(option[1]).hasLineCount(1);
  }

  @Test
  void importWithoutAFileSaysWhichOptionsNameOne() {
    assertThat(run("import", "--instrument", "a:BTCUSDT")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("Give one of --candles, --mark, --funding and --ticks");
  }

  @Test
  void importOfOneInstrumentAndOfAVenueExcludeEachOther() {
    assertThat(run("import", "--funding", "f.csv", "--instrument", "a:BTCUSDT", "--venue", "a"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("--instrument: given together with --venue");
  }

  private int run(String... arguments) {
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    return new CommandLineProgram(
            terminal,
            new Interruption(),
            home -> {
              throw new AssertionError("no home is needed to understand arguments");
            },
            "9.9")
        .run(arguments);
  }
}
