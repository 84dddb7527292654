package org.candlewright.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.reference.ReferenceMarket.Series;

/**
 * A folder written by {@code backtest --out} against a reference result: every field with tolerance
 * zero, and the identities that must hold in the files alone.
 */
final class ReferenceComparison {
  private static final List<String> NUMBERING = List.of("fill_id", "order_id");

  private final Path folder;
  private final ReferenceResult expected;
  private final ReferenceIdentities identities;

  ReferenceComparison(
      Path folder, ReferenceResult expected, ReferenceOptions options, List<Series> instruments) {
    this.folder = folder;
    this.expected = expected;
    this.identities = new ReferenceIdentities(folder, options, instruments);
  }

  /** Differences to the reference, per file and column the first with how many there are. */
  List<String> differences() {
    List<String> found = new ArrayList<>();
    for (ReferenceColumns.File<?> file : ReferenceColumns.files(expected)) {
      ReferenceFile actual = ReferenceFile.read(folder, file.name());
      List<Map<String, String>> wanted = file.texts();
      List<Map<String, String>> given = actual.rows();
      if (wanted.size() != given.size()) {
        found.add(file.name() + ": " + given.size() + " rows, reference " + wanted.size());
      }
      List<String> columns = new ArrayList<>(file.columns().keySet());
      columns.stream()
          .filter(each -> !actual.columns().contains(each))
          .forEach(each -> found.add(file.name() + ": column " + each + " is missing"));
      columns.retainAll(actual.columns());
      if (file.name().equals("fills.csv")) {
        found.addAll(compare(file.name() + " in file order", NUMBERING, given, wanted));
        columns.removeAll(NUMBERING);
        given = sortedFills(given);
        wanted = sortedFills(wanted);
      }
      found.addAll(compare(file.name(), columns, given, wanted));
    }
    return found;
  }

  /** What does not hold in the files alone. */
  List<String> violations() {
    return identities.check();
  }

  /** Differences and violations, or one line saying that there are none. */
  List<String> report() {
    List<String> lines = new ArrayList<>(differences());
    violations().forEach(each -> lines.add("identity: " + each));
    return lines.isEmpty() ? List.of("identical; all identities hold") : lines;
  }

  private static List<Map<String, String>> sortedFills(List<Map<String, String>> fills) {
    return fills.stream()
        .sorted(
            Comparator.comparing((Map<String, String> each) -> ReferenceFile.text(each, "time"))
                .thenComparing(each -> new BigDecimal(ReferenceFile.text(each, "trade_id")))
                .thenComparing(each -> ReferenceFile.text(each, "symbol"))
                .thenComparing(each -> ReferenceFile.text(each, "side")))
        .toList();
  }

  private static List<String> compare(
      String name,
      List<String> columns,
      List<Map<String, String>> given,
      List<Map<String, String>> wanted) {
    Map<String, String> first = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(given.size(), wanted.size()); i++) {
      for (String column : columns) {
        String actual = ReferenceFile.text(given.get(i), column);
        String reference = ReferenceFile.text(wanted.get(i), column);
        if (!same(actual, reference)) {
          counts.merge(column, 1, Integer::sum);
          first.putIfAbsent(
              column,
              name
                  + ": row "
                  + (i + 1)
                  + " ("
                  + given.get(i).values().stream().limit(6).toList()
                  + "): "
                  + column
                  + ": "
                  + actual
                  + ", reference "
                  + reference);
        }
      }
    }
    return first.entrySet().stream()
        .map(each -> each.getValue() + " (" + counts.get(each.getKey()) + " rows differ)")
        .toList();
  }

  /** Equal as numbers, as times or as texts; 1.50 is 1.5, an empty cell is only itself. */
  static boolean same(String a, String b) {
    if (a.equalsIgnoreCase(b)) {
      return true;
    }
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    try {
      return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    } catch (NumberFormatException notNumbers) {
      return sameTime(a, b);
    }
  }

  private static boolean sameTime(String a, String b) {
    try {
      return Instant.parse(a).equals(Instant.parse(b));
    } catch (DateTimeParseException notTimes) {
      return false;
    }
  }
}
