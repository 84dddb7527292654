package org.candlewright.strategy;

import java.util.List;
import java.util.Locale;

/** How bold triggers trade: sets the defaults of conviction and size. */
enum TriggerProfile {
  CONSERVATIVE("0.4", List.of("1.5", "1", "0.5"), List.of("3", "2", "1")),
  SWING("0.34", List.of("2", "1.2", "0.5"), List.of("4", "3", "2")),
  DAY("0.3", List.of("3", "2", "0.7"), List.of("7", "6", "2.5"));

  static final int TIERS = 3;

  private final String conviction;
  private final List<String> sizes;
  private final List<String> caps;

  TriggerProfile(String conviction, List<String> sizes, List<String> caps) {
    this.conviction = conviction;
    this.sizes = sizes;
    this.caps = caps;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The parameters that do not belong to a rule, a regime or the universe. */
  List<Parameter> declared() {
    return List.of(
        share("min_score", "Least score", "0.2", "Strength × confidence of a trigger."),
        share("min_conviction", "Least conviction", conviction, "Below it nothing is entered."),
        share("canary_from", "Canary from", "0.32", "Least conviction of a trial entry."),
        share("canary_below", "Canary below", "0.34", "Highest conviction of a trial entry."),
        share("canary_size", "Canary size", "0.25", "Multiple of the size of a trial entry."),
        Parameter.number(
            "relax_percent",
            "Relax by",
            "%",
            "0",
            "90",
            "30",
            "Lower thresholds after a bar without any trigger, for one entry; 0 for never."),
        Parameter.whole(
            "max_positions", "Positions", "", 1, 1_000, 12, "Held at the same time at most."),
        Parameter.whole(
            "early_exits",
            "Early exits",
            "0 or 1",
            0,
            1,
            0,
            "1: leaves losers that go on falling or stall after 12, 24 and 36 hours."),
        size("floor_percent", "Least size", "0.5", "Before confidence and multiples."),
        size("tier1_size", "Size in tier 1", sizes.get(0), "Usual size, deepest markets."),
        size("tier2_size", "Size in tier 2", sizes.get(1), "Usual size, middle markets."),
        size("tier3_size", "Size in tier 3", sizes.get(2), "Usual size, thin markets."),
        size("tier1_max", "Most in tier 1", caps.get(0), "Largest size, deepest markets."),
        size("tier2_max", "Most in tier 2", caps.get(1), "Largest size, middle markets."),
        size("tier3_max", "Most in tier 3", caps.get(2), "Largest size, thin markets."));
  }

  private static Parameter share(String name, String label, String value, String help) {
    return Parameter.number(name, label, "of 1", "0", "1", value, help);
  }

  private static Parameter size(String name, String label, String value, String help) {
    return Parameter.number(name, label, "% of equity", "0", "100", value, help);
  }
}
