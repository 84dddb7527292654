package org.candlewright.strategy;

import java.util.List;

/**
 * Turns what a trigger saw into an entry with its exits.
 *
 * @param name in files, and as the reason of its entries
 * @param trigger name of the trigger it reads
 * @param direction of the move: 1 up, −1 down, 0 either
 * @param side of the entry
 * @param trust factor on the trigger's confidence
 * @param defaults least move in %, stop in %, target in %, hours held at most, size ×
 */
record TriggerRule(
    String name, String trigger, int direction, int side, double trust, List<String> defaults) {

  /** The rules in the order of their reasons. */
  static final List<TriggerRule> ALL =
      List.of(
          rule("price_move_up", "price_move", 1, 1, 1, "1.5", "6", "12", "48", "1"),
          rule("price_move_down", "price_move", -1, 1, 1, "2.5", "10", "20", "24", "0.7"),
          rule("volume_spike", "volume_spike", 0, 1, 1, "2", "8", "15", "72", "1"),
          rule("breakout", "breakout", 1, 1, 1, "0", "6", "20", "120", "1.2"),
          rule("reversal", "reversal", 1, 1, 0.8, "0", "12", "25", "48", "0.8"),
          rule("momentum_up", "momentum", 1, 1, 1, "0", "8", "15", "72", "1"),
          rule("momentum_down", "momentum", -1, 1, 0.9, "3", "10", "18", "48", "0.85"),
          rule("mean_reversion_long", "mean_reversion", -1, 1, 1, "3", "5", "5", "24", "1"),
          rule("mean_reversion_short", "mean_reversion", 1, -1, 1, "3", "5", "5", "24", "1"),
          rule("trend_follow", "trend_follow", 1, 1, 1, "0", "8", "20", "120", "1"),
          rule("fade_spike_long", "fade_spike", -1, 1, 1, "0", "4", "4", "12", "1"),
          rule("fade_spike_short", "fade_spike", 1, -1, 1, "0", "4", "4", "12", "1"));

  private static TriggerRule rule(
      String name, String trigger, int direction, int side, double trust, String... defaults) {
    return new TriggerRule(name, trigger, direction, side, trust, List.of(defaults));
  }

  String qualified(String parameter) {
    return "rules." + name + "." + parameter;
  }

  /** In words, for labels. */
  String label() {
    String words = name.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What it declares, by plain names. */
  List<Parameter> declared() {
    return List.of(
        Parameter.number(
            "at_least", label() + " from", "%", "0", "100", defaults.get(0), "Least move."),
        Parameter.number(
            "stop_percent",
            label() + " stop",
            "% of price",
            "0.1",
            "90",
            defaults.get(1),
            "Distance of the stop from the decision's close."),
        Parameter.number(
            "target_percent",
            label() + " target",
            "% of price",
            "0.1",
            "500",
            defaults.get(2),
            "Distance of the target from the decision's close."),
        Parameter.whole(
            "max_hold_hours",
            label() + " held",
            "hours",
            1,
            10_000,
            Integer.parseInt(defaults.get(3)),
            "Left at the market after this long."),
        Parameter.number(
            "size",
            label() + " size",
            "×",
            "0",
            "10",
            defaults.get(4),
            "Multiple of sizes; 0 switches the rule off."));
  }
}
