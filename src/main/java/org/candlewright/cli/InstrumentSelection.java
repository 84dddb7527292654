package org.candlewright.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;

/** Reads lists of instruments as the command line writes them. */
final class InstrumentSelection {
  private InstrumentSelection() {}

  /**
   * Names, wildcards and {@code all}, separated by commas, in the order written; what a wildcard
   * finds goes by name. Each instrument counts once.
   *
   * @param known instruments that are stored
   * @param eligible what wildcards may find; a name always stands for itself
   */
  static List<InstrumentId> of(
      String text, Collection<InstrumentId> known, Predicate<InstrumentId> eligible) {
    Set<InstrumentId> chosen = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      chosen.addAll(matching(part.strip(), known, eligible));
    }
    return List.copyOf(chosen);
  }

  private static List<InstrumentId> matching(
      String part, Collection<InstrumentId> known, Predicate<InstrumentId> eligible) {
    if (part.equals("all") || part.contains("*")) {
      Pattern pattern = glob(part.equals("all") ? "*" : part);
      List<InstrumentId> found =
          known.stream()
              .filter(id -> pattern.matcher(id.toString()).matches())
              .filter(eligible)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new InputException(
            "--instruments: nothing stored matches '" + part + "'",
            "Run candlewright data to see what is stored");
      }
      return found;
    }
    InstrumentId id = OptionValue.of("--instruments", part, InstrumentId::parse);
    if (!known.contains(id)) {
      throw new InputException(
          "--instruments: " + id + " is not stored",
          Nearest.of(id.toString(), known.stream().map(InstrumentId::toString).toList())
              .map(
                  name ->
                      "Did you mean "
                          + name
                          + "? Else import its candles; candlewright data shows what is stored")
              .orElse("Import its candles first; candlewright data shows what is stored"));
    }
    return List.of(id);
  }

  private static Pattern glob(String text) {
    String regex =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
