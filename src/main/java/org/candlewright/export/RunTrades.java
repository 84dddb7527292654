package org.candlewright.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candlewright.analytics.comparison.ListedTrade;
import org.candlewright.market.InputException;
import org.candlewright.market.Timeframe;

/**
 * The trades of a run read back from its files, as a comparison takes them.
 *
 * @param runId of the run
 * @param trades times floored to the open of the bar they lie in
 * @param tick of its instrument
 * @param currency of its account
 */
public record RunTrades(String runId, List<ListedTrade> trades, BigDecimal tick, String currency) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads the trades of a run of one instrument.
   *
   * @param files of the run, by name
   * @throws InputException if the run has several instruments or lacks a file
   */
  public static RunTrades read(Map<String, byte[]> files) {
    try {
      JsonNode document = JSON.readTree(file(files, "run.json"));
      JsonNode configuration = document.path("configuration");
      JsonNode instruments = configuration.path("instruments");
      if (instruments.size() != 1) {
        throw new InputException(
            "the run has " + instruments.size() + " instruments, a list of trades has one",
            "Compare a run of the list's instrument alone");
      }
      CloseFills closing = CloseFills.of(document);
      Timeframe timeframe = Timeframe.parse(configuration.path("timeframe").asText());
      return new RunTrades(
          document.path("run_id").asText(),
          trades(new String(file(files, "trades.csv"), StandardCharsets.UTF_8), timeframe, closing),
          new BigDecimal(instruments.path(0).path("tick").asText()),
          configuration.path("currency").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Optional.ofNullable(files.get(name))
        .orElseThrow(
            () ->
                new InputException(
                    "the run has no " + name, "Make the run again to get all its files"));
  }

  private static List<ListedTrade> trades(String csv, Timeframe timeframe, CloseFills closing)
      throws IOException {
    List<ListedTrade> trades = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : reader) {
        trades.add(trade(row, timeframe, closing));
      }
    }
    return List.copyOf(trades);
  }

  private static ListedTrade trade(NamedCsvRecord row, Timeframe timeframe, CloseFills closing) {
    return new ListedTrade(
        Integer.parseInt(row.getField("trade_id")),
        row.getField("side").equals("short") ? -1 : 1,
        new BigDecimal(row.getField("quantity")),
        bar(row.getField("entry_time"), timeframe, closing.all()),
        new BigDecimal(row.getField("entry_price")),
        bar(
            row.getField("exit_time"),
            timeframe,
            closing.all() || closing.reasons().contains(row.getField("exit_reason"))),
        new BigDecimal(row.getField("exit_price")),
        Optional.of(new BigDecimal(row.getField("net_pnl"))),
        new BigDecimal(row.getField("entry_fee"))
            .add(new BigDecimal(row.getField("exit_fee")))
            .subtract(new BigDecimal(row.getField("total_funding"))),
        row.getField("exit_reason").equals("backtest_end"));
  }

  /** What fills at a close fills in the bar that ends there, not in the one that begins. */
  private static long bar(String time, Timeframe timeframe, boolean atClose) {
    return timeframe.floor(Instant.parse(time).toEpochMilli() - (atClose ? 1 : 0));
  }

  /**
   * Which fills were at the close they were decided on.
   *
   * @param all whether every market order was
   * @param reasons of exits that were
   */
  private record CloseFills(boolean all, Set<String> reasons) {
    static CloseFills of(JsonNode document) {
      Set<String> reasons = new HashSet<>();
      for (JsonNode exit : document.path("strategy").path("exits")) {
        if (exit.path("at").asText().equals("close")) {
          reasons.add(exit.path("name").asText());
        }
      }
      return new CloseFills(
          document.path("configuration").path("fills").path("at_close").asBoolean(), reasons);
    }
  }
}
