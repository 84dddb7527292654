package org.candlewright.ui.replay;

/** Dates and times in UTC as people write them. */
final class DateText {
  private static final int DATE = 10;
  private static final int MINUTES = 16;

  private DateText() {}

  /** The same as ISO-8601 has it; what is no date stays none. */
  static String iso(String text) {
    String time = text.strip();
    if (time.length() > DATE && !time.endsWith("Z")) {
      time = time.replace(' ', 'T') + (time.length() == MINUTES ? ":00Z" : "Z");
    }
    return time;
  }
}
