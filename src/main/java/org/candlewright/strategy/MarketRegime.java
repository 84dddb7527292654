package org.candlewright.strategy;

import java.util.List;
import java.util.Locale;

/** What the market as a whole does; decides which signals may enter, how large and how many. */
enum MarketRegime {
  CRISIS("0", 0, List.of(), "3", "7", "2"),
  TREND("1", 5, List.of("momentum_breakout", "trend_follow"), "3.5", "7", "2"),
  BEAR("0", 0, List.of(), "3", "7", "2"),
  CHOP("0.5", 3, List.of("mean_reversion", "fade_spike"), "1.2", "2.5", "1.8");

  private final String size;
  private final int positions;
  private final List<String> allowed;
  private final String quick;
  private final String slow;
  private final String volume;

  MarketRegime(
      String size, int positions, List<String> allowed, String quick, String slow, String volume) {
    this.size = size;
    this.positions = positions;
    this.allowed = allowed;
    this.quick = quick;
    this.slow = slow;
    this.volume = volume;
  }

  /** Name in files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of one of its parameters among all of a strategy. */
  String qualified(String parameter) {
    return "regimes." + word() + "." + parameter;
  }

  /** Signals that may enter where a file does not say. */
  List<String> allowedByDefault() {
    return allowed;
  }

  /** What it declares, by plain names. */
  List<Parameter> declared() {
    String calm = this == CHOP ? "1.05" : "1.2";
    return List.of(
        Parameter.number("size", "Size in " + word(), "×", "0", "10", size, "Multiple of sizes."),
        Parameter.whole(
            "positions", "New in " + word(), "a bar", 0, 1_000, positions, "Entries a bar."),
        move("move_15m", "15 min", quick),
        move("move_60m", "60 min", slow),
        Parameter.number(
            "volume_ratio",
            "Volume in " + word(),
            "× mean",
            "1",
            "1000",
            volume,
            "Volume of the bar over the mean of 24 hours that is a spike."),
        Parameter.number(
            "atr_ratio",
            "ATR in " + word(),
            "× median",
            "0",
            "100",
            calm,
            "Least ATR 14 over its median of 7 days; below it nothing is looked at."));
  }

  private Parameter move(String name, String label, String value) {
    return Parameter.number(
        name,
        label + " in " + word(),
        "%",
        "0.01",
        "1000",
        value,
        "Move of the price that counts as one.");
  }

  /** Its test, by plain names; empty for the one that is left. */
  List<Parameter> test() {
    return switch (this) {
      case CRISIS ->
          List.of(
              change("change_below", "Crisis below", "-10"),
              volatility("volatility_above", "Crisis above", "100"));
      case TREND ->
          List.of(
              change("change_from", "Trend from", "10"),
              volatility("volatility_below", "Trend below", "60"));
      case BEAR -> List.of(change("change_to", "Bear to", "-5"));
      case CHOP -> List.of();
    };
  }

  private static Parameter change(String name, String label, String value) {
    return Parameter.number(
        name, label, "% in 7 days", "-100", "1000", value, "Change of the reference in 7 days.");
  }

  private static Parameter volatility(String name, String label, String value) {
    return Parameter.number(
        name, label, "% a year", "0", "10000", value, "Volatility of its hourly returns.");
  }
}
