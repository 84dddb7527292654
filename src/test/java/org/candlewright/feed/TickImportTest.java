package org.candlewright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.QuoteHistory;
import org.candlewright.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticks from the forms they are recorded in. */
class TickImportTest {
  private static final InstrumentId BTC = InstrumentId.parse("binance:BTCUSDT.P");
  private static final Period ALWAYS = new Period(0, Long.MAX_VALUE / 2);

  @TempDir private Path folder;

  private static ImportOptions options(InstrumentId id) {
    return new ImportOptions(
        Optional.of(id),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ticks.txt"), text);
  }

  private Store store() {
    return Store.open(folder.resolve("home"));
  }

  @Test
  void messagesGiveQuotesAndSecondsAndAgainChangeNothing() throws IOException {
    Path file =
        file(
            """
            1 {"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","b":"100.1","B":"2","a":"100.3","A":"3","E":1700000000100}}
            2 {"stream":"btcusdt@trade","data":{"e":"trade","E":1700000000200,"T":1700000000200,"p":"100.3","q":"0.5"}}
            3 {"stream":"btcusdt@trade","data":{"e":"trade","E":1700000000900,"T":1700000000900,"p":"100.1","q":"0.25"}}
            4 {"stream":"btcusdt@trade","data":{"e":"trade","E":1700000001000,"T":1700000001000,"p":"100.2","q":"1"}}
            """);
    try (Store store = store()) {
      ImportReport report = new CsvImport(store).ticks(file, options(BTC));
      assertThat(report.rowsRead()).isEqualTo(4);
      assertThat(report.stored()).isEqualTo(3);
      QuoteHistory quotes = store.quotes(BTC, ALWAYS).orElseThrow();
      assertThat(quotes.bids()).containsExactly(1_001);
      assertThat(quotes.asks()).containsExactly(1_003);
      assertThat(quotes.at(1_700_000_000_100L)).isZero();
      assertThat(quotes.at(1_700_000_000_099L)).isEqualTo(-1);
      BarSeries seconds = store.bars(BTC, TickRows.SECOND, ALWAYS);
      assertThat(seconds.size()).isEqualTo(2);
      assertThat(seconds.opens()[0]).isEqualTo(1_003);
      assertThat(seconds.closes()[0]).isEqualTo(1_001);
      assertThat(seconds.volume(0)).isEqualTo(0.75);
      ImportReport again = new CsvImport(store).ticks(file, options(BTC));
      assertThat(again.stored()).isZero();
      assertThat(again.duplicates()).isEqualTo(3);
    }
  }

  @Test
  void aBookIsKeptFromSnapshotAndChanges() throws IOException {
    Path file =
        file(
            """
            {"topic":"orderbook.500.X","type":"snapshot","ts":1700000000100,"data":{"b":[["10.1","5"],["10.0","7"]],"a":[["10.3","1"],["10.4","2"]]}}
            {"topic":"orderbook.500.X","type":"delta","ts":1700000000200,"data":{"b":[["10.1","0"]],"a":[["10.2","9"]]}}
            """);
    try (Store store = store()) {
      new CsvImport(store).ticks(file, options(BTC));
      QuoteHistory quotes = store.quotes(BTC, ALWAYS).orElseThrow();
      assertThat(quotes.bids()).containsExactly(101, 100);
      assertThat(quotes.asks()).containsExactly(103, 102);
      assertThat(quotes.bidSizes()).containsExactly(5, 7);
      assertThat(quotes.askSizes()).containsExactly(1, 9);
    }
  }

  @Test
  void tradesOfATableBecomeSeconds() throws IOException {
    Path file =
        file(
            """
            trade_time_ms,trade_id,price,qty,taker_side
            1700000000100,1,10.5,2,buy
            1700000000200,2,10.4,1,sell
            """);
    try (Store store = store()) {
      new CsvImport(store).ticks(file, options(BTC));
      assertThat(store.quotes(BTC, ALWAYS)).isEmpty();
      assertThat(store.bars(BTC, TickRows.SECOND, ALWAYS).size()).isEqualTo(1);
    }
  }

  @Test
  void whatIsWrongIsNamedAndLeavesNothing() throws IOException {
    Path file =
        file(
            """
            trade_time_ms,trade_id,price,qty,taker_side
            1700000000100,1,10.5,2,buy
            1700000000050,2,10.4,1,sell
            """);
    try (Store store = store()) {
      assertThatThrownBy(() -> new CsvImport(store).ticks(file, options(BTC)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("ticks.txt:3: time: earlier than the line before");
      assertThat(store.contents()).isEmpty();
    }
  }

  @Test
  void recordedMessagesAndTheirTradesAgree() {
    Path recorded = Path.of("../shared/data/ticks_binance_ws");
    assumeTrue(Files.isDirectory(recorded), "the recorded ticks are not here");
    try (Store store = store()) {
      CsvImport csv = new CsvImport(store);
      csv.ticks(recorded.resolve("BTCUSDT_usdm_ws.jsonl.gz"), options(BTC));
      assertThat(store.instrument(BTC).orElseThrow().tick()).isEqualTo(new BigDecimal("0.1"));
      ImportReport trades = csv.ticks(recorded.resolve("BTCUSDT_usdm_trades.csv.gz"), options(BTC));
      assertThat(trades.stored()).isZero();
      QuoteHistory quotes = store.quotes(BTC, ALWAYS).orElseThrow();
      assertThat(quotes.size()).isEqualTo(8_369);
      for (int i = 0; i < quotes.size(); i++) {
        assertThat(quotes.asks()[i]).isGreaterThan(quotes.bids()[i]);
      }
    }
  }
}
