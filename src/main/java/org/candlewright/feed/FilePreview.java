package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candlewright.feed.DataLibrary.Content;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Timeframe;

/**
 * What a CSV file seems to hold, told from its header, its first rows and its name; to be looked at
 * and corrected before anything is stored.
 *
 * @param symbols named by a symbol column, none without one
 * @param venue that the path names, or {@code file}
 * @param perpetual whether the path or the content speaks of perpetuals
 * @param instrument that the path names; empty if it names none
 * @param timeframe commonest distance of the first rows; empty for funding
 * @param firstMillis time of the first row, epoch milliseconds UTC
 * @param lastMillis time of the last row
 * @param sample header and first rows
 */
public record FilePreview(
    Path file,
    Content content,
    List<String> symbols,
    String venue,
    boolean perpetual,
    Optional<InstrumentId> instrument,
    Optional<Timeframe> timeframe,
    long rows,
    long firstMillis,
    long lastMillis,
    List<List<String>> sample) {
  private static final List<String> VENUES =
      List.of(
          "binance",
          "bybit",
          "okx",
          "coinbase",
          "kraken",
          "kucoin",
          "hyperliquid",
          "dydx",
          "lighter",
          "bitget",
          "gate",
          "ftx");
  private static final Pattern SYMBOL =
      Pattern.compile("(?<![A-Z0-9])([A-Z0-9]{1,20}?(?:USDT|USDC|USD|BTC|ETH|EUR))(?![A-Z0-9])");
  private static final int LOOKED_AT = 500;
  private static final int SHOWN = 3;

  static FilePreview of(Path file) {
    Table table = new Table(file);
    FieldReader fields = new FieldReader(table);
    boolean funding = table.find(CsvImport.RATE) >= 0;
    if (!funding && table.find("close", "c", "close_price") < 0) {
      throw new InputException(
          file + ":1: neither a rate nor a close among the columns",
          "Choose a file of candles (time, open, high, low, close, volume) or of funding (time,"
              + " rate)");
    }
    int time =
        funding
            ? table.column("time", CsvImport.SETTLE_TIME)
            : table.column("time", CsvImport.OPEN_TIME);
    String path = file.toString();
    boolean mark = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains("mark");
    Content content = funding ? Content.FUNDING : mark ? Content.MARK : Content.CANDLES;
    boolean perpetual = funding || mark || path.matches("(?i).*(perp|usdm|swap|futures).*");
    String venue = venue(path);
    return new FilePreview(
        file,
        content,
        symbols(table),
        venue,
        perpetual && !path.matches("(?i).*[^a-z]spot[^a-z].*"),
        instrument(file, venue, perpetual),
        funding ? Optional.empty() : timeframe(table, fields, time),
        table.rows().size(),
        fields.time(table.rows().getFirst(), time, "time"),
        fields.time(table.rows().getLast(), time, "time"),
        sample(table));
  }

  private static String venue(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return VENUES.stream()
        .filter(lower::contains)
        .max(Comparator.comparingInt(lower::lastIndexOf))
        .orElse("file");
  }

  private static List<String> symbols(Table table) {
    int column = table.find(CsvImport.SYMBOL);
    if (column < 0) {
      return List.of();
    }
    TreeSet<String> names = new TreeSet<>();
    table.rows().forEach(row -> names.add(row.getField(column).strip()));
    return List.copyOf(names);
  }

  private static Optional<InstrumentId> instrument(Path file, String venue, boolean perpetual) {
    String name = String.valueOf(file.getFileName());
    Matcher found = SYMBOL.matcher(name.toUpperCase(Locale.ROOT).replace('_', '-'));
    if (!found.find()) {
      return Optional.empty();
    }
    boolean spot = name.matches("(?i).*[^a-z]spot[^a-z].*");
    return Optional.of(
        new InstrumentId(
            venue,
            found.group(1),
            perpetual && !spot ? InstrumentKind.LINEAR_PERPETUAL : InstrumentKind.SPOT));
  }

  private static Optional<Timeframe> timeframe(Table table, FieldReader fields, int time) {
    Map<Long, Integer> counts = new HashMap<>();
    long before = -1;
    for (CsvRecord row : table.rows().subList(0, Math.min(LOOKED_AT, table.rows().size()))) {
      long now = fields.time(row, time, "time");
      if (before >= 0 && now > before) {
        counts.merge(now - before, 1, Integer::sum);
      }
      before = now;
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .filter(millis -> millis % 60_000 == 0)
        .map(Timeframe::new);
  }

  private static List<List<String>> sample(Table table) {
    List<List<String>> shown = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (int i = 0; i < table.rows().getFirst().getFieldCount(); i++) {
      head.add(table.name(i));
    }
    shown.add(List.copyOf(head));
    table.rows().stream().limit(SHOWN).forEach(row -> shown.add(List.copyOf(row.getFields())));
    return List.copyOf(shown);
  }
}
