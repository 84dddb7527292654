package org.candlewright.strategy;

/**
 * Leaves losers before their stop, by hours held, result and move of the last six hours, all in
 * percent in favour of the position:
 *
 * <ul>
 *   <li>from 12 h: result below −2.5 and move below −3
 *   <li>from 24 h: result below −3 and move below −1, or result below −2 on falling volume
 *   <li>from 36 h: result below −2 and move below −1.5 or within half a percent
 * </ul>
 */
final class EarlyExit {
  private static final int MOVE_HOURS = 6;

  private EarlyExit() {}

  static boolean holds(TriggerColumns columns, int bar, int side, int barsHeld, double entry) {
    double result = 100 * side * (columns.close(bar) / entry - 1);
    int back = HourlyReturns.bars(columns.bars(), MOVE_HOURS);
    double move = 100 * side * columns.change(bar, back);
    if (barsHeld >= HourlyReturns.bars(columns.bars(), 36)) {
      return result < -2 && (move < -1.5 || Math.abs(move) < 0.5);
    }
    if (barsHeld >= HourlyReturns.bars(columns.bars(), 24)) {
      return (result < -3 && move < -1) || (result < -2 && fallingVolume(columns, bar, back));
    }
    return barsHeld >= HourlyReturns.bars(columns.bars(), 12) && result < -2.5 && move < -3;
  }

  /** Less volume in the last six hours than in the six before. */
  private static boolean fallingVolume(TriggerColumns columns, int bar, int back) {
    double late = 0;
    double early = 0;
    for (int i = Math.max(0, bar - 2 * back + 1); i <= bar; i++) {
      if (i > bar - back) {
        late += columns.bars().volume(i);
      } else {
        early += columns.bars().volume(i);
      }
    }
    return late < early;
  }
}
