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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.candlewright.backtest.BacktestService;
import org.candlewright.cli.CommandLineProgram;
import org.candlewright.cli.ExitCode;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.Terminal;
import org.candlewright.market.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gives a clear result or a clear error: never a wrong number, never a stack trace. */
class BadInputTest {
  private static final long START = 1_735_689_600_000L; // 2025-01-01
  private static final long HOUR = 3_600_000L;
  private static final int BARS = 500;

  @TempDir private static Path home = Path.of("");
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  static void importAwkwardInstruments() throws IOException {
    BadInputTest first = new BadInputTest();
    first.bars("GOODUSDT.P", rows(BARS, "1000"));
    first.bars("OTHERUSDC.P", rows(BARS, "1000"));
    first.bars("ZEROUSDT.P", rows(BARS, "0"));
    first.bars("SHORTUSDT.P", rows(20, "1000"));
    first.bars("GONEUSDT.P", rows(250, "1000"));
    Path funding = home.resolve("funding.csv");
    Files.writeString(funding, "settle_time_ms,symbol,rate\n" + (START + 8 * HOUR) + ",X,0.0001\n");
    assertThat(first.run("import", "--funding", funding.toString(), "--instrument", "x:FUNDUSDT.P"))
        .isEqualTo(ExitCode.DONE);
  }

  @AfterEach
  void nobodySeesAStackTrace() {
    assertThat(out + "" + err).doesNotContain("\tat ", "Exception", "Infinity");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | abc | high: 'abc' is no number. Write a decimal such as 61250.5.",
        "2 | NaN | high: 'NaN' is no number. Write a decimal such as 61250.5.",
        "2 | 1 | high: 1 is below the low",
        "4 | -5 | close: -5 is no price. A price is above zero",
        "5 | -5 | volume: -5 is negative. A volume is zero or more.",
        "0 | 12 | time: ",
      })
  void aWrongFieldOfAFileIsNamedWithItsLine(int column, String value, String problem)
      throws IOException {
    List<String> lines = new ArrayList<>(rows(BARS, "1000"));
    String[] fields = lines.get(10).split(",");
    fields[column] = value;
    lines.set(10, String.join(",", fields));
    Path file = file(lines);
    assertThat(importing(file, "x:BADUSDT.P")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("error: " + file + ":12: " + problem).hasLineCount(1);
    nothingIsStoredOf("BADUSDT");
  }

  @Test
  void aLineCutShortIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(rows(BARS, "1000"));
    lines.set(10, lines.get(10).substring(0, 20));
    Path file = file(lines);
    assertThat(importing(file, "x:BADUSDT.P")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(file + ":12: row: ", "fields where the header has 6");
    nothingIsStoredOf("BADUSDT");
  }

  @Test
  void aBarThatStandsTwiceWithOtherValuesIsRefused() throws IOException {
    List<String> lines = new ArrayList<>(rows(BARS, "1000"));
    lines.add(11, lines.get(10).replace(",1000", ",999"));
    Path file = file(lines);
    assertThat(importing(file, "x:BADUSDT.P")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(file + ":13: time: the bar stands twice");
    nothingIsStoredOf("BADUSDT");
  }

  @Test
  void theSameBarTwiceCountsOnceAndIsReported() throws IOException {
    List<String> lines = new ArrayList<>(rows(BARS, "1000"));
    lines.add(11, lines.get(10));
    assertThat(importing(file(lines), "x:TWICEUSDT.P", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json().path("stored").asInt()).isEqualTo(BARS);
    assertThat(json().path("duplicates").asInt()).isEqualTo(1);
  }

  @Test
  void barsOutOfOrderAreRefused() throws IOException {
    List<String> lines = new ArrayList<>(rows(BARS, "1000"));
    lines.add(20, lines.remove(10));
    Path file = file(lines);
    assertThat(importing(file, "x:BADUSDT.P")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(file + ":22: time: earlier than the line before. Sort");
    nothingIsStoredOf("BADUSDT");
  }

  @Test
  void anotherTimeframeThanGivenIsNoticed() throws IOException {
    List<String> lines = rows(BARS, "1000").stream().filter(row -> hour(row) % 4 == 0).toList();
    assertThat(importing(file(lines), "x:BADUSDT.P")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("time: most rows are 240 minutes apart, not 1h. Give");
    nothingIsStoredOf("BADUSDT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--capital 0 | --capital: 0 is not above zero",
        "--capital NaN | invalid value for option '--capital': 'NaN' is not a number",
        "--from yesterday | --from: 'yesterday' is not a time. Write a date",
        "--from 2026-01-01 | is empty. Let --to be later than --from.",
        "--timeframe 7h | --timeframe: a timeframe of 420 minutes does not divide a day. Use one",
        "--participation 2 | --participation: 2 is out of range. Give a share",
        "--tiers mid | unknown option '--tiers'. Did you mean --tier?",
      })
  void argumentsThatCannotBeMeantAreWrongUsage(String more, String problem) {
    assertThat(backtest("x:GOODUSDT.P", more)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).startsWith("error: ").contains(problem).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x:GOODUSDT.P | --capital 1e30 | capital: 1000000000000000000000000000000 is too large",
        "x:GOODUSDT.P,x:OTHERUSDC.P | | quoted in different currencies: [USDT, USDC]. Run those",
        "x:FUNDUSDT.P | | x:FUNDUSDT.P is not stored. Did you mean",
        "x:GOODUSDT.P | --timeframe 15m | x:GOODUSDT.P has no 15m bars between 2025-01-01T",
        "y:* | | nothing stored matches 'y:*'",
        "x:GOODUSDT.P | --maker-fee 0 --taker-fee 5 | taker fee: 5 is out of range. Give a",
      })
  void dataThatCannotBeRunFails(String instruments, String more, String problem) {
    String given = more == null ? "" : more;
    assertThat(backtest(instruments, given + " --name refused")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("error: ").contains(problem).hasLineCount(1);
    assertThat(run("runs", "--csv")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).doesNotContain("refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ": 14 | : NaN | :7: document: no valid JSON, 'NaN' is no number. Mend",
        ": 14 | : -3 | :7: parameters.rsi_period: -3 is out of range. Use a value from 1 to",
        ": 14 | : 14.5 | :7: parameters.rsi_period: expected a whole number",
        "\"schema\" : 1 | \"schema\" : 99 | :2: schema: version 99 is unknown",
        "\"rules\" | \"ruler\" | :3: kind: unknown kind 'ruler'",
        "} | '' | document: no valid JSON, it ends too early",
      })
  void aDamagedStrategyFileIsRefusedWithItsPlace(String part, String instead, String problem)
      throws IOException {
    run("strategies", "show", "rsi-mean-reversion");
    String text = out.toString();
    int at = part.equals("}") ? text.lastIndexOf(part) : text.indexOf(part);
    Path file = home.resolve("damaged.json");
    Files.writeString(file, text.substring(0, at) + instead + text.substring(at + part.length()));
    out = new StringWriter();
    assertThat(backtest("x:GOODUSDT.P", "--strategy " + file)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("error: " + file).contains(problem).hasLineCount(1);
  }

  @Test
  void withoutVolumeNothingFillsAndTheSummarySaysWhy() {
    assertThat(backtest("x:ZEROUSDT.P", "")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("made no trade.", "No volume was traded in x:ZEROUSDT.P: no order could fill");
  }

  @Test
  void dataShorterThanTheWarmUpTradesNothingAndTheSummarySaysWhy() {
    assertThat(backtest("x:SHORTUSDT.P", "")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("made no trade.", "Fewer than the ", " are stored for x:SHORTUSDT.P");
  }

  @Test
  void barsWithoutFundingSaySo() {
    assertThat(backtest("x:GOODUSDT.P", "")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("No funding is stored for x:GOODUSDT.P: none was paid");
  }

  @Test
  void aRunWithoutTradesLeavesUnknownWhatHasNoMeaning() throws IOException {
    assertThat(backtest("x:SHORTUSDT.P", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json().path("trades").asInt()).isZero();
    assertThat(json().path("net_profit").asInt()).isZero();
    assertThat(json().path("win_rate").isNull()).isTrue();
    assertThat(json().path("profit_factor").isNull()).isTrue();
    assertThat(json().path("sharpe_ratio").isNull()).isTrue();
  }

  @Test
  void whatIsHeldOfADelistedInstrumentKeepsItsLastPrice() throws IOException {
    Path folder = home.resolve("gone");
    assertThat(backtest("x:GONEUSDT.P,x:GOODUSDT.P", "--out " + folder)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("x:GONEUSDT.P has no bars after 2025-01-11T10:00:00Z");
    List<String> lines = Files.readAllLines(folder.resolve("trades.csv"));
    List<String> names = Arrays.asList(lines.getFirst().split(","));
    List<String[]> trades =
        lines.stream()
            .skip(1)
            .map(line -> line.split(","))
            .filter(row -> row[1].contains("GONE"))
            .toList();
    assertThat(trades).hasSizeGreaterThan(2);
    String[] last = trades.getLast();
    assertThat(last[names.indexOf("exit_reason")]).isEqualTo("backtest_end");
    BigDecimal lastClose = new BigDecimal(rows(250, "1000").getLast().split(",")[4]);
    assertThat(new BigDecimal(last[names.indexOf("exit_reference")]))
        .isEqualByComparingTo(lastClose);
  }

  private void nothingIsStoredOf(String symbol) {
    assertThat(run("data", "--csv")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("GOODUSDT").doesNotContain(symbol);
  }

  private void bars(String symbol, List<String> rows) throws IOException {
    assertThat(importing(file(rows), "x:" + symbol)).isEqualTo(ExitCode.DONE);
  }

  private int importing(Path file, String instrument, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("import", "--candles", file.toString(), "--instrument", instrument));
    arguments.addAll(List.of("--timeframe", "1h"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Path file(List<String> rows) throws IOException {
    Path file = home.resolve("bars.csv");
    return Files.writeString(
        file, "open_time_ms,open,high,low,close,volume\n" + String.join("\n", rows) + "\n");
  }

  /** A wave that crosses its averages about every two days. */
  private static List<String> rows(int count, String volume) {
    List<String> rows = new ArrayList<>();
    double before = 100;
    for (int i = 0; i < count; i++) {
      double close = 100 + 5 * StrictMath.sin(i / 8.0) + 3 * StrictMath.sin(i / 29.0);
      rows.add(
          String.format(
              Locale.ROOT,
              "%d,%.2f,%.2f,%.2f,%.2f,%s",
              START + i * HOUR,
              before,
              Math.max(before, close) + 0.1,
              Math.min(before, close) - 0.1,
              close,
              volume));
      before = close;
    }
    return rows;
  }

  private static long hour(String row) {
    return Long.parseLong(row.substring(0, row.indexOf(','))) / HOUR;
  }

  private int backtest(String instruments, String more) {
    List<String> arguments = new ArrayList<>(List.of("backtest", "--instruments", instruments));
    String given =
        "--strategy ema-crossover --from 2025-01-01 --to 2025-01-22 --capital 1000 --tier mid";
    List<String> options = new ArrayList<>(List.of(given.split(" ")));
    List<String> changes = more.isBlank() ? List.of() : List.of(more.strip().split(" "));
    for (int i = 0; i < changes.size(); i++) {
      int at = changes.get(i).startsWith("--") ? options.indexOf(changes.get(i)) : -1;
      if (at >= 0) {
        options.set(at + 1, changes.get(++i));
      } else {
        options.add(changes.get(i));
      }
    }
    arguments.addAll(options);
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    return new CommandLineProgram(
            terminal,
            new Interruption(),
            ignored ->
                new Application(
                    new Home(home),
                    each -> {
                      throw new InputException("render: not here", "Look elsewhere");
                    }),
            BacktestService.PROGRAM_VERSION)
        .run(arguments);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }
}
