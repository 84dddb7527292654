package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.cli.CommandLineProgram;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Services;
import org.candlewright.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and the kill switch from the command line, on a home with the demo market. */
class PaperCommandTest {
  @TempDir private static Path home = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static final class Homes implements Services.Factory {
    @Override
    public Services open(Optional<Path> given) {
      return new Application(Home.of(given), ViewPictures::new);
    }

    @Override
    public Optional<Path> directory(Optional<Path> given) {
      return Optional.of(Home.of(given).directory());
    }
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(arguments));
    return new CommandLineProgram(
            new Terminal(new PrintWriter(out), new PrintWriter(err, true), false),
            new Interruption(),
            new Homes(),
            "9.9")
        .run(all.toArray(String[]::new));
  }

  private int paper(String name, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "paper",
                "--strategy",
                "funding-carry-backtest",
                "--instruments",
                "demo:*.P",
                "--capital",
                "10000",
                "--from",
                "2025-03-02",
                "--for",
                "20d",
                "--speed",
                "max",
                "--name",
                name));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @Test
  void aSessionOverStoredBarsWritesWhatTheBacktestWritesAndVerifies() throws IOException {
    Path session = home.resolve("session");
    Path backtest = home.resolve("backtest");
    assertThat(paper("carry", "--feed", "stored", "--out", session.toString()))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(
            run(
                "backtest",
                "--strategy",
                "funding-carry-backtest",
                "--instruments",
                "demo:*.P",
                "--capital",
                "10000",
                "--from",
                "2025-03-02",
                "--to",
                "2025-03-22",
                "--risk",
                "guarded",
                "--out",
                backtest.toString()))
        .isEqualTo(ExitCode.DONE);
    for (String file : List.of("trades.csv", "fills.csv", "ledger.csv")) {
      assertThat(Files.readString(session.resolve(file)))
          .as(file)
          .isEqualTo(Files.readString(backtest.resolve(file)));
    }
    // What refused entries would have brought needs bars that a session has not seen.
    assertThat(Files.readString(session.resolve("decisions.jsonl")))
        .isEqualTo(
            Files.readString(backtest.resolve("decisions.jsonl"))
                .replaceAll(",\"forgone_pnl\":(\"[^\"]*\"|null|[-0-9.]+)", ""));
    assertThat(Files.readAllLines(session.resolve("trades.csv"))).hasSizeGreaterThan(5);
    assertThat(run("verify", "carry")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).endsWith("identical\n");
  }

  @Test
  void aSessionCanBeLookedIntoLikeABacktest() {
    assertThat(paper("looked-into")).as(err.toString()).isEqualTo(ExitCode.DONE);
    for (String time :
        List.of(
            "2025-03-03T01:00:00Z", "2025-03-10", "2025-03-13T17:42:00Z", "2025-03-21T09:00:00Z")) {
      String sought = printed("state", "looked-into", "--at", time);
      assertThat(printed("state", "looked-into", "--at", time, "--by", "play"))
          .isEqualTo(sought)
          .contains("\"positions\"");
    }
  }

  private String printed(String... arguments) {
    out.getBuffer().setLength(0);
    assertThat(run(arguments)).as(err.toString()).isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  @Test
  void afterAKillTheNextSessionEntersNothingUntilAReset() {
    assertThat(run("kill")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("The next one begins locked");
    out.getBuffer().setLength(0);
    assertThat(paper("locked", "--json")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("\"trades\" : 0");
    assertThat(err.toString()).contains("closed and locked");
    assertThat(run("kill", "--reset")).isEqualTo(ExitCode.DONE);
    out.getBuffer().setLength(0);
    assertThat(paper("unlocked", "--json")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).doesNotContain("\"trades\" : 0");
  }

  @Test
  void aSessionRefusesAProfileThatChecksNothing() {
    assertThat(paper("unguarded", "--risk", "research")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("--risk: a session does not run under research");
  }
}
