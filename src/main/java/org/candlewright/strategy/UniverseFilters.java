package org.candlewright.strategy;

import java.util.List;

/**
 * The numbers of the universe. Turnover is that of the last 24 hours; spread and depth follow from
 * it where no quotes are recorded.
 */
final class UniverseFilters {
  final double volume;
  final double spread;
  final double nearMissShare;
  final double nearMissSpread;
  final double[] tierVolume = new double[TriggerProfile.TIERS];
  final double[] tierSpread = new double[TriggerProfile.TIERS];
  final double[] tierDepth = new double[TriggerProfile.TIERS];
  final int tierBars;
  final int newHours;
  final int fewest;
  final int banHours;

  UniverseFilters(TriggersStrategy strategy) {
    this.volume = strategy.number("universe.min_volume");
    this.spread = strategy.number("universe.max_spread_bps");
    this.nearMissShare = strategy.number("universe.near_miss_share");
    this.nearMissSpread = strategy.number("universe.near_miss_spread_bps");
    for (int k = 0; k < TriggerProfile.TIERS; k++) {
      String tier = "universe.tier" + (k + 1);
      tierVolume[k] = strategy.number(tier + "_volume");
      tierSpread[k] = strategy.number(tier + "_spread_bps");
      tierDepth[k] = strategy.number(tier + "_depth");
    }
    this.tierBars = strategy.value("universe.tier_bars").intValueExact();
    this.newHours = strategy.value("universe.new_hours").intValueExact();
    this.fewest = strategy.value("universe.min_eligible").intValueExact();
    this.banHours = strategy.value("universe.ban_hours").intValueExact();
  }

  static List<Parameter> declared() {
    return List.of(
        money("min_volume", "Least turnover", "8000000", "In 24 hours; below it none is traded."),
        bps("max_spread_bps", "Widest spread", "80"),
        Parameter.number(
            "near_miss_share",
            "Near miss",
            "of 1",
            "0",
            "1",
            "0.95",
            "This share of the least turnover is enough where the spread is tight."),
        bps("near_miss_spread_bps", "Near miss spread", "30"),
        money("tier1_volume", "Tier 1 turnover", "10000000", "In 24 hours."),
        bps("tier1_spread_bps", "Tier 1 spread", "20"),
        money("tier1_depth", "Tier 1 depth", "100000", "Near the price."),
        money("tier2_volume", "Tier 2 turnover", "5000000", "In 24 hours."),
        bps("tier2_spread_bps", "Tier 2 spread", "35"),
        money("tier2_depth", "Tier 2 depth", "25000", "Near the price."),
        money("tier3_volume", "Tier 3 turnover", "2000000", "In 24 hours."),
        bps("tier3_spread_bps", "Tier 3 spread", "60"),
        money("tier3_depth", "Tier 3 depth", "10000", "Near the price."),
        Parameter.whole(
            "tier_bars", "Tier after", "bars", 1, 1_000, 3, "A tier changes after so many in row."),
        Parameter.whole(
            "new_hours", "Listed for", "hours", 0, 10_000, 168, "Younger ones are not traded."),
        Parameter.whole(
            "ban_hours", "Red flag lasts", "hours", 1, 100_000, 168, "Length of a ban."),
        Parameter.whole(
            "min_eligible", "Fewest", "", 1, 1_000, 1, "With fewer nothing is entered."));
  }

  private static Parameter money(String name, String label, String value, String help) {
    return Parameter.number(name, label, "quote", "0", "1000000000000", value, help);
  }

  private static Parameter bps(String name, String label, String value) {
    return Parameter.number(name, label, "bps", "0", "10000", value, "Bid to ask, at most.");
  }
}
