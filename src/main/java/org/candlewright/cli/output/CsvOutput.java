package org.candlewright.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180: header line, CRLF line ends, quotes where needed, unknown is empty. */
public final class CsvOutput implements Output {
  @Override
  public <R> void write(Listing<R> listing, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(listing.names());
    for (List<Value> row : listing.values()) {
      csv.writeRecord(row.stream().map(CsvOutput::text).toList());
    }
    csv.flush();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text, String shown) -> text;
      case Value.Number number -> number.number().toPlainString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Time(java.time.Instant instant) -> instant.toString();
      case Value.Rows(Listing<?> inner) ->
          inner.values().stream()
              .map(row -> row.stream().map(CsvOutput::text).collect(Collectors.joining(" ")))
              .collect(Collectors.joining("; "));
      case Value.Unknown() -> "";
    };
  }
}
