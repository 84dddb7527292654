package org.candlewright.backtest;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.candlewright.engine.LegTrade;

/**
 * The trades of a run whose legs stand in order already, as many as there were when the list was
 * made. Hundreds of thousands are never made objects at once: each is made when asked for.
 */
final class TradesInOrder extends AbstractList<Trade> implements RandomAccess {
  private final List<LegTrade> legs;
  private final int size;

  /**
   * @param legs by entry, then exit; may grow at the end
   */
  TradesInOrder(List<LegTrade> legs) {
    this.legs = legs;
    this.size = legs.size();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Trade get(int index) {
    return new Trade(index + 1, legs.get(Objects.checkIndex(index, size)), Optional.empty());
  }
}
