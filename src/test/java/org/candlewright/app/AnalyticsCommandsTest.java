package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.cli.CommandLineProgram;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands rank and screen on a home with the demo market. */
class AnalyticsCommandsTest {
  private static final String RANK_COLUMNS =
      "symbol,periods,interval_hours,coverage_days,first_time,last_time,mean,median,stdev,min,max,"
          + "p25,p75,share_positive,streak,annualized_mean,round_trip_cost,net_yield,"
          + "break_even_days,volume_24h,tier,tier_source,enough_data,note";
  private static final String SCREEN_COLUMNS =
      "first,second,bars,correlation,dependent,hedge_ratio,intercept,statistic,lag,p_value,"
          + "reverse_p_value,q_value,half_life_bars,hurst,zscore,passes,note";

  @TempDir private static Path home = Path.of("");
  private final Interruption interruption = new Interruption();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rankPrintsItsColumnsForEveryStoredPerpetual() {
    assertThat(run("rank", "--csv")).isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).isEqualTo(RANK_COLUMNS);
    assertThat(lines).hasSize(14);
  }

  @Test
  void rankOrdersByNetYieldOverTheHoldingTime() throws IOException {
    assertThat(run("rank", "--holding-days", "90", "--notional", "5000", "--json"))
        .isEqualTo(ExitCode.DONE);
    double before = Double.POSITIVE_INFINITY;
    for (JsonNode row : json()) {
      double net = row.path("net_yield").asDouble();
      assertThat(net).isLessThanOrEqualTo(before);
      before = net;
    }
  }

  @Test
  void aPeriodWithoutFundingIsARowThatSaysSo() throws IOException {
    assertThat(run("rank", "--instruments", "demo:BTCUSDT.P", "--to", "2020-01-01", "--json"))
        .isEqualTo(ExitCode.DONE);
    JsonNode row = json().get(0);
    assertThat(row.path("net_yield").isNull()).isTrue();
    assertThat(row.path("note").asText()).isEqualTo("no funding stored in the period");
  }

  @Test
  void screenFindsThePlantedPairAndPrintsItsColumns() throws IOException {
    assertThat(screen("--csv")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith(SCREEN_COLUMNS);
    out.getBuffer().setLength(0);
    assertThat(screen("--json")).isEqualTo(ExitCode.DONE);
    JsonNode rows = json();
    assertThat(rows.size()).isEqualTo(3);
    int found = 0;
    for (JsonNode row : rows) {
      if (row.path("first").asText().equals("demo:ETHUSDT")
          && row.path("second").asText().equals("demo:LINKUSDT")) {
        assertThat(row.path("passes").asBoolean()).isTrue();
        assertThat(row.path("stable_windows").asInt()).isGreaterThanOrEqualTo(3);
        found++;
      }
    }
    assertThat(found).isEqualTo(1);
  }

  @Test
  void aRateOutOfRangeIsWrongUsage() {
    assertThat(screen("--fdr", "5")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("false discovery rate").contains("--fdr 0.05");
  }

  @Test
  void interruptingAScreeningEndsItWithItsOwnCode() {
    interruption.request();
    assertThat(screen()).isEqualTo(ExitCode.INTERRUPTED);
  }

  private int screen(String... more) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("screen", "--instruments", "demo:BTCUSDT,demo:ETHUSDT,demo:LINKUSDT"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(arguments));
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(
            terminal,
            interruption,
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
