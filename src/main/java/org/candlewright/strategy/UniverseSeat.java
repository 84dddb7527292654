package org.candlewright.strategy;

import java.util.Optional;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * One instrument's place in the universe: its tier, which changes only after some hours in a row.
 */
final class UniverseSeat {
  private int tier;
  private int coming;
  private int passes;

  /** Takes note of the tier that the market gives now. */
  void see(int now, int needed) {
    if (tier == 0 || now == tier) {
      tier = now;
      passes = 0;
      return;
    }
    passes = now == coming ? passes + 1 : 1;
    coming = now;
    if (passes >= needed) {
      tier = now;
      passes = 0;
    }
  }

  /** 1 to 3; 0 before the first bar. */
  int tier() {
    return tier;
  }

  /** Why the market excludes it; empty if it does not. */
  static Optional<String> excluded(double turnover, double least, boolean old) {
    return turnover < least
        ? Optional.of("universe_turnover")
        : old ? Optional.empty() : Optional.of("universe_new_listing");
  }

  void save(StateWriter out) {
    out.putLong(tier);
    out.putLong(coming);
    out.putLong(passes);
  }

  void restore(StateReader in) {
    tier = in.getInt();
    coming = in.getInt();
    passes = in.getInt();
  }
}
