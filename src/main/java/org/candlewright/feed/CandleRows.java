package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/** The bars of one instrument as a file has them, checked row by row. */
final class CandleRows {
  private static final int FIELDS = 5;
  private static final int LONG_DIGITS = 17;
  private static final int MARK_DIGITS = 8;
  private static final double OUTLIER = 0.5;

  private final Table table;
  private final Timeframe timeframe;
  private final List<CsvRecord> rows = new ArrayList<>();
  private final List<BigDecimal[]> values = new ArrayList<>();
  private long[] times = new long[1_024];
  long duplicates;
  private long lastShift;

  CandleRows(Table table, Timeframe timeframe) {
    this.table = table;
    this.timeframe = timeframe;
  }

  /** Adds a row: open, high, low, close, volume. */
  void add(CsvRecord row, long time, BigDecimal[] bar, List<ImportReport.Oddity> oddities) {
    check(row, time, bar);
    int size = rows.size();
    if (size > 0 && time <= times[size - 1]) {
      if (time == times[size - 1] && same(values.get(size - 1), bar)) {
        duplicates++;
        oddities.add(
            new ImportReport.Oddity(
                row.getStartingLineNumber(), "duplicate", "the same bar as the line before"));
        return;
      }
      throw time == times[size - 1]
          ? table.error(
              row, "time", "the bar stands twice with different values", "Keep one of both lines")
          : table.error(row, "time", "earlier than the line before", "Sort the file by time");
    }
    long shift = time - timeframe.floor(time);
    if (shift != lastShift) {
      lastShift = shift;
      oddities.add(
          new ImportReport.Oddity(
              row.getStartingLineNumber(),
              "off_grid",
              "from here on bars open " + shift + " ms off the grid; kept as they are"));
    }
    if (size > 0) {
      oddity(row, time, bar, oddities);
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
    }
    times[size] = time;
    rows.add(row);
    values.add(bar);
  }

  private void oddity(
      CsvRecord row, long time, BigDecimal[] bar, List<ImportReport.Oddity> oddities) {
    int before = rows.size() - 1;
    long missing = (timeframe.floor(time) - times[before]) / timeframe.millis() - 1;
    if (missing > 0) {
      oddities.add(
          new ImportReport.Oddity(
              row.getStartingLineNumber(),
              "gap",
              missing + " missing " + timeframe + " bars before this line"));
    }
    double change = bar[3].doubleValue() / values.get(before)[3].doubleValue() - 1;
    if (Math.abs(change) > OUTLIER) {
      oddities.add(
          new ImportReport.Oddity(
              row.getStartingLineNumber(),
              "outlier",
              "close moved by " + StrictMath.round(change * 100) + " % in one bar; kept"));
    }
  }

  private void check(CsvRecord row, long time, BigDecimal[] bar) {
    if (bar[1].compareTo(bar[2]) < 0) {
      throw table.error(
          row,
          "high",
          bar[1].toPlainString() + " is below the low " + bar[2].toPlainString(),
          "Mend or remove the line");
    }
    if (bar[1].compareTo(bar[0].max(bar[3])) < 0) {
      throw table.error(
          row,
          "high",
          bar[1].toPlainString() + " is below open or close",
          "Mend or remove the line");
    }
    if (bar[2].compareTo(bar[0].min(bar[3])) > 0) {
      throw table.error(
          row,
          "low",
          bar[2].toPlainString() + " is above open or close",
          "Mend or remove the line");
    }
  }

  private static boolean same(BigDecimal[] a, BigDecimal[] b) {
    for (int i = 0; i < FIELDS; i++) {
      if (a[i].compareTo(b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return rows.size();
  }

  long time(int index) {
    return times[index];
  }

  int line(int index) {
    return (int) rows.get(index).getStartingLineNumber();
  }

  /**
   * The last digit of the prices: the smallest power of ten they all are multiples of, at most 1.
   */
  BigDecimal lastDigit() {
    int scale = 0;
    for (BigDecimal[] bar : values) {
      for (int i = 0; i < 4; i++) {
        if (bar[i].scale() > scale) {
          scale = Math.max(scale, bar[i].stripTrailingZeros().scale());
        }
      }
    }
    return BigDecimal.ONE.movePointLeft(scale);
  }

  /** Refuses a file of another timeframe than said: one whose rows mostly stand otherwise apart. */
  void refuseOtherTimeframe(String file) {
    long[] steps = new long[Math.max(0, size() - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    if (steps.length > 1 && steps[steps.length / 2] != timeframe.millis()) {
      throw new InputException(
          file
              + ": time: most rows are "
              + steps[steps.length / 2] / 60_000
              + " minutes apart, not "
              + timeframe,
          "Give the file's own --timeframe");
    }
  }

  /** The rows as mark prices: a series of their own with scale 1e-8, finer digits half even. */
  BarSeries marks(InstrumentId id) {
    for (BigDecimal[] bar : values) {
      for (int i = 0; i < 4; i++) {
        bar[i] = bar[i].setScale(MARK_DIGITS, RoundingMode.HALF_EVEN);
      }
    }
    return series(id, BigDecimal.ONE.movePointLeft(MARK_DIGITS), false);
  }

  /** The digits of the volumes, as far as the largest of them leaves room for in 64 bits. */
  private int volumeDigits() {
    int digits = 0;
    int whole = 1;
    for (BigDecimal[] bar : values) {
      whole = Math.max(whole, bar[4].precision() - bar[4].scale());
      if (bar[4].scale() > digits) {
        digits = Math.max(digits, bar[4].stripTrailingZeros().scale());
      }
    }
    return Math.max(0, Math.min(digits, LONG_DIGITS - whole));
  }

  BarSeries series(InstrumentId id, BigDecimal tick, boolean quoteVolume) {
    int digits = volumeDigits();
    int size = size();
    long[][] columns = new long[FIELDS][size];
    for (int i = 0; i < size; i++) {
      BigDecimal[] bar = values.get(i);
      for (int column = 0; column < 4; column++) {
        columns[column][i] = ticks(rows.get(i), bar[column], tick);
      }
      columns[4][i] = Exact.scaled(bar[4], digits);
    }
    return new BarSeries(
        id,
        timeframe,
        tick,
        digits,
        quoteVolume,
        size,
        Arrays.copyOf(times, size),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4]);
  }

  private long ticks(CsvRecord row, BigDecimal price, BigDecimal tick) {
    BigDecimal[] parts = price.divideAndRemainder(tick);
    if (parts[1].signum() != 0) {
      throw table.error(
          row,
          "price",
          price.toPlainString() + " is off the tick " + tick.toPlainString(),
          "Give the instrument's tick with --tick");
    }
    return parts[0].longValueExact();
  }
}
