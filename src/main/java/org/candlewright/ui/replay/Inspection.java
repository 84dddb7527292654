package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the decision inspector says at a moment, ready to be drawn.
 *
 * @param above small line over the title
 * @param title one sentence: what was done
 * @param side 1 long, -1 short, 0 neither: the sign before the title
 * @param below small line under the title
 */
record Inspection(String above, String title, int side, String below, List<Section> sections) {

  /** What a row means, by colour and never by it alone. */
  enum Tone {
    PLAIN,
    SOFT,
    FAINT,
    GAIN,
    LOSS,
    WARNING,
    FUNDING
  }

  /** Sign before a row. */
  enum Sign {
    NONE,
    HOLDS,
    FAILS,
    WARNS
  }

  /** Rows under a head. */
  record Section(String title, String note, List<Row> rows) {}

  /**
   * A row.
   *
   * @param depth how far it is set in
   * @param bar drawn before the value
   */
  record Row(
      int depth,
      Sign sign,
      String label,
      String note,
      String value,
      Tone tone,
      boolean strong,
      Optional<Bar> bar) {

    static Row of(String label, String value) {
      return new Row(0, Sign.NONE, label, "", value, Tone.PLAIN, false, Optional.empty());
    }

    Row withNote(String words) {
      return new Row(depth, sign, label, words, value, tone, strong, bar);
    }

    Row withTone(Tone other) {
      return new Row(depth, sign, label, note, value, other, strong, bar);
    }

    /** Set in below a condition. */
    Row inset() {
      return new Row(1, sign, label, note, value, tone, strong, bar);
    }

    Row asTotal() {
      return new Row(depth, sign, label, note, value, tone, true, bar);
    }

    Row withBar(double from, double to, double zero) {
      return new Row(
          depth, sign, label, note, value, tone, strong, Optional.of(new Bar(from, to, zero)));
    }

    /** A condition with its outcome. */
    static Row condition(int depth, boolean holds, String label, String value) {
      return new Row(
          depth,
          holds ? Sign.HOLDS : Sign.FAILS,
          label,
          "",
          value,
          holds ? Tone.SOFT : Tone.LOSS,
          depth == 0,
          Optional.empty());
    }

    private String text() {
      String mark =
          switch (sign) {
            case NONE -> "";
            case HOLDS -> "✓ ";
            case FAILS -> "✗ ";
            case WARNS -> "! ";
          };
      return Stream.of(mark + label, note, value)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  /** A bar as fractions of the space for it; {@code zero} is where a mark stands. */
  record Bar(double from, double to, double zero) {}

  /** All of it as text, a line each: what a screen reader says. */
  String text() {
    return Stream.concat(
            Stream.of(above, title, below),
            sections.stream()
                .flatMap(
                    section ->
                        Stream.concat(
                            Stream.of(section.title() + " " + section.note()),
                            section.rows().stream().map(Row::text))))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
