package org.candlewright.strategy;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** What a pair was opened on, kept as it was until it is closed. */
final class PairTrade {
  /** 1 long the spread, -1 short, 0 while flat. */
  int side;

  double ratio = Double.NaN;
  double halfLife = Double.NaN;

  /** Bars of the z-score. */
  int lookBack;

  /** ln A − ln B at the entry, from which the hedge drifts. */
  double entryGap = Double.NaN;

  /** Whether a stop closed the last trade, and the spread has not come back since. */
  boolean stopped;

  void open(int newSide, double newRatio, double newHalfLife, int newLookBack, double gap) {
    side = newSide;
    ratio = newRatio;
    halfLife = newHalfLife;
    lookBack = newLookBack;
    entryGap = gap;
    stopped = false;
  }

  void close() {
    side = 0;
    ratio = Double.NaN;
    halfLife = Double.NaN;
    lookBack = 0;
    entryGap = Double.NaN;
  }

  /** How far the second leg's value lies from the hedge ratio times the first's, a fraction. */
  double drift(double gap) {
    return Math.abs(StrictMath.expm1(entryGap - gap));
  }

  void save(StateWriter out) {
    out.putLong(side);
    out.putDouble(ratio);
    out.putDouble(halfLife);
    out.putLong(lookBack);
    out.putDouble(entryGap);
    out.putLong(stopped ? 1 : 0);
  }

  void restore(StateReader in) {
    side = in.getInt();
    ratio = in.getDouble();
    halfLife = in.getDouble();
    lookBack = in.getInt();
    entryGap = in.getDouble();
    stopped = in.getLong() != 0;
  }
}
