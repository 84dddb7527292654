package org.candlewright.analytics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All metrics of a run, in the catalogue's order. */
public final class MetricTable {
  private final Map<String, MetricRow> rows = new LinkedHashMap<>();

  MetricTable(List<MetricRow> rows) {
    for (MetricRow row : rows) {
      this.rows.put(row.definition().name(), row);
    }
  }

  /** Every metric, second names included. */
  public List<MetricRow> rows() {
    return List.copyOf(rows.values());
  }

  /** Each metric once: what a table for people shows. */
  public List<MetricRow> distinctRows() {
    return rows.values().stream().filter(row -> !row.definition().isAlias()).toList();
  }

  public Optional<MetricRow> row(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  /** The figures of all trades by name; an undefined one is empty. */
  public Map<String, Optional<BigDecimal>> all() {
    return figures(Side.ALL);
  }

  /** The figures of long trades by name. */
  public Map<String, Optional<BigDecimal>> longSide() {
    return figures(Side.LONG);
  }

  /** The figures of short trades by name. */
  public Map<String, Optional<BigDecimal>> shortSide() {
    return figures(Side.SHORT);
  }

  /** Figures of a side by name, the core ones first; names of one side only stand with all. */
  public Map<String, Optional<BigDecimal>> figures(Side side) {
    Map<String, Optional<BigDecimal>> out = new LinkedHashMap<>();
    for (MetricRow row : fileOrder(side)) {
      out.put(row.definition().name(), row.value(side).number());
    }
    return out;
  }

  /** Reasons of the undefined figures of a side, by name. */
  public Map<String, String> reasons(Side side) {
    Map<String, String> out = new LinkedHashMap<>();
    for (MetricRow row : fileOrder(side)) {
      if (!row.value(side).reason().isEmpty()) {
        out.put(row.definition().name(), row.value(side).reason());
      }
    }
    return out;
  }

  private List<MetricRow> fileOrder(Side side) {
    Map<String, MetricRow> ordered = new LinkedHashMap<>();
    for (String name : MetricCatalogue.CORE) {
      row(name).ifPresent(row -> ordered.put(name, row));
    }
    for (MetricRow row : rows.values()) {
      if (side == Side.ALL || row.definition().onlySide().isEmpty()) {
        ordered.putIfAbsent(row.definition().name(), row);
      }
    }
    return List.copyOf(ordered.values());
  }
}
