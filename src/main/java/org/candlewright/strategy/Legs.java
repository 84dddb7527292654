package org.candlewright.strategy;

import java.util.Collection;
import org.candlewright.market.InstrumentId;

/** What a strategy trades as one unit. */
public enum Legs {
  /** One instrument. */
  ONE,
  /** A perpetual and the spot of the same base and quote, which the run finds by itself. */
  PERPETUAL_AND_SPOT,
  /**
   * Two perpetuals, as the run names them: the first with the second, the third with the fourth.
   */
  NAMED_PAIR;

  /**
   * Whether an instrument can be named for a run.
   *
   * @param known instruments that are stored
   */
  public boolean canTrade(InstrumentId id, Collection<InstrumentId> known) {
    return switch (this) {
      case ONE -> true;
      case PERPETUAL_AND_SPOT -> id.kind().isPerpetual() && known.contains(id.spot());
      case NAMED_PAIR -> id.kind().isPerpetual();
    };
  }

  /** Whether two instruments are entered and closed together. */
  public boolean two() {
    return this != ONE;
  }
}
