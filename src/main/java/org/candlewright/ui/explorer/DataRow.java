package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.candlewright.backtest.MarketStore.StoredSeries;
import org.candlewright.feed.DataLibrary.Held;
import org.candlewright.feed.DataLibrary.Stretch;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;

/**
 * A stored series in the list.
 *
 * @param axisFrom first time of all series, where coverage bars begin
 * @param axisTo last time of all series
 */
public record DataRow(Held held, long axisFrom, long axisTo) {
  private static final int HOLES_NAMED = 4;
  private static final double HOUR = 3_600_000.0;

  StoredSeries series() {
    return held.series();
  }

  String bars() {
    return series().timeframe().map(Timeframe::toString).orElse("");
  }

  /** {@code binance:BTCUSDT.P 1h candles}. */
  String name() {
    String bars = bars();
    return series().instrument() + (bars.isEmpty() ? " " : " " + bars + " ") + series().what();
  }

  /** Where data are missing, in words; the longest first. */
  String holes() {
    List<Stretch> stretches = held.stretches();
    if (stretches.size() < 2) {
      return "No gaps.";
    }
    List<Integer> longest =
        java.util.stream.IntStream.range(1, stretches.size())
            .boxed()
            .sorted(
                java.util.Comparator.comparingLong(
                    i -> stretches.get(i - 1).toMillis() - stretches.get(i).fromMillis()))
            .limit(HOLES_NAMED)
            .toList();
    StringBuilder text =
        new StringBuilder(
            stretches.size() == 2
                ? "1 gap: "
                : Numbers.count(stretches.size() - 1) + " gaps, the longest: ");
    for (int i : longest) {
      long from = stretches.get(i - 1).toMillis();
      text.append(Times.minute(from, java.time.ZoneOffset.UTC))
          .append(" UTC for ")
          .append(Times.duration((stretches.get(i).fromMillis() - from) / HOUR))
          .append(", ");
    }
    return text.substring(0, text.length() - 2) + ".";
  }

  boolean matches(String words) {
    String text =
        (name() + " " + series().source() + (series().gaps() > 0 ? " gaps" : ""))
            .toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Bytes in words. */
  static String size(BigDecimal bytes) {
    double value = bytes.doubleValue();
    return value < 1_000
        ? Numbers.fixed(bytes, 0) + " B"
        : value < 1e6
            ? Numbers.fixed(bytes.movePointLeft(3), 1) + " kB"
            : Numbers.fixed(bytes.movePointLeft(6), 1) + " MB";
  }
}
