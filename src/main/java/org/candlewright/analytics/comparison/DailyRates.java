package org.candlewright.analytics.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Daily closes of one currency in another, by UTC day.
 *
 * @param closes units of the account's currency for one unit of the quote currency
 */
public record DailyRates(NavigableMap<LocalDate, BigDecimal> closes) {
  public DailyRates {
    closes = new TreeMap<>(closes);
  }

  /** The close of the last day that ended at or before the instant; empty before the first. */
  public Optional<BigDecimal> before(long millis) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    return Optional.ofNullable(closes.lowerEntry(day)).map(Map.Entry::getValue);
  }
}
