package org.candlewright.cli.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One value of a result, in the few kinds that every output format knows how to write. */
public sealed interface Value {
  /**
   * @param shown what a table for people shows of it
   */
  record Text(String text, String shown) implements Value {}

  /**
   * @param shownDecimals decimals in a table for people, where thousands are grouped too; -1 to
   *     show the number as it is. CSV and JSON always hold the whole number.
   */
  record Number(BigDecimal number, int shownDecimals) implements Value {}

  record Flag(boolean flag) implements Value {}

  /** A moment in UTC. */
  record Time(Instant instant) implements Value {}

  /** A list inside a result, for example the oddities of an import. */
  record Rows(Listing<?> listing) implements Value {}

  /** Not known: empty in a table and in CSV, {@code null} in JSON. */
  record Unknown() implements Value {}

  static Value of(String text) {
    return new Text(text, text);
  }

  /** A text that is too long for a table. */
  static Value shortened(String text, String shown) {
    return new Text(text, shown);
  }

  static Value of(boolean flag) {
    return new Flag(flag);
  }

  static Value of(long number) {
    return new Number(BigDecimal.valueOf(number), 0);
  }

  static Value of(BigDecimal number) {
    return new Number(plain(number), -1);
  }

  /** A number that people read rounded and grouped. */
  static Value rounded(BigDecimal number, int decimals) {
    return new Number(plain(number), decimals);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A moment given in epoch milliseconds. */
  static Value time(long epochMillis) {
    return new Time(Instant.ofEpochMilli(epochMillis));
  }

  static Value unknown() {
    return new Unknown();
  }

  static Value ofText(Optional<String> text) {
    return text.map(Value::of).orElseGet(Unknown::new);
  }
}
