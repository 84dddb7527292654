package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candlewright.market.InputException;

/** A CSV file as rows, its separator detected, its columns found by their usual names. */
final class Table {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final Path file;
  private final String[] header;
  private final List<CsvRecord> rows = new ArrayList<>();

  Table(Path file) {
    this.file = file;
    String text = SourceFile.read(file);
    String first = text.lines().findFirst().orElse("");
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(first))
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        rows.add(row);
      }
    } catch (CsvParseException e) {
      throw new InputException(
          file + ": no readable CSV, " + e.getMessage(), "Check quotes and separators");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    header =
        rows.removeFirst().getFields().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceAll("[ .-]", "_"))
            .toArray(String[]::new);
    if (rows.isEmpty()) {
      throw new InputException(file + ": a header but no rows", "Choose a file with data");
    }
    for (CsvRecord row : rows) {
      if (row.getFieldCount() != header.length) {
        throw error(
            row,
            "row",
            row.getFieldCount() + " fields where the header has " + header.length,
            "Mend the line");
      }
    }
  }

  private static char separator(String header) {
    char best = ',';
    long most = 0;
    for (char each : SEPARATORS) {
      long count = header.chars().filter(character -> character == each).count();
      if (count > most) {
        best = each;
        most = count;
      }
    }
    return best;
  }

  List<CsvRecord> rows() {
    return rows;
  }

  /** Index of the first column with one of the names; an error names what is missing. */
  int column(String what, String... names) {
    int at = find(names);
    if (at < 0) {
      throw new InputException(
          file + ":1: " + what + ": column missing, the header has " + String.join(", ", header),
          "Add a column named " + names[0]);
    }
    return at;
  }

  /** Index of the first column with one of the names; -1 if there is none. */
  int find(String... names) {
    for (String name : names) {
      for (int i = 0; i < header.length; i++) {
        if (header[i].equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Index of the first column whose name starts with one of the texts and is no percentage. */
  int columnStarting(String what, String... starts) {
    for (String start : starts) {
      for (int i = 0; i < header.length; i++) {
        if (header[i].startsWith(start) && !header[i].endsWith("%")) {
          return i;
        }
      }
    }
    return column(what, starts);
  }

  /** The column's name, lower case, words joined by underscores. */
  String name(int column) {
    return header[column];
  }

  InputException error(CsvRecord row, String field, String problem, String remedy) {
    return new InputException(
        file + ":" + row.getStartingLineNumber() + ": " + field + ": " + problem, remedy);
  }
}
