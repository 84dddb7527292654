package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.candlewright.market.Period;

/** Reads times and decimals of a table's fields, in every form they come in. */
final class FieldReader {
  /** Before it nothing of this field was traded. */
  private static final long EARLIEST = Period.parseTime("2009-01-01");

  private static final long LATEST = Period.parseTime("2100-01-01");
  private static final BigDecimal LARGEST = new BigDecimal("1e12");
  private static final int MOST_DIGITS = 30;

  private final Table table;

  FieldReader(Table table) {
    this.table = table;
  }

  /** Epoch in s, ms, µs or ns (told by its size), ISO-8601 with or without zone, or a date. */
  long time(CsvRecord row, int column, String field) {
    String text = row.getField(column).strip();
    long millis;
    try {
      millis = text.matches("-?[0-9]+(\\.[0-9]+)?") ? epoch(text) : iso(text);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw table.error(
          row,
          field,
          "'" + text + "' is no time",
          "Write epoch milliseconds or ISO-8601, for example 2021-01-01T00:00:00Z");
    }
    if (millis < EARLIEST || millis >= LATEST) {
      throw table.error(
          row,
          field,
          "'" + text + "' is " + Instant.ofEpochMilli(millis) + ", outside 2009 to 2100",
          "Check the unit of the times");
    }
    return millis;
  }

  private static long epoch(String text) {
    BigDecimal value = new BigDecimal(text);
    double size = value.abs().doubleValue();
    int shift = size < 1e11 ? 3 : size < 1e14 ? 0 : size < 1e17 ? -3 : -6;
    return value.movePointRight(shift).setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
  }

  private static long iso(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
    String iso = text.replace(' ', 'T').replace("TUTC", "Z").replace("T+", "+");
    boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
    return (zoned
            ? OffsetDateTime.parse(iso).toInstant()
            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC))
        .toEpochMilli();
  }

  /** A plain or scientific decimal of sane size. */
  BigDecimal decimal(CsvRecord row, int column, String field) {
    String text = row.getField(column).strip();
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw table.error(
          row, field, "'" + text + "' is no number", "Write a decimal such as 61250.5");
    }
    if (value.scale() > MOST_DIGITS || value.precision() - value.scale() > MOST_DIGITS) {
      throw table.error(row, field, text + " is out of range", "Check the file's columns");
    }
    return value;
  }

  BigDecimal price(CsvRecord row, int column, String field) {
    BigDecimal value = decimal(row, column, field);
    if (value.signum() <= 0 || value.compareTo(LARGEST) > 0) {
      throw table.error(
          row,
          field,
          value.toPlainString() + " is no price",
          "A price is above zero and below 1e12");
    }
    return value;
  }

  BigDecimal volume(CsvRecord row, int column) {
    BigDecimal value = decimal(row, column, "volume");
    if (value.signum() < 0) {
      throw table.error(
          row, "volume", value.toPlainString() + " is negative", "A volume is zero or more");
    }
    return value;
  }
}
