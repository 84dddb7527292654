package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.indicator.Ema;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Exponential averages of one price, updated together. Each value of an average waits for the one
 * before; three chains side by side take hardly longer than one, and give the same values.
 */
final class JoinedAverages implements Stage {
  private static final int MOST = 3;

  private final PriceBlock prices;
  private final List<IndicatorColumn> columns = new ArrayList<>();
  private final List<Ema> averages = new ArrayList<>();

  JoinedAverages(PriceBlock prices) {
    this.prices = prices;
  }

  /** Takes a column in; false if it is full or the average is of another price. */
  boolean join(IndicatorColumn column, Ema average) {
    if (averages.size() == MOST
        || (!averages.isEmpty() && averages.getFirst().source() != average.source())) {
      return false;
    }
    columns.add(column);
    averages.add(average);
    return true;
  }

  @Override
  public void update(int size) {
    if (averages.size() < MOST) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).update(size);
      }
      return;
    }
    for (int i = 0; i < MOST; i++) {
      columns.get(i).output(0).reserve(size);
    }
    averages
        .getFirst()
        .updateWith(
            averages.get(1),
            averages.get(2),
            prices,
            columns.getFirst().output(0).values,
            columns.get(1).output(0).values,
            columns.get(2).output(0).values);
  }

  @Override
  public void save(StateWriter out) {
    columns.forEach(column -> column.save(out));
  }

  @Override
  public void restore(StateReader in) {
    columns.forEach(column -> column.restore(in));
  }
}
