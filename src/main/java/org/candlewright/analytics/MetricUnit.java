package org.candlewright.analytics;

import java.util.Locale;

/** What a metric's number counts. */
public enum MetricUnit {
  /** The account's currency. */
  MONEY,
  /** A share: 0.1 is ten percent. */
  FRACTION,
  /** A number without unit. */
  RATIO,
  COUNT,
  /** Bars of the run's clock. */
  BARS,
  HOURS,
  DAYS,
  /** The base coin of the instrument. */
  QUANTITY;

  /** Lower-case name as tables print it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
