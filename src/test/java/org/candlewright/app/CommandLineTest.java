package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candlewright.backtest.BacktestService;
import org.candlewright.cli.CommandLineProgram;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Services;
import org.candlewright.cli.Terminal;
import org.candlewright.market.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program without its process: commands on a real home with the demo market. */
class CommandLineTest {
  private static final List<String> BACKTEST =
      List.of(
          "backtest",
          "--strategy",
          "ema-crossover",
          "--instruments",
          "demo:BTCUSDT.P",
          "--from",
          "2025-06-01",
          "--to",
          "2025-08-01",
          "--capital",
          "10000");

  @TempDir private static Path home = Path.of("");
  @TempDir private Path folder = Path.of("");
  private final Interruption interruption = new Interruption();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void startWithEmptyScreens() {
    out = new StringWriter();
    err = new StringWriter();
  }

  @Test
  void aNewHomeHoldsTheDemoMarketAndSaysItIsSimulated() throws IOException {
    assertThat(run("data", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode rows = json();
    assertThat(rows.size()).isGreaterThanOrEqualTo(24);
    assertThat(rows.get(0).path("source").asText()).contains("simulated");
  }

  @Test
  void backtestPrintsAllMetricsAndWritesTheFilesOfTheRun() throws IOException {
    assertThat(backtest("--json", "--out", folder.toString())).isEqualTo(ExitCode.DONE);
    JsonNode summary = json();
    assertThat(summary.path("run_id").asText()).hasSize(16);
    JsonNode all = tree(folder.resolve("metrics.json")).path("all");
    all.properties()
        .forEach(
            metric ->
                assertThat(summary.get(metric.getKey()).asText())
                    .isEqualTo(metric.getValue().asText()));
    assertThat(names(folder))
        .contains(
            "run.json",
            "metrics.json",
            "trades.csv",
            "fills.csv",
            "settlements.csv",
            "equity.csv",
            "daily.csv",
            "decisions.jsonl",
            "ledger.csv");
  }

  @Test
  void theSummaryForPeopleNamesCostsWarmUpAndSimulation() {
    assertThat(backtest()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith("ema-crossover on demo:BTCUSDT.P from 2025-06-01 to 2025-08-01 made ")
        .contains("SIMULATED", "for warm-up", "costs in force", "tradingview", "max drawdown");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void exportWritesTheSameBytesAsOut() throws IOException {
    backtest("--name", "exported", "--out", folder.toString());
    Path file = folder.resolve("again.csv");
    assertThat(run("export", "exported", "--what", "trades", "--out", file.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(file).hasSameBinaryContentAs(folder.resolve("trades.csv"));
  }

  @Test
  void metricsAreExportedAsATableWithTheirFormulas() throws IOException {
    backtest("--name", "measured", "--out", folder.toString());
    Path file = folder.resolve("table.csv");
    assertThat(run("export", "measured", "--what", "metrics", "--csv", "--out", file.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(file).hasSameBinaryContentAs(folder.resolve("metrics.csv"));
    assertThat(Files.readString(file))
        .startsWith("name,label,group,unit,all,long,short,sample,flag,formula,")
        .contains("\nwin_rate,Percent profitable,Trades analysis,fraction,", "\ntv_sharpe_ratio,");
    JsonNode metrics = tree(folder.resolve("metrics.json"));
    assertThat(metrics.path("undefined").path("long").path("cagr").asText()).contains("not split");
    assertThat(metrics.path("about").path("sqn").path("formula").asText()).startsWith("sqrt(n)");
  }

  @Test
  void verifySaysIdenticalForARunInTheStoreAndInAFolder() {
    backtest("--name", "verified", "--tier", "large", "--out", folder.toString());
    startWithEmptyScreens();
    assertThat(run("verify", "verified")).isEqualTo(ExitCode.DONE);
    assertThat(run("verify", folder.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualTo("identical\nidentical\n");
  }

  @Test
  void compareLaysARunBesideAListThatTradingViewExported() throws IOException {
    backtest("--name", "compared", "--tier", "large", "--out", folder.toString());
    Path list = folder.resolve("list.csv");
    Files.writeString(list, listOf(folder.resolve("trades.csv")));
    startWithEmptyScreens();
    assertThat(run("compare", "compared", "--tradingview", list.toString(), "--json"))
        .isEqualTo(ExitCode.DONE);
    JsonNode same = json();
    assertThat(same.path("listed").asInt()).isGreaterThan(10);
    assertThat(same.path("exact").asInt()).isEqualTo(same.path("listed").asInt());
    assertThat(same.path("pnl_within_cent").asInt()).isEqualTo(same.path("listed").asInt());
    assertThat(same.path("differences").size()).isZero();
  }

  /** The trades of a run as TradingView would list them. */
  private static String listOf(Path trades) throws IOException {
    StringBuilder list =
        new StringBuilder(
            "\uFEFFTrade #,Type,Date and time,Signal,Price USDT,Size (qty),Net P&L USDT\n");
    int number = 0;
    for (String line : Files.readAllLines(trades).stream().skip(1).toList()) {
      String[] row = line.split(",", -1);
      String rest = "," + row[3] + "," + row[16] + "\n";
      String entry = row[4].substring(0, 16).replace('T', ' ');
      String exit = row[7].substring(0, 16).replace('T', ' ');
      String signal = row[9].equals("backtest_end") ? "Open" : "out";
      number++;
      list.append(number + ",Exit " + row[2] + "," + exit + "," + signal + "," + row[8] + rest);
      list.append(number + ",Entry " + row[2] + "," + entry + ",in," + row[5] + rest);
    }
    return list.toString();
  }

  @Test
  void compareOfTwoRunsSplitsTheGapByCause() throws IOException {
    backtest("--name", "cheap", "--tier", "large", "--fees", "none");
    backtest("--name", "dear", "--tier", "large", "--fees", "tradingview");
    startWithEmptyScreens();
    assertThat(run("compare", "cheap", "dear", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode gap = json();
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode cause : gap.path("gap")) {
      sum = sum.add(new BigDecimal(cause.path("amount").asText()));
    }
    assertThat(sum).isEqualByComparingTo(gap.path("gap_total").asText());
    assertThat(sum).isNegative();
  }

  @Test
  void compareWithoutAnythingToCompareWithIsWrongUsage() {
    assertThat(run("compare", "one")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("either another run or --tradingview");
  }

  @Test
  void stateIsTheSameBySeekingAndByPlaying() throws IOException {
    backtest("--name", "sought");
    startWithEmptyScreens();
    assertThat(run("state", "sought", "--at", "2025-07-04T05:30:00Z")).isEqualTo(ExitCode.DONE);
    String sought = out.toString();
    startWithEmptyScreens();
    assertThat(run("state", "sought", "--at", "2025-07-04T05:30:00Z", "--by", "play"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out).hasToString(sought);
    assertThat(json().path("time").asText()).isEqualTo("2025-07-04T05:00:00Z");
    assertThat(json().fieldNames())
        .toIterable()
        .contains("equity", "cash", "positions", "orders", "indicators", "regime", "ledger");
  }

  @Test
  void explainNamesTheConditionThatFailedWhereNothingWasDone() throws IOException {
    backtest("--name", "explained");
    startWithEmptyScreens();
    assertThat(run("explain", "explained", "--at", "2025-07-04T05:00:00Z", "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(json().path("action").asText()).isEqualTo("none");
    assertThat(json().path("failing").get(0).path("condition").asText()).contains("EMA 9 crosses");
    assertThat(json().path("text").asText()).contains("why not ema_cross_up");
  }

  @Test
  void aMomentBeforeTheRunIsRefused() {
    backtest("--name", "early");
    startWithEmptyScreens();
    assertThat(run("state", "early", "--at", "2025-01-01")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("error: --at: ").contains("from 2025-06-01T01:00:00Z on");
  }

  @Test
  void verifyNamesTheFirstLineThatDiffers() throws IOException {
    backtest("--out", folder.toString());
    Path fills = folder.resolve("fills.csv");
    Files.writeString(fills, Files.readString(fills).replaceFirst(",buy,", ",sell,"));
    startWithEmptyScreens();
    assertThat(run("verify", folder.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).startsWith("fills.csv:").contains("stored '", "now '");
  }

  @Test
  void anInterruptedBacktestStoresNothing() {
    interruption.request();
    assertThat(backtest("--name", "interrupted")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString()).isEqualTo("interrupted: nothing was stored\n");
    run("runs", "--csv");
    assertThat(out.toString()).startsWith("id,name,mode").doesNotContain("interrupted");
  }

  @Test
  void anUnknownInstrumentFailsWithASuggestion() {
    assertThat(
            run(
                "backtest",
                "--strategy",
                "ema-crossover",
                "--instruments",
                "demo:BTCUST.P",
                "--from",
                "2025-06-01",
                "--to",
                "2025-08-01",
                "--capital",
                "10000"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith("error: --instruments: demo:BTCUST.P is not stored. Did you mean")
        .hasLineCount(1);
  }

  @Test
  void anUnwritableOutputFolderIsToldBeforeTheRun() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(backtest("--name", "unwritten", "--out", file.resolve("x").toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("error: --out: ");
    run("runs", "--csv");
    assertThat(out.toString()).doesNotContain("unwritten");
  }

  @Test
  void aCarryOverAWildcardTakesThePerpetualsWithASpot() {
    assertThat(
            run(
                "backtest",
                "--strategy",
                "funding-carry-backtest",
                "--instruments",
                "demo:*",
                "--from",
                "2025-06-01",
                "--to",
                "2025-07-01",
                "--capital",
                "10000",
                "--json"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void strategiesAreListedShownAndChecked() throws IOException {
    assertThat(run("strategies", "--csv")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("ema-crossover,rules,");
    startWithEmptyScreens();
    assertThat(run("strategies", "show", "ema-crossover")).isEqualTo(ExitCode.DONE);
    Path file = Files.writeString(folder.resolve("mine.json"), out.toString());
    assertThat(run("strategies", "check", file.toString())).isEqualTo(ExitCode.DONE);
  }

  @Test
  void checkNamesThePlaceOfAnError() throws IOException {
    Path file =
        Files.writeString(folder.resolve("bad.json"), "{\"schema\": 1, \"kind\": \"rule\"}");
    assertThat(run("strategies", "check", file.toString(), "--json")).isEqualTo(ExitCode.FAILED);
    assertThat(json().get(0).path("path").asText()).isEqualTo("kind");
    assertThat(err.toString()).startsWith("error: " + file + ":1: kind: ");
  }

  @Test
  void doctorFindsAHealthyHome() throws IOException {
    assertThat(run("doctor", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json()).allMatch(finding -> finding.path("ok").asBoolean());
  }

  @Test
  void doctorFailsOnAHomeThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandLineProgram program = program(file.resolve("home"));
    assertThat(program.run("doctor", "--json")).isEqualTo(ExitCode.FAILED);
    assertThat(json())
        .anySatisfy(
            finding -> {
              assertThat(finding.path("check").asText()).isEqualTo("home");
              assertThat(finding.path("ok").asBoolean()).isFalse();
              assertThat(finding.path("remedy").asText()).contains("--home");
            });
  }

  private int backtest(String... more) {
    List<String> arguments = new ArrayList<>(BACKTEST);
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return program(home).run(arguments);
  }

  private CommandLineProgram program(Path directory) {
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    Services.Factory services =
        ignored ->
            new Application(
                new Home(directory),
                each -> {
                  throw new InputException("render: not here", "Look elsewhere");
                });
    return new CommandLineProgram(
        terminal, interruption, services, BacktestService.PROGRAM_VERSION);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  private static JsonNode tree(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
