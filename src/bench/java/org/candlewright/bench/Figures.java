package org.candlewright.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.candlewright.cli.Benchmarking.Figure;

/** Measured doubles as figures: four digits, for no more are ever repeated. */
final class Figures {
  private static final MathContext DIGITS = new MathContext(4);

  private Figures() {}

  static Figure of(
      String name, double value, String unit, Map<String, Double> ratios, String note) {
    Map<String, BigDecimal> rounded = new LinkedHashMap<>();
    ratios.forEach((peer, ratio) -> rounded.put(peer, rounded(ratio)));
    return new Figure(name, rounded(value), unit, rounded, note);
  }

  private static BigDecimal rounded(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
