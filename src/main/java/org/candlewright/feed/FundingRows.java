package org.candlewright.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;

/** The settlements of one perpetual as a file has them, checked row by row. */
final class FundingRows {
  private record Row(CsvRecord source, long original, BigDecimal rate) {}

  private final Table table;
  private final TreeMap<Long, Row> byTime = new TreeMap<>();
  private long before = Long.MIN_VALUE;
  private long duplicates;

  FundingRows(Table table, InstrumentId id) {
    this.table = table;
    if (!id.kind().isPerpetual()) {
      throw new InputException(
          "instrument: " + id + " is spot and has no funding",
          "Name the perpetual, for example " + id + ".P");
    }
  }

  void add(CsvRecord row, long original, BigDecimal rate, List<ImportReport.Oddity> oddities) {
    if (rate.abs().compareTo(BigDecimal.ONE) > 0) {
      throw table.error(
          row,
          "rate",
          rate.toPlainString() + " is more than the whole position",
          "Give the rate as a fraction, for example 0.0001");
    }
    long time = FundingHistory.roundToMinute(original);
    if (time < before) {
      throw table.error(row, "time", "earlier than the line before", "Sort the file by time");
    }
    before = time;
    Row known = byTime.putIfAbsent(time, new Row(row, original, rate));
    if (known != null) {
      if (known.rate().compareTo(rate) != 0) {
        throw table.error(
            row,
            "rate",
            "the settlement stands twice with different rates",
            "Keep one of both lines");
      }
      duplicates++;
      oddities.add(
          new ImportReport.Oddity(
              row.getStartingLineNumber(), "duplicate", "the same settlement as an earlier line"));
    }
  }

  int size() {
    return byTime.size();
  }

  long duplicates() {
    return duplicates;
  }

  long first() {
    return byTime.firstKey();
  }

  long last() {
    return byTime.lastKey();
  }

  /** What is stored with these rows added; a differing rate for the same time is refused. */
  FundingHistory mergedWith(FundingHistory known) {
    TreeMap<Long, Row> all = new TreeMap<>(byTime);
    List<Long> originals = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Row fresh = byTime.get(known.time(i));
      if (fresh != null && fresh.rate().compareTo(known.rate(i)) != 0) {
        throw table.error(
            fresh.source(),
            "rate",
            "differs from what is stored for the same time",
            "Import revised data into another --home");
      }
      originals.add(known.originalTime(i));
    }
    int size = all.size();
    for (int i = 0; i < known.size(); i++) {
      size += all.containsKey(known.time(i)) ? 0 : 1;
    }
    long[] times = new long[size];
    long[] stamps = new long[size];
    BigDecimal[] rates = new BigDecimal[size];
    int at = 0;
    int old = 0;
    for (var entry : all.entrySet()) {
      for (; old < known.size() && known.time(old) < entry.getKey(); old++, at++) {
        times[at] = known.time(old);
        stamps[at] = originals.get(old);
        rates[at] = known.rate(old);
      }
      if (old < known.size() && known.time(old) == entry.getKey()) {
        old++;
      }
      times[at] = entry.getKey();
      stamps[at] = entry.getValue().original();
      rates[at++] = entry.getValue().rate();
    }
    for (; old < known.size(); old++, at++) {
      times[at] = known.time(old);
      stamps[at] = originals.get(old);
      rates[at] = known.rate(old);
    }
    return new FundingHistory(size, times, stamps, rates);
  }
}
