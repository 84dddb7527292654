package org.candlewright.feed;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.QuoteHistory;
import org.candlewright.store.Store;

/**
 * Takes ticks into the store: best bid and ask as they are, trades as bars of a second, from which
 * coarser ones are built where they are asked for.
 */
final class TickImport {
  private final Store store;
  private final CsvImport csv;

  TickImport(Store store, CsvImport csv) {
    this.store = store;
    this.csv = csv;
  }

  /** Imports a file of one instrument, whole or not at all. */
  ImportReport ticks(Path file, ImportOptions options) {
    InstrumentId id =
        options
            .instrument()
            .orElseThrow(
                () ->
                    new InputException(
                        "instrument: missing", "Give --instrument, for example binance:BTCUSDT.P"));
    TickRows rows = TickFile.read(file);
    Optional<BigDecimal> digit = rows.lastDigit();
    if (digit.isEmpty()) {
      throw new InputException(
          file + ": neither trades nor best bid and ask are in it",
          "Choose a file of trades, of quotes or of a venue's messages");
    }
    Instrument instrument = csv.instrument(id, options, digit.get());
    QuoteHistory quotes = rows.history(instrument.tick());
    BarSeries seconds = rows.seconds(id, instrument.tick());
    Optional<QuoteHistory> known = store.storedQuotes(id);
    QuoteHistory all = known.map(old -> old.onTick(instrument.tick()).and(quotes)).orElse(quotes);
    Optional<BarSeries> stored =
        CsvImport.rescaled(store.storedBars(id, TickRows.SECOND, false), seconds);
    BarSeries bars = stored.map(old -> joined(old, seconds)).orElse(seconds);
    long added =
        all.size()
            - known.map(QuoteHistory::size).orElse(0)
            + bars.size()
            - stored.map(BarSeries::size).orElse(0);
    store.change(
        batch -> {
          batch.putInstrument(instrument);
          if (quotes.size() > 0) {
            batch.putQuotes(id, all, String.valueOf(file.getFileName()));
          }
          if (!seconds.isEmpty()) {
            batch.putBars(bars, false, String.valueOf(file.getFileName()));
          }
        });
    return report(file, rows, quotes, seconds, added);
  }

  private static ImportReport report(
      Path file, TickRows rows, QuoteHistory quotes, BarSeries seconds, long added) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    if (quotes.size() > 0) {
      first = quotes.times()[0];
      last = quotes.times()[quotes.size() - 1];
    }
    if (!rows.trades.isEmpty()) {
      first = Math.min(first, rows.trades.getFirst().millis());
      last = Math.max(last, rows.trades.getLast().millis());
    }
    return new ImportReport(
        file.toString(),
        rows.rows,
        added,
        quotes.size() + seconds.size() - added,
        Store.gaps(seconds),
        first,
        last,
        List.copyOf(rows.oddities));
  }

  /** Both together; of a second that both have, at a file's border, the fuller bar. */
  private static BarSeries joined(BarSeries old, BarSeries fresh) {
    int digits = Math.max(old.volumeDigits(), fresh.volumeDigits());
    long[][] out = new long[6][old.size() + fresh.size()];
    int count = 0;
    int a = 0;
    int b = 0;
    while (a < old.size() || b < fresh.size()) {
      long left = a < old.size() ? old.openTime(a) : Long.MAX_VALUE;
      long right = b < fresh.size() ? fresh.openTime(b) : Long.MAX_VALUE;
      boolean fuller = left == right && volume(fresh, b, digits) > volume(old, a, digits);
      BarSeries from = left < right || (left == right && !fuller) ? old : fresh;
      copy(from, from == old ? a : b, digits, out, count++);
      a += left <= right ? 1 : 0;
      b += right <= left ? 1 : 0;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = Arrays.copyOf(out[i], count);
    }
    return new BarSeries(
        fresh.instrument(),
        fresh.timeframe(),
        fresh.tick(),
        digits,
        false,
        count,
        out[0],
        out[1],
        out[2],
        out[3],
        out[4],
        out[5]);
  }

  private static long volume(BarSeries bars, int at, int digits) {
    return Math.multiplyExact(
        bars.volumes()[at],
        BigDecimal.ONE.movePointRight(digits - bars.volumeDigits()).longValueExact());
  }

  private static void copy(BarSeries from, int at, int digits, long[][] out, int to) {
    out[0][to] = from.openTime(at);
    out[1][to] = from.opens()[at];
    out[2][to] = from.highs()[at];
    out[3][to] = from.lows()[at];
    out[4][to] = from.closes()[at];
    out[5][to] = volume(from, at, digits);
  }
}
