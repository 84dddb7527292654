package org.candlewright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvImportTest {
  private static final InstrumentId ID = InstrumentId.parse("binance:BTCUSDT.P");
  private static final String HEADER = "open_time_ms,open,high,low,close,volume\n";
  private static final String GOOD =
      HEADER
          + "1609459200000,100.5,101,99.5,100,10\n"
          + "1609462800000,100,102,99,101.25,12.5\n"
          + "1609466400000,101.25,103,101,102,0\n";

  @TempDir Path folder;
  private Store store = unopened();
  private CsvImport csv = new CsvImport(store);

  @SuppressWarnings("NullAway") // filled before each test
  private static Store unopened() {
    return null;
  }

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("home"));
    csv = new CsvImport(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ImportReport candles(String text) throws IOException {
    return candles(Files.writeString(folder.resolve("bars.csv"), text));
  }

  private ImportReport candles(Path file) {
    return csv.bars(
        file, ImportOptions.of(ID, Optional.of(Timeframe.ONE_HOUR)), false, () -> false);
  }

  private BarSeries stored() {
    return store.bars(ID, Timeframe.ONE_HOUR, Period.ALL);
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    assertThat(candles(GOOD).stored()).isEqualTo(3);
    ImportReport again = candles(GOOD);
    assertThat(again.stored()).isZero();
    assertThat(again.duplicates()).isEqualTo(3);
    assertThat(stored().size()).isEqualTo(3);
  }

  @Test
  void tickIsTheLastDigitOfThePricesAndLotTheFinestThatFits() throws IOException {
    candles(GOOD);
    var instrument = store.instrument(ID).orElseThrow();
    assertThat(instrument.tick()).isEqualTo(new BigDecimal("0.01"));
    assertThat(instrument.lot()).isEqualTo(new BigDecimal("0.00001"));
    assertThat(stored().closes()).startsWith(10_000, 10_125, 10_200);
  }

  @Test
  void rowsOffTheKnownTickAreRefusedUntilAFinerOneIsGiven() throws IOException {
    candles(GOOD);
    String finer = HEADER + "1609470000000,102,102.005,102,102,1\n";
    assertThatThrownBy(() -> candles(finer))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bars.csv:2: price: 102.005 is off the tick 0.01");
    ImportOptions options =
        new ImportOptions(
            Optional.of(ID),
            Optional.empty(),
            false,
            Optional.of(Timeframe.ONE_HOUR),
            Optional.of(new BigDecimal("0.001")),
            Optional.empty(),
            false);
    csv.bars(folder.resolve("bars.csv"), options, false, () -> false);
    assertThat(stored().closes()).startsWith(100_000, 101_250, 102_000, 102_000);
  }

  @Test
  void separatorHeaderAndTimeFormAreDetected() throws IOException {
    candles(GOOD);
    String other =
        "\uFEFFDate;Open;High;Low;Close;Volume\r\n"
            + "2021-01-01 00:00:00;1.005e2;101;99.5;100;10\r\n"
            + "2021-01-01T01:00:00Z;100;102;99;101.25;12.5\r\n";
    assertThat(candles(other).duplicates()).isEqualTo(2);
    String micros = GOOD.replace("00000,", "00000000,");
    assertThat(candles(micros).duplicates()).isEqualTo(3);
    String seconds = GOOD.replace("00000,", "00,");
    assertThat(candles(seconds).duplicates()).isEqualTo(3);
  }

  @Test
  void anIdenticalRowIsReportedAndDroppedAndAGapIsReported() throws IOException {
    ImportReport report =
        candles(
            GOOD
                + "1609466400000,101.25,103,101,102,0\n"
                + "1609477200000,102,103,101,102,1\n"
                + "1609480800000,102,103,101,102,1\n");
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.gaps()).isEqualTo(1);
    assertThat(report.oddities())
        .extracting(each -> each.line() + " " + each.kind())
        .containsExactly("5 duplicate", "6 gap");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1609470000000,102,abc,101,102,1 | high: 'abc' is no number",
        "1609470000000,102,100,101,102,1 | high: 100 is below the low 101",
        "1609470000000,102,101.5,101,102,1 | high: 101.5 is below open or close",
        "1609455600000,102,103,101,102,1 | time: earlier than the line before",
        "1609466400000,101.25,103,101,102,7 | time: the bar stands twice with different values",
        "1609470000000,102,103,101,102,-1 | volume: -1 is negative",
        "1609470000000,1e300,1e300,1e300,1e300,1 | open: 1e300 is out of range",
        "1609470000000,NaN,103,101,102,1 | open: 'NaN' is no number",
        "1609470000000,0,103,0,102,1 | open: 0 is no price",
        "-5364662400000,102,103,101,102,1 | outside 2009 to 2100",
        "3000-01-01,102,103,101,102,1 | outside 2009 to 2100",
        "yesterday,102,103,101,102,1 | time: 'yesterday' is no time",
        "1609470000000,102,103,101,102 | 5 fields where the header has 6"
      })
  void aBadRowIsRefusedWithItsLineAndNothingIsStored(String row, String problem) {
    assertThatThrownBy(() -> candles(GOOD + row + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bars.csv:5: ")
        .hasMessageContaining(problem);
    assertThat(store.contents()).isEmpty();
    assertThat(store.instruments()).isEmpty();
  }

  @Test
  void aFileThatIsNoTableIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    assertThatThrownBy(() -> candles(empty)).hasMessageContaining("empty");
    assertThatThrownBy(() -> candles(folder)).hasMessageContaining("is a directory");
    Path junk = Files.write(folder.resolve("junk.csv"), new byte[] {0, 1, 2, (byte) 0xff, 3});
    assertThatThrownBy(() -> candles(junk)).hasMessageContaining("no text file");
    assertThatThrownBy(() -> candles(GOOD.replace("close", "end")))
        .hasMessageContaining("bars.csv:1: close: column missing");
    Path cut = folder.resolve("cut.csv.gz");
    byte[] whole = gzip(GOOD.repeat(50));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> candles(cut)).hasMessageContaining("gzip is damaged or cut short");
    assertThat(store.contents()).isEmpty();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void fundingIsRoundedToTheMinuteAndKeptWithAllDigits() throws IOException {
    candles(GOOD);
    Path file =
        Files.writeString(
            folder.resolve("funding.csv"),
            "settle_time_ms,symbol,rate\n1609459200007,BTCUSDT,0.00012345678901234567890123\n");
    csv.funding(file, ImportOptions.of(ID, Optional.empty()), () -> false);
    var funding = store.funding(ID);
    assertThat(funding.time(0)).isEqualTo(1_609_459_200_000L);
    assertThat(funding.originalTime(0)).isEqualTo(1_609_459_200_007L);
    assertThat(funding.rate(0)).isEqualTo(new BigDecimal("0.00012345678901234567890123"));
    assertThat(csv.funding(file, ImportOptions.of(ID, Optional.empty()), () -> false).stored())
        .isZero();
  }

  @Test
  void aSecondOwnerOfTheHomeIsRefusedAtOnce() {
    assertThatThrownBy(() -> Store.open(folder.resolve("home")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("already running on this home");
  }

  @Test
  void whatWasStoredIsThereAfterReopening() throws IOException {
    candles(GOOD);
    store.close();
    store = Store.open(folder.resolve("home"));
    assertThat(stored().size()).isEqualTo(3);
    assertThat(store.bars(ID, Timeframe.parse("3h"), Period.ALL).highs()).startsWith(10_300);
  }

  @Test
  void coarserBarsAreBuiltFromFinerOnesAndAnUnfinishedLastOneIsLeftOut() throws IOException {
    candles(GOOD);
    BarSeries two = store.bars(ID, Timeframe.parse("2h"), Period.ALL);
    assertThat(two.size()).isEqualTo(1);
    assertThat(two.opens()[0]).isEqualTo(10_050);
    assertThat(two.closes()[0]).isEqualTo(10_125);
    assertThat(two.volume(0)).isEqualTo(22.5);
  }
}
