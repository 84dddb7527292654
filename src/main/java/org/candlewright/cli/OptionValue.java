package org.candlewright.cli;

import java.util.function.Function;
import org.candlewright.market.InputException;

/** Reads the text of an option; what is wrong with it is told with the option's name. */
final class OptionValue {
  private OptionValue() {}

  static <T> T of(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (InputException e) {
      throw new InputException(option + ": " + e.getMessage(), e.remedy());
    }
  }
}
