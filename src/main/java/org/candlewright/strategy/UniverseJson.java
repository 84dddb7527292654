package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;

/** The lists of a universe in a strategy file; what is left out has its default. */
final class UniverseJson {
  static final String[] LISTS = {
    "include",
    "exclude",
    "never_trade",
    "first_tier",
    "tiers",
    "exclude_categories",
    "categories",
    "red_flags"
  };

  private UniverseJson() {}

  static UniverseLists read(JsonReader at) {
    UniverseLists standard = UniverseLists.standard();
    Map<String, List<String>> categories =
        at.optional("categories").map(UniverseJson::categories).orElse(standard.categories());
    return new UniverseLists(
        names(at.optional("include"), standard.include()),
        names(at.optional("exclude"), standard.exclude()),
        names(at.optional("never_trade"), standard.neverTrade()),
        names(at.optional("first_tier"), standard.firstTier()),
        at.optional("tiers").map(UniverseJson::tiers).orElse(standard.tiers()),
        at.optional("exclude_categories")
            .map(list -> excluded(list, categories))
            .orElse(standard.excludedCategories()),
        categories,
        at.optional("red_flags").map(UniverseJson::flags).orElse(standard.redFlags()));
  }

  private static List<String> names(Optional<JsonReader> list, List<String> otherwise) {
    return list.map(UniverseJson::names).orElse(otherwise);
  }

  private static List<String> names(JsonReader list) {
    return list.list().stream().map(UniverseJson::name).toList();
  }

  /** An instrument, or a base coin in capitals. */
  private static String name(JsonReader at) {
    if (at.text().indexOf(':') >= 0) {
      return TriggersJson.id(at).toString();
    }
    if (!at.text().matches("[A-Z0-9]+")) {
      throw at.error(
          "'" + at.text() + "' is neither an instrument nor a coin",
          "Write BTC for all of a coin, or binance:BTCUSDT.P for one instrument");
    }
    return at.text();
  }

  private static Map<String, Integer> tiers(JsonReader at) {
    at.object();
    Map<String, Integer> tiers = new TreeMap<>();
    for (String name : at.names()) {
      JsonReader tier = at.required(name);
      if (tier.integer() < 1 || tier.integer() > TriggerProfile.TIERS) {
        throw tier.error(
            tier.integer() + " is no tier", "Use a tier from 1 to " + TriggerProfile.TIERS);
      }
      tiers.put(name, tier.integer());
    }
    return tiers;
  }

  private static Map<String, List<String>> categories(JsonReader at) {
    at.object();
    Map<String, List<String>> categories = new TreeMap<>();
    at.names().forEach(name -> categories.put(name, names(at.required(name))));
    return categories;
  }

  private static List<String> excluded(JsonReader list, Map<String, List<String>> categories) {
    List<String> excluded = new ArrayList<>();
    for (JsonReader item : list.list()) {
      if (!categories.containsKey(item.text())) {
        throw item.error(
            "unknown category '" + item.text() + "'",
            JsonReader.suggestion(
                item.text(), categories.keySet().stream().sorted().toList(), "Use one of "));
      }
      excluded.add(item.text());
    }
    return List.copyOf(excluded);
  }

  private static List<UniverseLists.RedFlag> flags(JsonReader at) {
    return at.list().stream().map(UniverseJson::flag).toList();
  }

  private static UniverseLists.RedFlag flag(JsonReader at) {
    at.object("instrument", "from", "reason");
    return new UniverseLists.RedFlag(
        name(at.required("instrument")), time(at.required("from")), at.required("reason").text());
  }

  private static long time(JsonReader at) {
    String text = at.text();
    try {
      return Period.parseTime(text);
    } catch (InputException e) {
      throw at.error(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  static void write(UniverseLists lists, ObjectNode out) {
    list(lists.include(), out.putArray("include"));
    list(lists.exclude(), out.putArray("exclude"));
    list(lists.neverTrade(), out.putArray("never_trade"));
    list(lists.firstTier(), out.putArray("first_tier"));
    ObjectNode tiers = out.putObject("tiers");
    new TreeMap<>(lists.tiers()).forEach(tiers::put);
    list(lists.excludedCategories(), out.putArray("exclude_categories"));
    ObjectNode categories = out.putObject("categories");
    new TreeMap<>(lists.categories())
        .forEach((name, coins) -> list(coins, categories.putArray(name)));
    ArrayNode flags = out.putArray("red_flags");
    for (UniverseLists.RedFlag flag : lists.redFlags()) {
      flags
          .addObject()
          .put("instrument", flag.instrument())
          .put("from", java.time.Instant.ofEpochMilli(flag.fromMillis()).toString())
          .put("reason", flag.reason());
    }
  }

  private static void list(List<String> words, ArrayNode out) {
    words.forEach(out::add);
  }
}
