package org.candlewright.ui.explorer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.candlewright.analytics.pairs.Clustering;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.market.InstrumentId;

/**
 * All pairs of a screening as a square, likes beside likes.
 *
 * @param ids instruments from top to bottom and from left to right
 * @param correlation by place; NaN where unknown and on the diagonal
 * @param rows by place, the same on both sides of the diagonal
 */
record PairMatrix(List<InstrumentId> ids, double[][] correlation, Optional<PairRow>[][] rows) {

  static PairMatrix of(List<PairRow> found) {
    TreeSet<InstrumentId> names = new TreeSet<>();
    found.forEach(
        row -> {
          names.add(row.first());
          names.add(row.second());
        });
    List<InstrumentId> sorted = List.copyOf(names);
    Map<InstrumentId, Integer> place = new HashMap<>();
    sorted.forEach(id -> place.put(id, place.size()));
    double[][] correlation = new double[sorted.size()][sorted.size()];
    for (double[] line : correlation) {
      Arrays.fill(line, Double.NaN);
    }
    for (PairRow row : found) {
      int i = place.getOrDefault(row.first(), 0);
      int j = place.getOrDefault(row.second(), 0);
      correlation[i][j] = row.correlation().orElse(Double.NaN);
      correlation[j][i] = correlation[i][j];
    }
    return ordered(sorted, Clustering.order(correlation), found);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static PairMatrix ordered(List<InstrumentId> ids, int[] order, List<PairRow> found) {
    int size = order.length;
    Map<InstrumentId, Integer> place = new HashMap<>();
    for (int i = 0; i < size; i++) {
      place.put(ids.get(order[i]), i);
    }
    double[][] correlation = new double[size][size];
    Optional<PairRow>[][] rows = new Optional[size][size];
    for (int i = 0; i < size; i++) {
      Arrays.fill(correlation[i], Double.NaN);
      Arrays.fill(rows[i], Optional.empty());
    }
    for (PairRow row : found) {
      int i = place.getOrDefault(row.first(), 0);
      int j = place.getOrDefault(row.second(), 0);
      correlation[i][j] = row.correlation().orElse(Double.NaN);
      correlation[j][i] = correlation[i][j];
      rows[i][j] = Optional.of(row);
      rows[j][i] = rows[i][j];
    }
    return new PairMatrix(Arrays.stream(order).mapToObj(ids::get).toList(), correlation, rows);
  }

  int size() {
    return ids.size();
  }
}
