package org.candlewright.strategy;

import java.util.Locale;

/** Why an instrument is not traded; its code stands in decisions. */
enum Exclusion {
  NONE,
  EXCLUDED,
  NEVER_TRADE,
  CATEGORY,
  RED_FLAG,
  NEWLY_LISTED,
  VOLUME,
  SPREAD,
  TIER;

  private final String code = "universe_" + name().toLowerCase(Locale.ROOT);

  String code() {
    return code;
  }
}
