package org.candlewright.analytics;

/** Which trades a figure counts. */
public enum Side {
  ALL("all", 0),
  LONG("long", 1),
  SHORT("short", -1);

  private final String text;
  private final int sign;

  Side(String text, int sign) {
    this.text = text;
    this.sign = sign;
  }

  /** Whether a trade of that direction (1 long, -1 short) counts. */
  boolean counts(int direction) {
    return sign == 0 || sign == direction;
  }

  /** {@code all}, {@code long} or {@code short}. */
  @Override
  public String toString() {
    return text;
  }
}
