package org.candlewright.cli;

import java.util.Collection;
import java.util.Optional;
import org.candlewright.market.NearestWord;

/** What a mistyped argument may have meant. */
final class Nearest {
  private Nearest() {}

  /** Empty if nothing known is near enough to have been meant. */
  static Optional<String> of(String typed, Collection<String> known) {
    return NearestWord.of(typed, known);
  }

  static int distance(String a, String b) {
    return NearestWord.distance(a, b);
  }
}
