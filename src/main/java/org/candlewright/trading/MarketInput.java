package org.candlewright.trading;

import java.math.BigDecimal;

/** What a feed delivers. Instruments are numbered as in the session. */
public sealed interface MarketInput {
  /**
   * A bar that has ended; prices in ticks, volume in the series' own digits.
   *
   * @param openTime epoch milliseconds
   */
  record Bar(int instrument, long openTime, long open, long high, long low, long close, long volume)
      implements MarketInput {}

  /** A bar of the mark price that has ended; prices in 1e-8. */
  record MarkBar(
      int instrument, long openTime, long open, long high, long low, long close, long volume)
      implements MarketInput {}

  /**
   * A settlement of funding.
   *
   * @param time rounded to the minute, epoch milliseconds
   * @param originalTime as stamped by the venue
   * @param rate fraction per interval
   */
  record Settlement(int instrument, long time, long originalTime, BigDecimal rate)
      implements MarketInput {}

  /**
   * Everything that belongs to an instant has come, or is late: decisions may be made.
   *
   * @param time epoch milliseconds
   * @param last whether the feed ends here
   */
  record Instant(long time, boolean last) implements MarketInput {}
}
