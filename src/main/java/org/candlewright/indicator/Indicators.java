package org.candlewright.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All indicators by name. Adding one is its own file and one line here. */
public final class Indicators {
  private final Map<String, IndicatorKind> kinds = new LinkedHashMap<>();

  /** The indicators the program comes with. */
  public static Indicators standard() {
    Indicators all = new Indicators();
    all.register(
        new IndicatorKind(
            "ema",
            "EMA",
            "Exponential moving average of the close.",
            true,
            true,
            Double.NaN,
            Double.NaN,
            Ema::new));
    all.register(
        new IndicatorKind(
            "rsi", "RSI", "Relative strength index, Wilder's.", false, true, 30, 70, Rsi::new));
    all.register(
        new IndicatorKind(
            "atr",
            "ATR",
            "Average true range, Wilder's, in quote.",
            false,
            true,
            Double.NaN,
            Double.NaN,
            Atr::new));
    return all;
  }

  public void register(IndicatorKind kind) {
    if (kinds.putIfAbsent(kind.name(), kind) != null) {
      throw new IllegalArgumentException("indicator " + kind.name() + " is registered twice");
    }
  }

  public Optional<IndicatorKind> find(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  public Collection<IndicatorKind> all() {
    return kinds.values();
  }
}
