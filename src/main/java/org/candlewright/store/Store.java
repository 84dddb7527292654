package org.candlewright.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.candlewright.analytics.MarketHistory;
import org.candlewright.backtest.MarketStore;
import org.candlewright.market.BarResampler;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.QuoteHistory;
import org.candlewright.market.Timeframe;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The embedded store of one home: market data as columnar blocks, runs as files. One owner at a
 * time; every change is one transaction that is on disk when the call returns.
 */
public final class Store implements MarketStore, MarketHistory, AutoCloseable {
  private static final String CANDLES = "candles";
  private static final String MARK = "mark";
  private static final String FUNDING = "funding";
  private static final String TICKS = "ticks";
  private static final long LONGEST_INTERVAL = 8 * 3_600_000L;

  private final FileChannel lockFile;
  private final FileLock lock;
  private final JdbcDataSource source;
  private final Jdbi jdbi;
  private final StoredJournals journals;
  private final Handle keepOpen;

  private Store(FileChannel lockFile, FileLock lock, JdbcDataSource source) {
    this.lockFile = lockFile;
    this.lock = lock;
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.journals = new StoredJournals(jdbi);
    this.keepOpen = jdbi.open();
  }

  /** Opens the store of a home, making it where there is none. */
  public static Store open(Path home) {
    try {
      Files.createDirectories(home);
      FileChannel lockFile =
          FileChannel.open(
              home.resolve("candlewright.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      Optional<FileLock> lock = tryLock(lockFile);
      if (lock.isEmpty()) {
        lockFile.close();
        throw new InputException(
            home + ": Candlewright is already running on this home",
            "Close the other one, or use another with --home");
      }
      return open(home, lockFile, lock.get());
    } catch (IOException e) {
      throw new InputException(
          home + ": cannot be used as data directory, " + e.getMessage(),
          "Choose a folder you may write to with --home");
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // The other owner is in this very process; to the caller that is the same.
      return Optional.empty();
    }
  }

  private static Store open(Path home, FileChannel lockFile, FileLock lock) throws IOException {
    Path file = home.resolve("candlewright.mv.db");
    boolean existed = Files.exists(file);
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + home.toAbsolutePath().resolve("candlewright")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    source.setUser("candlewright");
    Store store = new Store(lockFile, lock, source);
    try {
      store.migrate(home, file, existed);
      return store;
    } catch (RuntimeException | IOException e) {
      store.close();
      throw e;
    }
  }

  private void migrate(Path home, Path file, boolean existed) throws IOException {
    Flyway flyway =
        Flyway.configure(Store.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:org/candlewright/store/migration")
            .load();
    MigrationInfoService info = flyway.info();
    boolean newer =
        Arrays.stream(info.applied())
            .anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS);
    if (newer) {
      throw new InputException(
          file + ": written by a newer version of Candlewright",
          "Install that version, or use another home with --home");
    }
    if (existed && info.applied().length > 0 && info.pending().length > 0) {
      backup(home.resolve("before-" + info.pending()[0].getVersion() + ".backup.zip"));
    }
    flyway.migrate();
  }

  /** Writes a checked copy of the whole store as a zip. */
  public void backup(Path target) {
    jdbi.useHandle(handle -> handle.execute("backup to ?", target.toAbsolutePath().toString()));
  }

  @Override
  public void close() {
    // The last connection closes the database.
    journals.close();
    keepOpen.close();
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Screenings in this store. */
  public StoredScreenings screenings() {
    return new StoredScreenings(jdbi);
  }

  /** The stored runs of the same home. */
  public StoredRuns runs() {
    return new StoredRuns(jdbi);
  }

  /** Bookmarks in runs of the same home. */
  public StoredBookmarks bookmarks() {
    return new StoredBookmarks(jdbi);
  }

  /** Journals of sessions of the same home. */
  public StoredJournals journals() {
    return journals;
  }

  @Override
  public List<Instrument> instruments() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from instrument order by name")
                .map((row, context) -> instrument(row))
                .list());
  }

  @Override
  public Optional<Instrument> instrument(InstrumentId id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  private static Optional<Instrument> find(Handle handle, InstrumentId id) {
    return handle
        .createQuery("select * from instrument where name = :name")
        .bind("name", id.toString())
        .map((row, context) -> instrument(row))
        .findOne();
  }

  private static Instrument instrument(java.sql.ResultSet row) throws java.sql.SQLException {
    String minimum = row.getString("min_notional");
    return new Instrument(
        InstrumentId.parse(row.getString("name")),
        row.getString("base"),
        row.getString("quote"),
        new BigDecimal(row.getString("tick")),
        new BigDecimal(row.getString("lot")),
        minimum == null ? Optional.empty() : Optional.of(new BigDecimal(minimum)),
        row.getBoolean("buyer_pays_in_base"),
        new BigDecimal(row.getString("maintenance_rate")),
        row.getBoolean("simulated"));
  }

  private record Header(
      long id,
      Timeframe timeframe,
      BigDecimal tick,
      int volumeDigits,
      boolean quoteVolume,
      int rows) {}

  private static Optional<Header> header(
      Handle handle, InstrumentId id, String what, long timeframe) {
    return handle
        .createQuery(
            "select * from series where instrument = :name and what = :what"
                + " and timeframe_millis = :timeframe")
        .bind("name", id.toString())
        .bind("what", what)
        .bind("timeframe", timeframe)
        .map(
            (row, context) ->
                new Header(
                    row.getLong("id"),
                    timeframe == 0 ? Timeframe.ONE_HOUR : new Timeframe(timeframe),
                    new BigDecimal(row.getString("tick")),
                    row.getInt("volume_digits"),
                    row.getBoolean("quote_volume"),
                    row.getInt("row_count")))
        .findOne();
  }

  @Override
  public List<Timeframe> timeframes(InstrumentId id) {
    return timeframes(id, CANDLES);
  }

  private List<Timeframe> timeframes(InstrumentId id, String what) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select timeframe_millis from series"
                        + " where instrument = :name and what = :what order by timeframe_millis")
                .bind("name", id.toString())
                .bind("what", what)
                .mapTo(Long.class)
                .map(Timeframe::new)
                .list());
  }

  @Override
  public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
    BigDecimal tick = instrument(id).map(Instrument::tick).orElse(BigDecimal.ONE);
    return series(id, CANDLES, timeframe, period, tick).orElseGet(() -> empty(id, timeframe, tick));
  }

  @Override
  public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
    return series(id, MARK, timeframe, period, markTick()).filter(marks -> !marks.isEmpty());
  }

  static BigDecimal markTick() {
    return BigDecimal.ONE.movePointLeft(8);
  }

  private static BarSeries empty(InstrumentId id, Timeframe timeframe, BigDecimal tick) {
    long[] none = new long[0];
    return new BarSeries(id, timeframe, tick, 0, false, 0, none, none, none, none, none, none);
  }

  private Optional<BarSeries> series(
      InstrumentId id, String what, Timeframe timeframe, Period period, BigDecimal tick) {
    List<Timeframe> stored = timeframes(id, what);
    Optional<Timeframe> best =
        stored.stream().filter(each -> timeframe.millis() % each.millis() == 0).reduce((a, b) -> b);
    if (best.isEmpty()) {
      return Optional.empty();
    }
    long from = timeframe.floor(period.fromMillis());
    BarSeries found =
        jdbi.withHandle(
            handle ->
                read(handle, id, what, best.get(), new Period(from, period.toMillis()), tick));
    BarSeries built =
        best.get().equals(timeframe) ? found : BarResampler.resample(found, timeframe);
    int first = built.firstAtOrAfter(period.fromMillis());
    return Optional.of(first == 0 ? built : built.slice(first, built.size()));
  }

  private static BarSeries read(
      Handle handle,
      InstrumentId id,
      String what,
      Timeframe timeframe,
      Period period,
      BigDecimal tick) {
    Header header = header(handle, id, what, timeframe.millis()).orElseThrow();
    long[][] columns = new long[6][header.rows()];
    int[] rows = {0};
    handle
        .createQuery(
            "select rows_in_block, crc32c, payload from block where series_id = :id"
                + " and last_millis >= :from and first_millis < :to order by first_millis")
        .bind("id", header.id())
        .bind("from", period.fromMillis())
        .bind("to", period.toMillis())
        .map(
            (row, context) -> {
              byte[] payload = row.getBytes("payload");
              if (BarBlocks.checksum(payload) != row.getLong("crc32c")) {
                throw new InputException(
                    "store: " + what + " of " + id + " are damaged",
                    "Restore a backup, or delete the series and import it again");
              }
              BarBlocks.decode(payload, row.getInt("rows_in_block"), columns, rows[0]);
              rows[0] += row.getInt("rows_in_block");
              return rows[0];
            })
        .list();
    rescale(header.tick(), tick, columns, rows[0]);
    BarSeries all =
        new BarSeries(
            id,
            timeframe,
            tick,
            header.volumeDigits(),
            header.quoteVolume(),
            rows[0],
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]);
    int from = all.firstAtOrAfter(period.fromMillis());
    int to = all.firstAtOrAfter(period.toMillis());
    return from == 0 && to == all.size() ? all : all.slice(from, to);
  }

  /** Blocks keep the tick they were written with; a finer one divides it. */
  private static void rescale(BigDecimal written, BigDecimal wanted, long[][] columns, int rows) {
    if (written.compareTo(wanted) == 0) {
      return;
    }
    long factor = written.divide(wanted).longValueExact();
    for (int column = 1; column <= 4; column++) {
      for (int i = 0; i < rows; i++) {
        columns[column][i] = Math.multiplyExact(columns[column][i], factor);
      }
    }
  }

  @Override
  public FundingHistory funding(InstrumentId id) {
    return jdbi.withHandle(
        handle ->
            header(handle, id, FUNDING, 0)
                .map(
                    header ->
                        handle
                            .createQuery("select payload from block where series_id = :id")
                            .bind("id", header.id())
                            .map((row, context) -> FundingBlocks.decode(row.getBytes("payload")))
                            .one())
                .orElse(FundingHistory.none()));
  }

  /** All quotes that are stored, on the tick they were stored with. */
  public Optional<QuoteHistory> storedQuotes(InstrumentId id) {
    return jdbi.withHandle(
        handle -> header(handle, id, TICKS, 0).map(header -> quotes(handle, id, header)));
  }

  @Override
  public Optional<QuoteHistory> quotes(InstrumentId id, Period period) {
    return storedQuotes(id)
        .map(
            all ->
                all.onTick(instrument(id).map(Instrument::tick).orElse(all.tick())).within(period))
        .filter(found -> found.size() > 0);
  }

  private static QuoteHistory quotes(Handle handle, InstrumentId id, Header header) {
    long[][] columns = new long[5][header.rows()];
    int[] rows = {0};
    handle
        .createQuery(
            "select rows_in_block, crc32c, payload from block where series_id = :id"
                + " order by first_millis")
        .bind("id", header.id())
        .map(
            (row, context) -> {
              byte[] payload = row.getBytes("payload");
              if (BarBlocks.checksum(payload) != row.getLong("crc32c")) {
                throw new InputException(
                    "store: ticks of " + id + " are damaged",
                    "Restore a backup, or delete the series and import it again");
              }
              BarBlocks.decode(payload, row.getInt("rows_in_block"), columns, rows[0]);
              rows[0] += row.getInt("rows_in_block");
              return rows[0];
            })
        .list();
    return new QuoteHistory(
        header.tick(),
        header.volumeDigits(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4]);
  }

  @Override
  public List<StoredSeries> contents() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from series order by instrument, what, timeframe_millis")
                .map(
                    (row, context) -> {
                      long timeframe = row.getLong("timeframe_millis");
                      return new StoredSeries(
                          InstrumentId.parse(row.getString("instrument")),
                          row.getString("what"),
                          timeframe == 0 ? Optional.empty() : Optional.of(new Timeframe(timeframe)),
                          row.getLong("row_count"),
                          row.getLong("first_millis"),
                          row.getLong("last_millis"),
                          row.getLong("gaps"),
                          row.getString("source"));
                    })
                .list());
  }

  /** Changes to market data that happen together or not at all. */
  public final class Batch {
    private final Handle handle;

    private Batch(Handle handle) {
      this.handle = handle;
    }

    public void putInstrument(Instrument instrument) {
      handle
          .createUpdate(
              "merge into instrument key (name) values (:name, :base, :quote, :tick,"
                  + " :lot, :minimum, :baseFee, :maintenance, :simulated)")
          .bind("name", instrument.id().toString())
          .bind("base", instrument.base())
          .bind("quote", instrument.quote())
          .bind("tick", instrument.tick().toPlainString())
          .bind("lot", instrument.lot().toPlainString())
          .bind("minimum", instrument.minNotional().map(BigDecimal::toPlainString).orElse(null))
          .bind("baseFee", instrument.buyerPaysInBase())
          .bind("maintenance", instrument.maintenanceRate().toPlainString())
          .bind("simulated", instrument.simulated())
          .execute();
    }

    /** Replaces the bars of a timeframe; {@code mark} says which kind. */
    public void putBars(BarSeries bars, boolean mark, String source) {
      long id =
          replaceSeries(
              bars.instrument(),
              mark ? MARK : CANDLES,
              bars.timeframe().millis(),
              bars.tick(),
              bars.volumeDigits(),
              bars.quoteVolume(),
              bars.size(),
              bars.openTime(0),
              bars.openTime(bars.size() - 1),
              gaps(bars),
              source);
      long[][] columns = {
        bars.openTimes(), bars.opens(), bars.highs(), bars.lows(), bars.closes(), bars.volumes()
      };
      for (int from = 0; from < bars.size(); from += BarBlocks.ROWS) {
        int to = Math.min(bars.size(), from + BarBlocks.ROWS);
        putBlock(
            id,
            bars.openTime(from),
            bars.openTime(to - 1),
            to - from,
            BarBlocks.encode(columns, from, to));
      }
    }

    /** Replaces the best bids and asks of an instrument. */
    public void putQuotes(InstrumentId instrument, QuoteHistory quotes, String source) {
      long[] times = quotes.times();
      long id =
          replaceSeries(
              instrument,
              TICKS,
              0,
              quotes.tick(),
              quotes.sizeDigits(),
              false,
              quotes.size(),
              times[0],
              times[quotes.size() - 1],
              0,
              source);
      long[][] columns = {
        times, quotes.bids(), quotes.asks(), quotes.bidSizes(), quotes.askSizes()
      };
      for (int from = 0; from < quotes.size(); from += BarBlocks.ROWS) {
        int to = Math.min(quotes.size(), from + BarBlocks.ROWS);
        putBlock(id, times[from], times[to - 1], to - from, BarBlocks.encode(columns, from, to));
      }
    }

    public void putFunding(InstrumentId instrument, FundingHistory funding, String source) {
      long id =
          replaceSeries(
              instrument,
              FUNDING,
              0,
              BigDecimal.ONE,
              0,
              false,
              funding.size(),
              funding.time(0),
              funding.time(funding.size() - 1),
              gaps(funding),
              source);
      putBlock(
          id,
          funding.time(0),
          funding.time(funding.size() - 1),
          funding.size(),
          FundingBlocks.encode(funding));
    }

    /** Deletes a series; an instrument of which no series is left is forgotten too. */
    public void delete(StoredSeries series) {
      String name = series.instrument().toString();
      handle.execute(
          "delete from series where instrument = ? and what = ? and timeframe_millis = ?",
          name,
          series.what(),
          series.timeframe().map(Timeframe::millis).orElse(0L));
      handle.execute(
          "delete from instrument where name = ?"
              + " and not exists (select * from series where series.instrument = ?)",
          name,
          name);
    }

    private long replaceSeries(
        InstrumentId instrument,
        String what,
        long timeframe,
        BigDecimal tick,
        int volumeDigits,
        boolean quoteVolume,
        int rows,
        long first,
        long last,
        long gaps,
        String source) {
      handle
          .createUpdate(
              "delete from series where instrument = :name and what = :what"
                  + " and timeframe_millis = :timeframe")
          .bind("name", instrument.toString())
          .bind("what", what)
          .bind("timeframe", timeframe)
          .execute();
      return handle
          .createUpdate(
              "insert into series (instrument, what, timeframe_millis, tick,"
                  + " volume_digits, quote_volume, row_count, first_millis, last_millis, gaps, source)"
                  + " values (:name, :what, :timeframe, :tick, :digits, :quote, :rows, :first, :last,"
                  + " :gaps, :source)")
          .bind("name", instrument.toString())
          .bind("what", what)
          .bind("timeframe", timeframe)
          .bind("tick", tick.toPlainString())
          .bind("digits", volumeDigits)
          .bind("quote", quoteVolume)
          .bind("rows", rows)
          .bind("first", first)
          .bind("last", last)
          .bind("gaps", gaps)
          .bind("source", source)
          .executeAndReturnGeneratedKeys("id")
          .mapTo(Long.class)
          .one();
    }

    private void putBlock(long series, long first, long last, int rows, byte[] payload) {
      handle
          .createUpdate(
              "insert into block values (:series, :first, :last, :rows, :crc," + " :payload)")
          .bind("series", series)
          .bind("first", first)
          .bind("last", last)
          .bind("rows", rows)
          .bind("crc", BarBlocks.checksum(payload))
          .bind("payload", payload)
          .execute();
    }
  }

  /** Stretches of missing bars. */
  public static long gaps(BarSeries bars) {
    long gaps = 0;
    for (int i = 1; i < bars.size(); i++) {
      if (bars.openTime(i) - bars.openTime(i - 1) >= 2 * bars.timeframe().millis()) {
        gaps++;
      }
    }
    return gaps;
  }

  /** Stretches without settlements, longer than any interval. */
  private static long gaps(FundingHistory funding) {
    long gaps = 0;
    for (int i = 1; i < funding.size(); i++) {
      gaps += funding.time(i) - funding.time(i - 1) > LONGEST_INTERVAL ? 1 : 0;
    }
    return gaps;
  }

  /** Runs the changes in one transaction: an exception leaves the store as it was. */
  public void change(Consumer<Batch> changes) {
    jdbi.useTransaction(handle -> changes.accept(new Batch(handle)));
  }

  /** Bars of exactly that timeframe as stored, never built from finer ones. */
  public Optional<BarSeries> storedBars(InstrumentId id, Timeframe timeframe, boolean mark) {
    String what = mark ? MARK : CANDLES;
    return jdbi.withHandle(
        handle ->
            header(handle, id, what, timeframe.millis())
                .map(
                    header ->
                        read(
                            handle,
                            id,
                            what,
                            timeframe,
                            Period.ALL,
                            mark
                                ? markTick()
                                : find(handle, id).map(Instrument::tick).orElse(header.tick()))));
  }

  /** Bytes that each series takes, compressed, by {@link #sizeKey}. */
  public Map<String, Long> sizes() {
    return jdbi.withHandle(
        handle -> {
          Map<String, Long> sizes = new HashMap<>();
          handle
              .createQuery(
                  "select instrument, what, timeframe_millis, sum(octet_length(payload)) as bytes"
                      + " from series join block on series.id = block.series_id"
                      + " group by instrument, what, timeframe_millis")
              .map(
                  (row, context) ->
                      Map.entry(
                          row.getString("instrument")
                              + " "
                              + row.getString("what")
                              + " "
                              + row.getLong("timeframe_millis"),
                          row.getLong("bytes")))
              .forEach(each -> sizes.put(each.getKey(), each.getValue()));
          return sizes;
        });
  }

  /** Names a series in {@link #sizes}. */
  public static String sizeKey(StoredSeries series) {
    return series.instrument()
        + " "
        + series.what()
        + " "
        + series.timeframe().map(Timeframe::millis).orElse(0L);
  }

  /** Where a stored series came from. */
  public List<String> sources() {
    return new ArrayList<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select distinct source from series")
                    .mapTo(String.class)
                    .list()));
  }
}
