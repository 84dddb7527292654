package org.candlewright.engine.risk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.candlewright.strategy.JsonReader;

/**
 * A risk profile as a file: {@code {"schema": 1, "name": "careful", "limits": {"daily_stop_loss":
 * "0.02"}, "clusters": {"MEME": {"limit": "0.01", "bases": ["DOGE"]}}}}. Limits that it does not
 * name are those of {@code guarded}; clusters, where given, replace its clusters.
 */
public final class RiskProfileJson {
  private static final int SCHEMA = 1;

  private RiskProfileJson() {}

  /**
   * Reads a profile.
   *
   * @param source what messages begin with, usually the file
   */
  public static RiskProfile parse(String source, String json) {
    JsonReader root = JsonReader.of(source, json).object("schema", "name", "limits", "clusters");
    root.optional("schema")
        .ifPresent(
            schema -> {
              if (schema.integer() != SCHEMA) {
                throw schema.error("is not 1", "Write \"schema\": 1");
              }
            });
    JsonReader name = root.required("name");
    if (name.text().isBlank() || Set.of("research", "guarded").contains(name.text())) {
      throw name.error(
          "'" + name.text() + "' is no name for a profile of your own", "Choose another name");
    }
    return new RiskProfile(
        name.text(),
        true,
        root.optional("limits").map(RiskProfileJson::limits).orElseGet(Map::of),
        root.optional("clusters").map(RiskProfileJson::clusters).orElseGet(Cluster::guarded));
  }

  private static Map<RiskLimit, BigDecimal> limits(JsonReader given) {
    String[] words = Arrays.stream(RiskLimit.values()).map(RiskLimit::word).toArray(String[]::new);
    given.object(words);
    Map<RiskLimit, BigDecimal> limits = new EnumMap<>(RiskLimit.class);
    for (RiskLimit each : RiskLimit.values()) {
      limits.put(each, each.guarded());
      given.optional(each.word()).ifPresent(value -> limits.put(each, limit(each, value)));
    }
    return limits;
  }

  private static BigDecimal limit(RiskLimit limit, JsonReader given) {
    BigDecimal value = given.decimal();
    if (value.compareTo(limit.least()) < 0 || value.compareTo(limit.most()) > 0) {
      throw given.error(
          value.toPlainString() + " is out of range",
          "Give "
              + limit.least().toPlainString()
              + " to "
              + limit.most().toPlainString()
              + ": "
              + limit.help());
    }
    if (limit.whole() && value.scale() > 0) {
      throw given.error(value.toPlainString() + " is no whole number", "Give a whole number");
    }
    return value;
  }

  private static List<Cluster> clusters(JsonReader given) {
    given.object();
    List<Cluster> clusters = new ArrayList<>();
    for (String name : given.names()) {
      JsonReader cluster = given.required(name).object("limit", "bases");
      JsonReader limit = cluster.required("limit");
      if (limit.decimal().signum() < 0) {
        throw limit.error("is below zero", "Give a share of equity, 0 or more");
      }
      Set<String> bases = new TreeSet<>();
      for (JsonReader base : cluster.required("bases").list()) {
        bases.add(base.text());
      }
      clusters.add(new Cluster(name, limit.decimal(), bases));
    }
    return clusters;
  }

  /** The whole profile, as {@link #parse} reads it. */
  public static ObjectNode write(RiskProfile profile) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("schema", SCHEMA);
    out.put("name", profile.name());
    ObjectNode limits = out.putObject("limits");
    for (RiskLimit each : RiskLimit.values()) {
      limits.put(each.word(), profile.limit(each).toPlainString());
    }
    ObjectNode clusters = out.putObject("clusters");
    for (Cluster each : profile.clusters()) {
      ObjectNode cluster = clusters.putObject(each.name());
      cluster.put("limit", each.limit().toPlainString());
      ArrayNode bases = cluster.putArray("bases");
      each.bases().forEach(bases::add);
    }
    return out;
  }
}
