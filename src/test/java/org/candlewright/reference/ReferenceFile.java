package org.candlewright.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file of a run as texts by column. */
record ReferenceFile(String name, List<String> columns, List<Map<String, String>> rows) {

  static ReferenceFile read(Path folder, String name) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(name));
      List<String> columns = cells(lines.getFirst());
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
          throw new IllegalStateException(
              name
                  + ":"
                  + (rows.size() + 2)
                  + ": "
                  + cells.size()
                  + " cells under "
                  + columns.size()
                  + " columns");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), cells.get(i));
        }
        rows.add(row);
      }
      return new ReferenceFile(name, columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.resolve(name) + ": cannot be read", e);
    }
  }

  static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is missing");
    }
    return value;
  }

  /** The number in a cell, 0 if it is empty. */
  static BigDecimal number(Map<String, String> row, String column) {
    String value = text(row, column);
    return value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value);
  }

  /** Cells of one line after RFC 4180. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
