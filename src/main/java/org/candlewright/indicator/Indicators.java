package org.candlewright.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All indicators by name. Adding one is its own file and one line here. */
public final class Indicators {
  private static final List<IndicatorKind> STANDARD =
      List.of(
          PriceLine.KIND,
          Sma.KIND,
          Ema.KIND,
          Wma.KIND,
          Rma.KIND,
          Bollinger.KIND,
          Keltner.KIND,
          Donchian.KIND,
          SuperTrend.KIND,
          ParabolicSar.KIND,
          Vwap.KIND,
          Highest.KIND,
          Lowest.KIND,
          Rsi.KIND,
          Macd.KIND,
          Stochastic.KIND,
          Adx.KIND,
          Cci.KIND,
          WilliamsR.KIND,
          RateOfChange.KIND,
          Mfi.KIND,
          Obv.KIND,
          Atr.KIND,
          Deviation.KIND,
          ZScore.KIND,
          Volatility.KIND,
          PercentRank.KIND,
          Slope.KIND,
          Hurst.KIND);

  private final Map<String, IndicatorKind> kinds = new LinkedHashMap<>();

  /** The indicators the program comes with. */
  public static Indicators standard() {
    Indicators all = new Indicators();
    STANDARD.forEach(all::register);
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
