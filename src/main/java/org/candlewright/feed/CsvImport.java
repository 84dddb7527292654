package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;

/**
 * Takes CSV files into the store. A file is read and checked whole before the first row is written,
 * and written in one transaction: it is in, or it is not.
 */
public final class CsvImport {
  static final String[] SYMBOL = {"symbol", "instrument", "market", "pair", "ticker"};
  static final String[] OPEN_TIME = {
    "open_time_ms",
    "open_time",
    "timestamp",
    "time",
    "date",
    "datetime",
    "unix",
    "ts",
    "opentime",
    "start",
    "start_time",
    "unix_timestamp"
  };
  static final String[] SETTLE_TIME = {
    "settle_time_ms",
    "settle_time",
    "funding_time",
    "fundingtime",
    "calc_time",
    "funding_rate_timestamp",
    "fundingratetimestamp",
    "timestamp",
    "time",
    "date",
    "datetime",
    "ts"
  };
  static final String[] RATE = {
    "rate", "funding_rate", "fundingrate", "last_funding_rate", "lastfundingrate"
  };

  private final Store store;

  public CsvImport(Store store) {
    this.store = store;
  }

  /** Imports candles, or mark-price bars if {@code mark}. */
  public ImportReport bars(
      Path file, ImportOptions options, boolean mark, BooleanSupplier cancelled) {
    Timeframe timeframe =
        options
            .timeframe()
            .orElseThrow(
                () -> new InputException("timeframe: missing", "Give --timeframe, for example 1h"));
    Table table = new Table(file);
    List<ImportReport.Oddity> oddities = new ArrayList<>();
    Map<InstrumentId, CandleRows> byInstrument =
        readBars(table, options, timeframe, mark, oddities, cancelled);
    Totals totals = new Totals();
    List<Instrument> instruments = new ArrayList<>();
    List<BarSeries> changed = new ArrayList<>();
    byInstrument.forEach(
        (id, rows) -> {
          rows.refuseOtherTimeframe(file.toString());
          BarSeries fresh;
          if (mark) {
            fresh = rows.marks(id);
          } else {
            Instrument instrument = instrument(id, options, rows.lastDigit());
            instruments.add(instrument);
            fresh = rows.series(id, instrument.tick(), options.quoteVolume());
          }
          totals.add(rows, Store.gaps(fresh));
          Optional<BarSeries> known = rescaled(store.storedBars(id, timeframe, mark), fresh);
          BarSeries merged = known.map(old -> merge(file, rows, old, fresh)).orElse(fresh);
          long added = merged.size() - known.map(BarSeries::size).orElse(0);
          totals.stored += added;
          totals.duplicates += fresh.size() - added;
          if (added > 0) {
            changed.add(merged);
          }
        });
    store.change(
        batch -> {
          instruments.forEach(batch::putInstrument);
          changed.forEach(bars -> batch.putBars(bars, mark, String.valueOf(file.getFileName())));
        });
    return totals.report(file, table.rows().size(), oddities);
  }

  /** Sums over the instruments of a file. */
  private static final class Totals {
    long stored;
    long duplicates;
    long gaps;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    void add(CandleRows rows, long missing) {
      duplicates += rows.duplicates;
      gaps += missing;
      first = Math.min(first, rows.time(0));
      last = Math.max(last, rows.time(rows.size() - 1));
    }

    ImportReport report(Path file, long rows, List<ImportReport.Oddity> oddities) {
      return new ImportReport(
          file.toString(), rows, stored, duplicates, gaps, first, last, List.copyOf(oddities));
    }
  }

  private static Map<InstrumentId, CandleRows> readBars(
      Table table,
      ImportOptions options,
      Timeframe timeframe,
      boolean mark,
      List<ImportReport.Oddity> oddities,
      BooleanSupplier cancelled) {
    int time = table.column("time", OPEN_TIME);
    int[] prices = {
      table.column("open", "open", "o", "open_price"),
      table.column("high", "high", "h", "high_price"),
      table.column("low", "low", "l", "low_price"),
      table.column("close", "close", "c", "close_price")
    };
    int volume = mark ? -1 : volumeColumn(table, options.quoteVolume());
    FieldReader fields = new FieldReader(table);
    Symbols symbols = new Symbols(table, options);
    Map<InstrumentId, CandleRows> byInstrument = new LinkedHashMap<>();
    String[] names = {"open", "high", "low", "close"};
    for (CsvRecord row : table.rows()) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      BigDecimal[] bar = new BigDecimal[5];
      for (int i = 0; i < 4; i++) {
        bar[i] = fields.price(row, prices[i], names[i]);
      }
      bar[4] = mark ? BigDecimal.ZERO : fields.volume(row, volume);
      byInstrument
          .computeIfAbsent(symbols.of(row), id -> new CandleRows(table, timeframe))
          .add(row, fields.time(row, time, "time"), bar, oddities);
    }
    return byInstrument;
  }

  private static int volumeColumn(Table table, boolean quote) {
    return quote
        ? table.column(
            "volume", "quote_volume", "quote_asset_volume", "turnover", "volume", "vol", "v")
        : table.column("volume", "volume", "vol", "v", "base_volume", "volume_base");
  }

  /** Which instrument a row is of. */
  private static final class Symbols {
    private final ImportOptions options;
    private final Table table;
    private final int column;
    private final Map<String, InstrumentId> known = new LinkedHashMap<>();

    Symbols(Table table, ImportOptions options) {
      this.table = table;
      this.options = options;
      this.column = options.instrument().isPresent() ? -1 : table.column("symbol", SYMBOL);
    }

    InstrumentId of(CsvRecord row) {
      if (options.instrument().isPresent()) {
        return options.instrument().get();
      }
      String symbol = row.getField(column).strip();
      if (symbol.isEmpty()) {
        throw table.error(row, "symbol", "empty", "Name the instrument");
      }
      return known.computeIfAbsent(
          symbol,
          name ->
              new InstrumentId(
                  options
                      .venue()
                      .orElseThrow(
                          () ->
                              new InputException(
                                  "venue: missing",
                                  "Give --venue for a file with a symbol column")),
                  name.toUpperCase(Locale.ROOT),
                  options.perpetual() ? InstrumentKind.LINEAR_PERPETUAL : InstrumentKind.SPOT));
    }
  }

  /** The instrument with the tick from options, else as known, else from the digits of prices. */
  Instrument instrument(InstrumentId id, ImportOptions options, BigDecimal lastDigit) {
    Optional<Instrument> known = store.instrument(id);
    BigDecimal tick = options.tick().or(() -> known.map(Instrument::tick)).orElse(lastDigit);
    String quote = org.candlewright.market.Currency.split(id.symbol())[1];
    boolean sameTick = known.isPresent() && known.get().tick().compareTo(tick) == 0;
    if (known.isPresent() && !sameTick && known.get().tick().remainder(tick).signum() != 0) {
      throw new InputException(
          "tick: "
              + tick.toPlainString()
              + " does not divide the tick "
              + known.get().tick().toPlainString()
              + " that "
              + id
              + " is stored with",
          "Give a finer --tick, or import into another --home");
    }
    BigDecimal lot =
        options
            .lot()
            .or(() -> sameTick ? known.map(Instrument::lot) : Optional.empty())
            .orElseGet(() -> Instrument.smallestLot(tick, quote));
    Instrument fresh = Instrument.of(id, tick, lot);
    return known
        .map(
            old ->
                new Instrument(
                    id,
                    old.base(),
                    old.quote(),
                    tick,
                    lot,
                    old.minNotional(),
                    old.buyerPaysInBase(),
                    old.maintenanceRate(),
                    old.simulated()))
        .orElse(fresh);
  }

  /** What is stored, in the tick of the new rows. */
  static Optional<BarSeries> rescaled(Optional<BarSeries> known, BarSeries fresh) {
    return known.map(
        old -> {
          long factor = old.tick().divide(fresh.tick()).longValueExact();
          if (factor == 1) {
            return old;
          }
          long[][] columns = {old.opens(), old.highs(), old.lows(), old.closes()};
          long[][] finer = new long[4][];
          for (int i = 0; i < 4; i++) {
            finer[i] =
                Arrays.stream(columns[i])
                    .limit(old.size())
                    .map(value -> Math.multiplyExact(value, factor))
                    .toArray();
          }
          return new BarSeries(
              old.instrument(),
              old.timeframe(),
              fresh.tick(),
              old.volumeDigits(),
              old.quoteVolume(),
              old.size(),
              old.openTimes(),
              finer[0],
              finer[1],
              finer[2],
              finer[3],
              old.volumes());
        });
  }

  private static BarSeries merge(Path file, CandleRows rows, BarSeries old, BarSeries fresh) {
    if (old.quoteVolume() != fresh.quoteVolume()) {
      throw new InputException(
          file
              + ": volume: stored in "
              + (old.quoteVolume() ? "quote" : "base")
              + " units, the file is said to be in others",
          "Give the same --volume-unit");
    }
    int digits = Math.max(old.volumeDigits(), fresh.volumeDigits());
    long oldScale = BigDecimal.ONE.movePointRight(digits - old.volumeDigits()).longValueExact();
    long newScale = BigDecimal.ONE.movePointRight(digits - fresh.volumeDigits()).longValueExact();
    long[][] out = new long[6][old.size() + fresh.size()];
    int count = 0;
    int a = 0;
    int b = 0;
    while (a < old.size() || b < fresh.size()) {
      boolean fromOld =
          b == fresh.size() || (a < old.size() && old.openTime(a) <= fresh.openTime(b));
      if (fromOld && b < fresh.size() && old.openTime(a) == fresh.openTime(b)) {
        requireSame(file, rows, old, a, oldScale, fresh, b, newScale);
        b++;
      }
      copy(fromOld ? old : fresh, fromOld ? a++ : b++, fromOld ? oldScale : newScale, out, count++);
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = Arrays.copyOf(out[i], count);
    }
    return new BarSeries(
        fresh.instrument(),
        fresh.timeframe(),
        fresh.tick(),
        digits,
        fresh.quoteVolume(),
        count,
        out[0],
        out[1],
        out[2],
        out[3],
        out[4],
        out[5]);
  }

  private static void requireSame(
      Path file,
      CandleRows rows,
      BarSeries old,
      int a,
      long oldScale,
      BarSeries fresh,
      int b,
      long newScale) {
    if (old.opens()[a] != fresh.opens()[b]
        || old.highs()[a] != fresh.highs()[b]
        || old.lows()[a] != fresh.lows()[b]
        || old.closes()[a] != fresh.closes()[b]
        || old.volumes()[a] * oldScale != fresh.volumes()[b] * newScale) {
      throw new InputException(
          file + ":" + rows.line(b) + ": bar: differs from what is stored for" + " the same time",
          "Import revised data into another --home");
    }
  }

  private static void copy(BarSeries from, int at, long volumeScale, long[][] out, int to) {
    out[0][to] = from.openTime(at);
    out[1][to] = from.opens()[at];
    out[2][to] = from.highs()[at];
    out[3][to] = from.lows()[at];
    out[4][to] = from.closes()[at];
    out[5][to] = Math.multiplyExact(from.volumes()[at], volumeScale);
  }

  /** Imports trades and best bid and ask of one instrument. */
  public ImportReport ticks(Path file, ImportOptions options) {
    return new TickImport(store, this).ticks(file, options);
  }

  /** Imports settled funding. */
  public ImportReport funding(Path file, ImportOptions options, BooleanSupplier cancelled) {
    Table table = new Table(file);
    List<ImportReport.Oddity> oddities = new ArrayList<>();
    Map<InstrumentId, FundingRows> byInstrument = new LinkedHashMap<>();
    int time = table.column("time", SETTLE_TIME);
    int rate = table.column("rate", RATE);
    FieldReader fields = new FieldReader(table);
    Symbols symbols = new Symbols(table, options);
    for (CsvRecord row : table.rows()) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      byInstrument
          .computeIfAbsent(symbols.of(row), id -> new FundingRows(table, id))
          .add(row, fields.time(row, time, "time"), fields.decimal(row, rate, "rate"), oddities);
    }
    long stored = 0;
    long duplicates = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    Map<InstrumentId, FundingHistory> changed = new LinkedHashMap<>();
    for (Map.Entry<InstrumentId, FundingRows> entry : byInstrument.entrySet()) {
      FundingRows rows = entry.getValue();
      FundingHistory known = store.funding(entry.getKey());
      FundingHistory merged = rows.mergedWith(known);
      long added = merged.size() - known.size();
      stored += added;
      duplicates += rows.duplicates() + rows.size() - added;
      first = Math.min(first, rows.first());
      last = Math.max(last, rows.last());
      if (added > 0) {
        changed.put(entry.getKey(), merged);
      }
    }
    store.change(
        batch ->
            changed.forEach(
                (id, funding) ->
                    batch.putFunding(id, funding, String.valueOf(file.getFileName()))));
    return new ImportReport(
        file.toString(),
        table.rows().size(),
        stored,
        duplicates,
        0,
        first,
        last,
        List.copyOf(oddities));
  }
}
