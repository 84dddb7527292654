package org.candlewright.analytics.comparison;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the zone in which a list's wall clock makes most of its entries those of a run. */
public final class ZoneDetection {
  private static final int QUARTER_HOURS_WEST = -12 * 4;
  private static final int QUARTER_HOURS_EAST = 14 * 4;
  private static final int SECONDS_IN_QUARTER_HOUR = 900;

  /** Chart zones with summer time, which no fixed offset fits for a year. */
  private static final List<String> WITH_SUMMER_TIME =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "Europe/London",
          "Europe/Berlin",
          "Europe/Athens",
          "Australia/Sydney");

  private ZoneDetection() {}

  /**
   * The zone with most entries in common, UTC and fixed offsets before others where they tie.
   *
   * @param wallClock the list with its times read as if they were UTC
   * @param tick largest difference of two prices that count as the same
   * @return empty if no zone gives a single common entry
   */
  public static Optional<ZoneId> detect(
      TradeList wallClock, List<ListedTrade> run, BigDecimal tick) {
    Map<Long, List<ListedTrade>> byTime = new HashMap<>();
    for (ListedTrade trade : run) {
      byTime.computeIfAbsent(trade.entryMillis(), key -> new ArrayList<>()).add(trade);
    }
    Optional<ZoneId> best = Optional.empty();
    int most = 0;
    for (ZoneId zone : candidates()) {
      int common = 0;
      for (ListedTrade trade : wallClock.trades()) {
        long entry = TradeList.utc(trade.entryMillis(), zone);
        for (ListedTrade ours : byTime.getOrDefault(entry, List.of())) {
          if (ours.side() == trade.side()
              && ours.entryPrice().subtract(trade.entryPrice()).abs().compareTo(tick) <= 0) {
            common++;
            break;
          }
        }
      }
      if (common > most) {
        most = common;
        best = Optional.of(zone);
      }
    }
    return best;
  }

  private static List<ZoneId> candidates() {
    List<ZoneId> zones = new ArrayList<>();
    zones.add(ZoneOffset.UTC);
    for (int i = QUARTER_HOURS_WEST; i <= QUARTER_HOURS_EAST; i++) {
      zones.add(ZoneOffset.ofTotalSeconds(i * SECONDS_IN_QUARTER_HOUR));
    }
    WITH_SUMMER_TIME.forEach(name -> zones.add(ZoneId.of(name)));
    return zones;
  }
}
