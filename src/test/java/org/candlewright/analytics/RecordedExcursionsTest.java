package org.candlewright.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Excursions against those of TradingView's exported lists, quantity 1, in dollars. */
class RecordedExcursionsTest {
  private static final Path DATA = Path.of("../shared/data/tradingview");
  private static final ZoneOffset THEIR_CLOCK = ZoneOffset.ofHours(8);

  /** Their dollars against our USDT: within 0.12 %, and the last digit twice. */
  private static final double RATE = 0.0012;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ta-rsi14-cross-50",
        "ta-sma-dual-cross",
        "bracket-exit-tp-sl-fixed",
        "bracket-exit-stop-limit-trail-same-bar",
        "order-dual-stop-both-touch-priority",
        "oca-exit-bracket-internal-cancel"
      })
  void atLeast98Of100ExcursionsAreThoseOfTheList(String name) throws IOException {
    Path list = DATA.resolve(name + ".trades.csv.gz");
    Assumptions.assumeTrue(Files.exists(list), "the recorded lists are not here: " + list);
    BarSeries bars = bars();
    Map<Long, Integer> at = new HashMap<>();
    for (int i = 0; i < bars.size(); i++) {
      at.put(bars.openTime(i), i);
    }
    Excursions excursions = new Excursions(bars, 1);
    Map<String, NamedCsvRecord> exits = new HashMap<>();
    int compared = 0;
    int agreeing = 0;
    for (NamedCsvRecord row : MetricsByHand.records(text(list))) {
      if (row.getField("Type").startsWith("Exit")) {
        exits.put(row.getField("Trade #"), row);
      } else {
        NamedCsvRecord exit = exits.getOrDefault(row.getField("Trade #"), row);
        if (at.containsKey(time(row)) && at.containsKey(time(exit)) && open(exit)) {
          compared++;
          agreeing += agrees(excursions, bars, at, row, exit) ? 1 : 0;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat((double) agreeing / compared).isGreaterThan(0.98);
  }

  private static boolean open(NamedCsvRecord exit) {
    return exit.getField("Type").startsWith("Exit") && !exit.getField("Signal").equals("Open");
  }

  private static boolean agrees(
      Excursions excursions,
      BarSeries bars,
      Map<Long, Integer> at,
      NamedCsvRecord entry,
      NamedCsvRecord exit) {
    long entryPrice = ticks(entry.getField("Price USDT"));
    long exitPrice = ticks(exit.getField("Price USDT"));
    int from = at.getOrDefault(time(entry), 0);
    int to = at.getOrDefault(time(exit), 0);
    Excursion ours =
        excursions.of(
            entry.getField("Type").endsWith("long") ? 1 : -1,
            1,
            from,
            stamp(bars, from, entryPrice),
            entryPrice,
            to,
            stamp(bars, to, exitPrice),
            exitPrice);
    return near(ours.favourable(), exit.getField("Favorable excursion USD"))
        && near(ours.adverse(), exit.getField("Adverse excursion USD"));
  }

  /** A fill that is not the open lies inside the bar, stamped at its end. */
  private static long stamp(BarSeries bars, int bar, long price) {
    return bars.opens()[bar] == price ? bars.openTime(bar) : bars.endTime(bar) - 1;
  }

  private static boolean near(long ticks, String dollars) {
    double theirs = Math.abs(Double.parseDouble(dollars));
    double ours = ticks / 100.0;
    return Math.abs(ours - theirs) <= 0.02 + RATE * ours;
  }

  private static long ticks(String price) {
    return new BigDecimal(price).movePointRight(2).longValueExact();
  }

  private static long time(NamedCsvRecord row) {
    return LocalDateTime.parse(row.getField("Date and time").replace(' ', 'T'))
        .toInstant(THEIR_CLOCK)
        .toEpochMilli();
  }

  private static BarSeries bars() throws IOException {
    List<String> lines = text(DATA.resolve("binance-usdm-ETHUSDT-15m.csv.gz")).lines().toList();
    long[][] columns = new long[6][lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",");
      columns[0][i - 1] = Long.parseLong(fields[0]);
      for (int c = 1; c < 5; c++) {
        columns[c][i - 1] = ticks(fields[c]);
      }
    }
    return new BarSeries(
        InstrumentId.parse("binance:ETHUSDT.P"),
        Timeframe.parse("15m"),
        new BigDecimal("0.01"),
        0,
        false,
        lines.size() - 1,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static String text(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }
}
