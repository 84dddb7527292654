package org.candlewright.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Candles, funding and mark prices of CSV files as plain lists of decimals. */
final class ReferenceMarket {
  static final long HOUR = 3_600_000L;
  static final long DAY = 24 * HOUR;

  private ReferenceMarket() {}

  /** A bar: epoch milliseconds of its open and end, prices in quote, volume in base units. */
  record Bar(
      long open,
      long end,
      BigDecimal first,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      BigDecimal volume) {}

  /** A settlement: stamp rounded to the minute, rate to 1e-12, hours of its interval. */
  record Settlement(long time, BigDecimal rate, int hours) {}

  /** One instrument with everything stored of it. */
  static final class Series {
    final String id;
    final boolean spot;
    final BigDecimal tick;
    final BigDecimal lot;
    final List<Bar> bars;
    final List<Settlement> funding;
    private final Map<Long, Bar> byOpen = new HashMap<>();
    private final TreeMap<Long, Bar> byEnd = new TreeMap<>();
    private final TreeMap<Long, Settlement> settlements = new TreeMap<>();
    private final Map<Long, Bar> marksByEnd = new HashMap<>();

    Series(
        String id,
        BigDecimal tick,
        BigDecimal lot,
        List<Bar> bars,
        List<Settlement> funding,
        List<Bar> marks) {
      this.id = id;
      this.spot = !id.endsWith(".P");
      this.tick = tick;
      this.lot = lot;
      this.bars = bars;
      this.funding = funding;
      for (Bar bar : bars) {
        byOpen.put(bar.open(), bar);
        byEnd.put(bar.end(), bar);
      }
      funding.forEach(each -> settlements.put(each.time(), each));
      marks.forEach(each -> marksByEnd.put(each.end(), each));
    }

    /** Series with tick and lot read from the prices. */
    static Series of(String id, List<Bar> bars, List<Settlement> funding, List<Bar> marks) {
      BigDecimal tick = tickOf(bars);
      return new Series(id, tick, lotOf(tick), bars, funding, marks);
    }

    Optional<Bar> opening(long time) {
      return Optional.ofNullable(byOpen.get(time));
    }

    Optional<Bar> ending(long time) {
      return Optional.ofNullable(byEnd.get(time));
    }

    Optional<BigDecimal> lastClose(long time) {
      return Optional.ofNullable(byEnd.floorEntry(time)).map(each -> each.getValue().close());
    }

    Optional<Bar> mark(long time) {
      return Optional.ofNullable(marksByEnd.get(time));
    }

    Optional<Settlement> settledAt(long time) {
      return Optional.ofNullable(settlements.get(time));
    }

    Optional<Settlement> lastSettlement(long time) {
      return Optional.ofNullable(settlements.floorEntry(time)).map(Map.Entry::getValue);
    }

    /** Binance and Bybit take a spot buyer's fee from the coin bought. */
    boolean buyerPaysInCoin() {
      return spot && (id.startsWith("binance:") || id.startsWith("bybit:"));
    }

    BigDecimal floorToLot(BigDecimal quantity) {
      return quantity.divide(lot, 0, RoundingMode.FLOOR).multiply(lot);
    }

    /** Liquidity tier: median turnover of the days with bars among the 30 before the start. */
    String tierBefore(long start) {
      Map<Long, BigDecimal> days = new TreeMap<>();
      for (Bar bar : bars) {
        if (bar.open() < start && bar.open() >= start - 30 * DAY) {
          days.merge(
              Math.floorDiv(bar.open(), DAY), bar.close().multiply(bar.volume()), BigDecimal::add);
        }
      }
      if (days.isEmpty()) {
        return "small";
      }
      List<BigDecimal> sorted = days.values().stream().sorted().toList();
      int size = sorted.size();
      BigDecimal twice = sorted.get((size - 1) / 2).add(sorted.get(size / 2));
      String[] names = {"mega", "large", "mid", "small"};
      String[] limits = {"5e9", "1e9", "1e8", "1e7"};
      for (int i = 0; i < names.length; i++) {
        if (twice.compareTo(new BigDecimal(limits[i]).multiply(BigDecimal.TWO)) > 0) {
          return names[i];
        }
      }
      return "micro";
    }
  }

  /** The last digit of all prices, trailing zeros stripped. */
  static BigDecimal tickOf(List<Bar> bars) {
    int digits = 0;
    for (Bar bar : bars) {
      for (BigDecimal price : List.of(bar.first(), bar.high(), bar.low(), bar.close())) {
        digits = Math.max(digits, price.stripTrailingZeros().scale());
      }
    }
    return BigDecimal.ONE.movePointLeft(digits);
  }

  /** The smallest power of ten for which half a tick times it is whole units of 1e-8. */
  static BigDecimal lotOf(BigDecimal tick) {
    BigDecimal lot = new BigDecimal("1e-16");
    while (tick.multiply(lot).multiply(new BigDecimal("0.5e8")).stripTrailingZeros().scale() > 0) {
      lot = lot.scaleByPowerOfTen(1);
    }
    return new BigDecimal(lot.stripTrailingZeros().toPlainString());
  }

  static List<Bar> candles(Path file, long timeframe) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    for (String[] row : rows(file)) {
      long open = Long.parseLong(row[0]);
      bars.putIfAbsent(
          open,
          new Bar(
              open,
              open + timeframe,
              number(row[1]),
              number(row[2]),
              number(row[3]),
              number(row[4]),
              number(row[5])));
    }
    return List.copyOf(bars.values());
  }

  static List<Settlement> funding(Path file) {
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    for (String[] row : rows(file)) {
      long stamp = Math.floorDiv(Long.parseLong(row[0]) + 30_000L, 60_000L) * 60_000L;
      rates.putIfAbsent(stamp, number(row[2]).setScale(12, RoundingMode.HALF_EVEN));
    }
    return settlements(rates);
  }

  /** Settlements of stamps and rates, each with the interval known at it. */
  static List<Settlement> settlements(TreeMap<Long, BigDecimal> rates) {
    List<Settlement> result = new ArrayList<>();
    int hours = 8;
    long before = Long.MIN_VALUE / 2;
    for (Map.Entry<Long, BigDecimal> each : rates.entrySet()) {
      for (int known : new int[] {1, 2, 4, 8}) {
        if (each.getKey() - before == known * HOUR) {
          hours = known;
        }
      }
      before = each.getKey();
      result.add(new Settlement(each.getKey(), each.getValue(), hours));
    }
    return result;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.strip());
  }

  private static List<String[]> rows(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
