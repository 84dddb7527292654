package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.indicator.HalfLife;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;

/** Pairs in words. */
final class PairText {
  /** The smallest p-value first; what could not be tested last, by name. */
  static final Comparator<PairRow> BY_EVIDENCE =
      Comparator.comparing((PairRow row) -> row.figures().isEmpty())
          .thenComparing(row -> row.figures().map(known -> known.test().pValue()).orElse(2.0))
          .thenComparing(PairRow::first)
          .thenComparing(PairRow::second);

  private PairText() {}

  /** The asset of an instrument, as far as it tells pairs apart. */
  static String asset(InstrumentId id) {
    String name = id.toString().substring(id.venue().length() + 1);
    for (String quote : new String[] {"USDT", "USDC", "USD"}) {
      String rest = name.replaceFirst(quote + "(\\.P)?$", "$1");
      if (!rest.equals(name) && !rest.isEmpty() && !rest.startsWith(".")) {
        return rest.endsWith(".P") ? rest.substring(0, rest.length() - 2) : rest;
      }
    }
    return name;
  }

  /** {@code LINK on ENA}, the dependent one first. */
  static String name(PairRow row) {
    boolean swapped = row.figures().filter(known -> !known.firstDependent()).isPresent();
    return asset(swapped ? row.second() : row.first())
        + " on "
        + asset(swapped ? row.first() : row.second());
  }

  static boolean samePair(PairRow one, PairRow other) {
    return one.first().equals(other.first()) && one.second().equals(other.second());
  }

  static boolean matches(PairRow row, String words) {
    String text = (row.first() + " " + row.second() + " " + row.note()).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  static Optional<BigDecimal> figure(PairRow row, Function<PairFigures, Double> of) {
    return row.figures().map(of).flatMap(FundingRow::number);
  }

  static Optional<BigDecimal> number(OptionalDouble value) {
    return value.isPresent() ? FundingRow.number(value.getAsDouble()) : Optional.empty();
  }

  /** A half-life as time. */
  static String halfLife(HalfLife halfLife, Timeframe timeframe) {
    double hours = timeframe.millis() / 3_600_000.0;
    return switch (halfLife) {
      case HalfLife.Bars bars -> Times.duration(bars.count() * hours);
      case HalfLife.BelowOneBar below -> "under 1 bar";
      case HalfLife.None none -> "none";
    };
  }

  /** What the z-score says now: two deviations are customary for an entry. */
  static String stance(PairRow row) {
    return row.figures()
        .map(
            known ->
                known.zScore() >= 2
                    ? "▼ spread high"
                    : known.zScore() <= -2 ? "▲ spread low" : "wait")
        .orElse("");
  }

  /** A probability, which is never quite zero. */
  static String probability(BigDecimal value, int decimals) {
    BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
    return value.compareTo(least) < 0
        ? "<" + Numbers.fixed(least, decimals)
        : Numbers.fixed(value, decimals);
  }

  static String change(double value, int decimals) {
    return FundingRow.number(value).map(known -> Numbers.change(known, decimals)).orElse("unknown");
  }

  static String fixed(double value, int decimals) {
    return FundingRow.number(value).map(known -> Numbers.fixed(known, decimals)).orElse("unknown");
  }
}
