package org.candlewright.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads ticks: CSV of trades, of quotes or of book snapshots, or messages of a venue's stream, one
 * a line, each with the receiving time before it or without (Binance: {@code trade}, {@code
 * bookTicker}; Bybit: {@code orderbook}). Messages of other kinds are passed over.
 */
final class TickFile {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String[] TIME = {
    "trade_time_ms", "timestamp", "time", "ts", "time_ms", "transact_time", "quote_time_ms"
  };

  private final TickRows rows;
  private final Path file;

  /** The venue's last stamp: messages without one (Binance spot quotes) are given it. */
  private long venueMillis;

  private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

  private TickFile(Path file) {
    this.file = file;
    this.rows = new TickRows(file);
  }

  static TickRows read(Path file) {
    TickFile reader = new TickFile(file);
    String text = SourceFile.read(file);
    if (text.indexOf('{') >= 0) {
      reader.messages(text);
    } else {
      reader.table(new Table(file));
    }
    return reader.rows;
  }

  private void messages(String text) {
    long number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      int start = line.indexOf('{');
      if (line.isBlank()) {
        continue;
      }
      if (start < 0) {
        throw rows.error(number, "message", "no JSON object", "Choose a file of messages");
      }
      rows.rows++;
      try {
        message(MAPPER.readTree(line.substring(start)), number);
      } catch (JsonProcessingException e) {
        throw rows.error(
            number, "message", "no valid JSON", "Fetch the file again, or cut the broken line");
      }
    }
  }

  private void message(JsonNode message, long line) {
    if (message.path("topic").asText().startsWith("orderbook")) {
      book(message, line);
      return;
    }
    JsonNode data = message.has("data") ? message.path("data") : message;
    // Not of quotes: theirs are stamped before others that came first.
    if (data.has("E")) {
      venueMillis = Math.max(venueMillis, data.path("E").asLong());
    }
    String stream = message.path("stream").asText();
    if (stream.endsWith("@trade") || data.path("e").asText().equals("trade")) {
      rows.add(
          new TickRows.Trade(
              data.path("T").asLong(),
              number(data.path("p"), line, "p"),
              number(data.path("q"), line, "q"),
              line));
    } else if (stream.endsWith("@bookTicker") || data.path("e").asText().equals("bookTicker")) {
      if (venueMillis > 0) {
        rows.add(
            new TickRows.Quote(
                venueMillis,
                number(data.path("b"), line, "b"),
                number(data.path("B"), line, "B"),
                number(data.path("a"), line, "a"),
                number(data.path("A"), line, "A"),
                line));
      }
    }
  }

  /** A whole book, or levels that changed; size zero takes a level away. */
  private void book(JsonNode message, long line) {
    JsonNode data = message.path("data");
    if (message.path("type").asText().equals("snapshot")) {
      bids.clear();
      asks.clear();
    }
    change(data.path("b"), bids, line);
    change(data.path("a"), asks, line);
    if (!bids.isEmpty() && !asks.isEmpty()) {
      rows.add(
          new TickRows.Quote(
              message.path("ts").asLong(),
              bids.firstKey(),
              bids.firstEntry().getValue(),
              asks.firstKey(),
              asks.firstEntry().getValue(),
              line));
    }
  }

  private void change(JsonNode levels, Map<BigDecimal, BigDecimal> side, long line) {
    for (JsonNode level : levels) {
      BigDecimal price = number(level.path(0), line, "price").stripTrailingZeros();
      BigDecimal size = number(level.path(1), line, "size");
      if (size.signum() == 0) {
        side.remove(price);
      } else {
        side.put(price, size);
      }
    }
  }

  private BigDecimal number(JsonNode node, long line, String field) {
    try {
      return new BigDecimal(node.asText());
    } catch (NumberFormatException e) {
      throw rows.error(
          line, field, "'" + node.asText() + "' is no number", "Mend or remove the line");
    }
  }

  private void table(Table table) {
    FieldReader fields = new FieldReader(table);
    int time = table.column("time", TIME);
    if (table.find("asks[0]_price", "ask", "ask_price") >= 0) {
      int[] columns = {
        table.column("bid price", "bids[0]_price", "bid", "bid_price"),
        table.column("bid size", "bids[0]_amount", "bid_size", "bid_qty", "bid_quantity"),
        table.column("ask price", "asks[0]_price", "ask", "ask_price"),
        table.column("ask size", "asks[0]_amount", "ask_size", "ask_qty", "ask_quantity")
      };
      for (CsvRecord row : table.rows()) {
        rows.rows++;
        rows.add(
            new TickRows.Quote(
                fields.time(row, time, "time"),
                fields.price(row, columns[0], "bid"),
                fields.volume(row, columns[1]),
                fields.price(row, columns[2], "ask"),
                fields.volume(row, columns[3]),
                row.getStartingLineNumber()));
      }
      return;
    }
    int price = table.column("price", "price", "p");
    int quantity = table.column("quantity", "qty", "quantity", "size", "amount", "q");
    List<CsvRecord> all = table.rows();
    for (CsvRecord row : all) {
      rows.rows++;
      rows.add(
          new TickRows.Trade(
              fields.time(row, time, "time"),
              fields.price(row, price, "price"),
              fields.volume(row, quantity),
              row.getStartingLineNumber()));
    }
  }
}
