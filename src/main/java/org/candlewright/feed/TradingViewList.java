package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candlewright.analytics.comparison.DailyRates;
import org.candlewright.analytics.comparison.ListedTrade;
import org.candlewright.analytics.comparison.TradeList;

/**
 * Reads a list of trades as TradingView's strategy tester exports it: two rows a trade, plain or
 * gzip, in any of its header spellings. Its times are wall clock of the chart and come out as if
 * they were UTC; {@link TradeList#fromZone} moves them.
 */
public final class TradingViewList {
  private final Table table;
  private final FieldReader fields;
  private final int number;
  private final int type;
  private final int time;
  private final int signal;
  private final int price;
  private final int quantity;
  private final int pnl;

  private TradingViewList(Path file) {
    table = new Table(file);
    fields = new FieldReader(table);
    number = table.column("trade number", "trade_#", "trade_number");
    type = table.column("type", "type");
    time = table.column("date and time", "date_and_time", "date/time");
    signal = table.find("signal");
    price = table.columnStarting("price", "price_");
    quantity =
        table.column("size", "size_(qty)", "position_size_(qty)", "quantity", "contracts", "qty");
    pnl = profitColumn();
  }

  /** The first profit column that is no percentage. */
  private int profitColumn() {
    return table.columnStarting("net P&L", "net_p&l_", "net_pnl_", "p&l_", "profit_");
  }

  /**
   * Reads a list.
   *
   * @throws org.candlewright.market.InputException if the file is no such list, naming file, line
   *     and field
   */
  public static TradeList read(Path file) {
    return new TradingViewList(file).list();
  }

  private TradeList list() {
    Map<String, CsvRecord> entries = new LinkedHashMap<>();
    Map<String, CsvRecord> exits = new LinkedHashMap<>();
    for (CsvRecord row : table.rows()) {
      if ((isEntry(row) ? entries : exits).put(row.getField(number).strip(), row) != null) {
        throw table.error(
            row,
            "trade number",
            "trade " + row.getField(number) + " has two such rows",
            "Export the list of trades again");
      }
    }
    List<ListedTrade> trades = new ArrayList<>();
    entries.forEach((key, entry) -> trades.add(trade(entry, Optional.ofNullable(exits.get(key)))));
    return new TradeList(List.copyOf(trades), currency(price), currency(pnl));
  }

  private boolean isEntry(CsvRecord row) {
    String what = row.getField(type).strip().toLowerCase(Locale.ROOT);
    if (what.startsWith("entry")) {
      return true;
    }
    if (what.startsWith("exit")) {
      return false;
    }
    throw table.error(
        row,
        "type",
        "'" + row.getField(type) + "' is neither an entry nor an exit",
        "Export the list of trades again");
  }

  private String currency(int column) {
    String name = table.name(column);
    return name.substring(name.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
  }

  private ListedTrade trade(CsvRecord entry, Optional<CsvRecord> exit) {
    boolean open =
        exit.map(
                row ->
                    row.getField(price).isBlank()
                        || (signal >= 0 && row.getField(signal).strip().equals("Open")))
            .orElse(true);
    CsvRecord last = exit.filter(row -> !row.getField(price).isBlank()).orElse(entry);
    return new ListedTrade(
        Math.toIntExact(fields.decimal(entry, number, "trade number").longValue()),
        entry.getField(type).toLowerCase(Locale.ROOT).contains("short") ? -1 : 1,
        fields.decimal(entry, quantity, "size"),
        fields.time(entry, time, "date and time"),
        fields.price(entry, price, "price"),
        fields.time(last, time, "date and time"),
        fields.price(last, price, "price"),
        open ? Optional.empty() : Optional.of(fields.decimal(last, pnl, "net P&L")),
        BigDecimal.ZERO,
        open);
  }

  /**
   * Reads daily closes of the run's currency in the list's: columns {@code day} and {@code close}.
   */
  public static DailyRates rates(Path file) {
    Table table = new Table(file);
    FieldReader fields = new FieldReader(table);
    int day = table.column("day", "day", "date", "time", "open_time", "open_time_ms", "timestamp");
    int close = table.column("close", "close", "rate");
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    for (CsvRecord row : table.rows()) {
      closes.put(
          LocalDate.ofInstant(Instant.ofEpochMilli(fields.time(row, day, "day")), ZoneOffset.UTC),
          fields.price(row, close, "close"));
    }
    return new DailyRates(closes);
  }
}
