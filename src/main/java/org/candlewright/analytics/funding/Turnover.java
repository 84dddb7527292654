package org.candlewright.analytics.funding;

import java.util.Optional;
import org.candlewright.market.BarSeries;

/**
 * What was traded in the last 24 hours of stored bars: Σ close × volume, in quote.
 *
 * @param endMillis end of those hours, epoch milliseconds UTC
 */
public record Turnover(double quote, long endMillis) {
  private static final long DAY = 86_400_000L;

  /** The turnover up to the end of the last bar; empty without bars. */
  public static Optional<Turnover> last24Hours(BarSeries bars) {
    if (bars.isEmpty()) {
      return Optional.empty();
    }
    int last = bars.size() - 1;
    long end = bars.endTime(last);
    double sum = 0;
    for (int i = last; i >= 0 && bars.endTime(i) > end - DAY; i--) {
      double volume = bars.volume(i);
      sum += bars.quoteVolume() ? volume : bars.price(bars.closes()[i]) * volume;
    }
    return Optional.of(new Turnover(sum, end));
  }

  /** Mean of an hour. */
  double hourly() {
    return quote / 24;
  }
}
