package org.candlewright.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.candlewright.market.Exact;

/** A CSV table in memory: RFC 4180, UTF-8, plain decimals, ISO-8601 times, empty for unknown. */
public final class Csv {
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);

  public Csv(String... header) {
    writer.writeRecord(header);
  }

  public void row(String... fields) {
    for (int i = 0; i < fields.length; i++) {
      fields[i] = harmless(fields[i]);
    }
    writer.writeRecord(fields);
  }

  /** A text that a spreadsheet would run as a formula gets an apostrophe; numbers stay. */
  private static String harmless(String field) {
    return !field.isEmpty() && "=+@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
  }

  public byte[] bytes() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  static String number(BigDecimal value) {
    return Exact.plain(value);
  }
}
