package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.candlewright.market.Period;

/**
 * What triggers may trade, by base currency. Manual lists go before the filters; categories exclude
 * only where they are switched on.
 *
 * @param include bases that pass the filters of turnover and age whatever they are
 * @param exclude bases that are never traded
 * @param tiers bases whose tier is given, 1 to 3
 * @param categories bases of each category
 * @param excludedCategories categories that are not traded; none by default
 * @param redFlags bases with the time of a red flag, epoch milliseconds: banned for a week
 */
record TradedUniverse(
    Set<String> include,
    Set<String> exclude,
    Map<String, Integer> tiers,
    Map<String, Set<String>> categories,
    Set<String> excludedCategories,
    Map<String, Long> redFlags) {

  static final TradedUniverse ALL =
      new TradedUniverse(Set.of(), Set.of(), Map.of(), Map.of(), Set.of(), Map.of());

  private static final long BAN_MILLIS = 168 * 3_600_000L;
  private static final Set<String> STABLE =
      Set.of("USDT", "USDC", "BUSD", "DAI", "TUSD", "USDP", "USDD", "FDUSD", "USDE", "PYUSD");
  private static final Set<String> FIRST_TIER = Set.of("BTC", "ETH", "SOL");

  /** Why a base is not traded at a time, whatever its market is; empty if it may be. */
  Optional<String> excluded(String base, long millis) {
    if (exclude.contains(base)) {
      return Optional.of("universe_excluded");
    }
    if (STABLE.contains(base) && !include.contains(base)) {
      return Optional.of("universe_stablecoin");
    }
    Long flag = redFlags.get(base);
    if (flag != null && millis >= flag && millis < flag + BAN_MILLIS) {
      return Optional.of("universe_red_flag");
    }
    for (String category : excludedCategories) {
      if (categories.getOrDefault(category, Set.of()).contains(base)) {
        return Optional.of("universe_category_" + category);
      }
    }
    return Optional.empty();
  }

  boolean included(String base) {
    return include.contains(base);
  }

  /**
   * The tier that a day's turnover gives: the given one, else 1 for BTC, ETH and SOL from 10
   * million, 2 from 5 million, 3 below.
   */
  int tier(String base, double turnover) {
    Integer given = tiers.get(base);
    if (given != null) {
      return given;
    }
    return FIRST_TIER.contains(base) && turnover >= 10e6 ? 1 : turnover >= 5e6 ? 2 : 3;
  }

  static TradedUniverse read(JsonReader any) {
    JsonReader at =
        any.object("include", "exclude", "tiers", "categories", "excluded_categories", "red_flags");
    Map<String, Set<String>> categories = new LinkedHashMap<>();
    at.optional("categories")
        .ifPresent(
            all ->
                all.object()
                    .names()
                    .forEach(name -> categories.put(name, names(all.required(name)))));
    Set<String> off = new TreeSet<>();
    at.optional("excluded_categories")
        .ifPresent(
            all ->
                all.list()
                    .forEach(
                        each -> {
                          if (!categories.containsKey(each.text())) {
                            throw each.error(
                                "'" + each.text() + "' is no category",
                                "Name one of categories, or add it there");
                          }
                          off.add(each.text());
                        }));
    return new TradedUniverse(
        at.optional("include").map(TradedUniverse::names).orElse(Set.of()),
        at.optional("exclude").map(TradedUniverse::names).orElse(Set.of()),
        at.optional("tiers").map(TradedUniverse::tiers).orElse(Map.of()),
        categories,
        off,
        at.optional("red_flags").map(TradedUniverse::flags).orElse(Map.of()));
  }

  private static Set<String> names(JsonReader at) {
    Set<String> names = new TreeSet<>();
    for (JsonReader each : at.list()) {
      names.add(each.text().toUpperCase(Locale.ROOT));
    }
    return names;
  }

  private static Map<String, Integer> tiers(JsonReader at) {
    Map<String, Integer> tiers = new TreeMap<>();
    for (String name : at.object().names()) {
      JsonReader value = at.required(name);
      if (value.integer() < 1 || value.integer() > 3) {
        throw value.error(value.integer() + " is no tier", "Use 1, 2 or 3");
      }
      tiers.put(name.toUpperCase(Locale.ROOT), value.integer());
    }
    return tiers;
  }

  private static Map<String, Long> flags(JsonReader at) {
    Map<String, Long> flags = new TreeMap<>();
    for (String name : at.object().names()) {
      flags.put(name.toUpperCase(Locale.ROOT), Period.parseTime(at.required(name).text()));
    }
    return flags;
  }

  /** The form that is read; nothing where nothing is said. */
  void write(ObjectNode out) {
    if (equals(ALL)) {
      return;
    }
    ObjectNode at = out.putObject("universe");
    list(at, "include", include);
    list(at, "exclude", exclude);
    if (!tiers.isEmpty()) {
      ObjectNode given = at.putObject("tiers");
      tiers.forEach(given::put);
    }
    if (!categories.isEmpty()) {
      ObjectNode named = at.putObject("categories");
      categories.forEach((name, bases) -> list(named, name, bases));
    }
    list(at, "excluded_categories", excludedCategories);
    if (!redFlags.isEmpty()) {
      ObjectNode flags = at.putObject("red_flags");
      redFlags.forEach(
          (base, millis) -> flags.put(base, java.time.Instant.ofEpochMilli(millis).toString()));
    }
  }

  private static void list(ObjectNode at, String name, Set<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = at.putArray(name);
      List.copyOf(values).forEach(array::add);
    }
  }
}
