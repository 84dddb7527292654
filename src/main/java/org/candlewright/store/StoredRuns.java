package org.candlewright.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.candlewright.backtest.RunStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Runs in the store: a row to list them by, and their files, compressed. */
public final class StoredRuns implements RunStore {
  private final Jdbi jdbi;

  StoredRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void save(StoredRun run) {
    Summary summary = run.summary();
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from run where id = ?", summary.id());
          handle
              .createUpdate(
                  "insert into run (id, name, mode, strategy, instruments, from_millis,"
                      + " to_millis, net_profit, trades) values (:id, :name, :mode, :strategy,"
                      + " :instruments, :from, :to, :profit, :trades)")
              .bind("id", summary.id())
              .bind("name", summary.name())
              .bind("mode", summary.mode())
              .bind("strategy", summary.strategy())
              .bind("instruments", summary.instruments())
              .bind("from", summary.fromMillis())
              .bind("to", summary.toMillis())
              .bind("profit", summary.netProfit().toPlainString())
              .bind("trades", summary.trades())
              .execute();
          run.files()
              .forEach(
                  (name, content) ->
                      handle.execute(
                          "insert into run_file values (?, ?, ?)",
                          summary.id(),
                          name,
                          compress(content)));
        });
  }

  @Override
  public List<Summary> summaries() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from run order by stored_order desc")
                .map((row, context) -> summary(row))
                .list());
  }

  @Override
  public Optional<StoredRun> find(String idOrName) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from run where id = :key or"
                        + " name = :key order by case when id = :key then 0 else 1 end, stored_order desc"
                        + " limit 1")
                .bind("key", idOrName)
                .map((row, context) -> summary(row))
                .findOne()
                .map(summary -> new StoredRun(summary, files(handle, summary.id()))));
  }

  private static Map<String, byte[]> files(Handle handle, String id) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    handle
        .createQuery("select file, payload from run_file where run_id = :id order by file")
        .bind("id", id)
        .map((row, context) -> Map.entry(row.getString("file"), row.getBytes("payload")))
        .forEach(entry -> files.put(entry.getKey(), decompress(entry.getValue())));
    return files;
  }

  @Override
  public void delete(String id) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from run where id = ?", id);
          handle.execute("delete from bookmark where run_id = ?", id);
        });
  }

  private static Summary summary(ResultSet row) throws SQLException {
    return new Summary(
        row.getString("id"),
        row.getString("name"),
        row.getString("mode"),
        row.getString("strategy"),
        row.getString("instruments"),
        row.getLong("from_millis"),
        row.getLong("to_millis"),
        new BigDecimal(row.getString("net_profit")),
        row.getLong("trades"));
  }

  private static byte[] compress(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] decompress(byte[] content) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
