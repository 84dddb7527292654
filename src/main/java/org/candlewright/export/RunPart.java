package org.candlewright.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;

/**
 * A file of a run that can be exported.
 *
 * @param file its name
 * @param timeColumn column or key that tells a row's time, empty if rows have none
 */
public record RunPart(String file, String timeColumn) {
  public static final RunPart TRADES = new RunPart("trades.csv", "entry_time");
  public static final RunPart FILLS = new RunPart("fills.csv", "time");
  public static final RunPart EQUITY = new RunPart("equity.csv", "time");
  public static final RunPart DECISIONS = new RunPart("decisions.jsonl", "time");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The content cut to rows within the period; kept lines stay byte for byte as they are. */
  public byte[] within(byte[] content, Period period) {
    if (timeColumn.isEmpty()) {
      throw new InputException(
          "--from and --to: " + file + " has no rows with a time", "Leave them out");
    }
    String text = new String(content, StandardCharsets.UTF_8);
    String kept = file.endsWith(".jsonl") ? lines(text, period) : rows(text, period);
    return kept.getBytes(StandardCharsets.UTF_8);
  }

  private String lines(String text, Period period) {
    return text.lines()
        .filter(line -> period.contains(Period.parseTime(timeOf(line))))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private String timeOf(String line) {
    try {
      return JSON.readTree(line).path(timeColumn).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows hold no line breaks, so a record's text is its line. */
  private String rows(String text, Period period) {
    String[] lines = text.split("(?<=\n)");
    StringBuilder kept = new StringBuilder(lines[0]);
    int line = 1;
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        if (period.contains(Period.parseTime(row.getField(timeColumn)))) {
          kept.append(lines[line]);
        }
        line++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kept.toString();
  }
}
