package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.cli.CommandLineProgram;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Terminal;
import org.candlewright.store.AwkwardMarket;
import org.candlewright.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands rank and screen say of data that cannot be computed with. */
class AwkwardDataTest {
  @TempDir private static Path home = Path.of("");
  @TempDir private static Path crowded = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void fill() {
    try (Store store = Store.open(home)) {
      AwkwardMarket.fill(store);
    }
    try (Store store = Store.open(crowded)) {
      AwkwardMarket.fillMany(store, 10_000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GOOD | TWIN | both series are the same but for rounding",
        "GOOD | FLAT | odd:FLATUSDT.P has a constant price",
        "GOOD | LATE | no bars in common",
        "GAPS | HOLE | a gap of 61 days",
        "GOOD | ZERO | odd:ZEROUSDT.P has a price of 0.0 at 1970-01-01T07:00:00Z",
        "GOOD | ONCE | odd:ONCEUSDT.P has no bars in the period"
      })
  void aPairThatCannotBeTestedSaysWhyAndHasNoFigures(String one, String other, String why)
      throws IOException {
    assertThat(run(home, "screen", "--instruments", names(one, other), "--json"))
        .isEqualTo(ExitCode.DONE);
    JsonNode row = json().get(0);
    assertThat(row.path("note").asText()).contains(why);
    for (String figure : List.of("hedge_ratio", "p_value", "q_value", "hurst", "zscore")) {
      assertThat(row.path(figure).isNull()).as(figure).isTrue();
    }
    assertThat(row.path("passes").asBoolean()).isFalse();
  }

  @Test
  void onePairOfManyThatCanBeTestedIsTested() throws IOException {
    assertThat(run(home, "screen", "--instruments", "odd:*", "--json")).isEqualTo(ExitCode.DONE);
    int tested = 0;
    for (JsonNode row : json()) {
      boolean hasFigures = !row.path("p_value").isNull();
      assertThat(hasFigures).isEqualTo(!row.path("q_value").isNull());
      assertThat(hasFigures || !row.path("note").asText().isEmpty()).isTrue();
      tested += hasFigures ? 1 : 0;
    }
    // WELL, GAPS and HOLE each with GOOD and TWIN, WELL with GAPS and HOLE.
    assertThat(tested).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ONCE | one settlement only: its interval is unknown, so is any yield",
        "WELL | no funding stored in the period"
      })
  void aPerpetualThatCannotBeRankedSaysWhy(String base, String why) throws IOException {
    assertThat(run(home, "rank", "--instruments", names(base), "--json")).isEqualTo(ExitCode.DONE);
    JsonNode row = json().get(0);
    assertThat(row.path("note").asText()).contains(why);
    assertThat(row.path("net_yield").isNull()).isTrue();
    assertThat(row.path("annualized_mean").isNull()).isTrue();
  }

  @Test
  void aPerpetualOfWhichOnlyFundingIsStoredIsRanked() throws IOException {
    assertThat(run(home, "rank", "--instruments", names("NAKED"), "--json"))
        .isEqualTo(ExitCode.DONE);
    JsonNode row = json().get(0);
    assertThat(row.path("periods").asInt()).isEqualTo(60);
    assertThat(row.path("annualized_mean").asDouble()).isGreaterThan(0);
    assertThat(row.path("tier").asText()).isEqualTo("unknown");
    assertThat(row.path("note").asText()).contains("no bars of the perpetual");
  }

  @ParameterizedTest
  @CsvSource({"0", "Infinity", "NaN", "1e400"})
  void aPriceThatIsNoneNeverGetsIn(String price) throws IOException {
    Path file = Files.createTempFile("bad", ".csv");
    Files.writeString(
        file,
        "open_time_ms,open,high,low,close,volume\n1609459200000,1,2,1,1,1\n1609462800000,1,2,1,"
            + price
            + ",1\n");
    assertThat(
            run(
                home,
                "import",
                "--candles",
                file.toString(),
                "--instrument",
                "odd:NEWUSDT.P",
                "--timeframe",
                "1h"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(file + ":3: close: ").doesNotContain("Exception");
  }

  @Test
  void tenThousandInstrumentsAreTooManyToScreenAndAreToldSoAtOnce() {
    assertThat(run(crowded, "screen", "--instruments", "all")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("10000 instruments make 49995000 pairs, more than 2000000")
        .contains("Choose fewer");
  }

  private static String names(String... bases) {
    return String.join(",", List.of(bases).stream().map(base -> "odd:" + base + "USDT.P").toList());
  }

  private int run(Path in, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--home", in.toString()));
    all.addAll(List.of(arguments));
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(
            terminal,
            new Interruption(),
            place ->
                new Application(
                    Home.of(place),
                    services -> {
                      throw new IllegalStateException("no pictures in these tests");
                    }),
            "test")
        .run(all.toArray(String[]::new));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }
}
