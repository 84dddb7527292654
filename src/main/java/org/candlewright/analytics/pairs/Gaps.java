package org.candlewright.analytics.pairs;

import java.time.Instant;
import java.util.Optional;
import org.candlewright.market.Timeframe;

/**
 * Bars that are missing between the first and the last.
 *
 * @param missing bars missing in all
 * @param present bars that are there
 * @param longestMillis length of the longest hole, 0 without one
 * @param longestFromMillis end of the bar before it
 */
record Gaps(long missing, int present, long longestMillis, long longestFromMillis) {
  private static final long DAY = 86_400_000L;

  /**
   * A hole of a month in the middle would be read as one bar's move, and one bar in five missing
   * shifts every lag: the figures would be of something else (a fifth is the share that the
   * screener of old allowed too).
   */
  private static final long LONGEST_ALLOWED = 30 * DAY;

  private static final int ALLOWED_SHARE = 5;

  static Gaps in(long[] openTimes, int size, Timeframe timeframe) {
    long step = timeframe.millis();
    long missing = 0;
    long longest = 0;
    long longestFrom = 0;
    for (int i = 1; i < size; i++) {
      long hole = openTimes[i] - openTimes[i - 1] - step;
      if (hole > 0) {
        missing += hole / step;
        if (hole > longest) {
          longest = hole;
          longestFrom = openTimes[i - 1] + step;
        }
      }
    }
    return new Gaps(missing, size, longest, longestFrom);
  }

  /** Why statistics over these bars would be wrong; empty if they are not. */
  Optional<String> problem() {
    if (longestMillis >= LONGEST_ALLOWED) {
      return Optional.of(
          "a gap of "
              + longestMillis / DAY
              + " days in the common bars from "
              + Instant.ofEpochMilli(longestFromMillis)
              + "; choose a period without it");
    }
    if (missing * ALLOWED_SHARE > missing + present) {
      return Optional.of(
          missing
              + " of "
              + (missing + present)
              + " bars are missing in between; too many to test");
    }
    return Optional.empty();
  }
}
