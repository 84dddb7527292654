package org.candlewright.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table for people: columns aligned, numbers to the right, a line a property for one thing. */
public final class TableOutput implements Output {
  private static final String GAP = "  ";

  @Override
  public <R> void write(Listing<R> listing, Writer out) throws IOException {
    if (listing.single()) {
      writeProperties(listing, out);
    } else if (listing.rows().isEmpty()) {
      out.write(listing.whenEmpty() + "\n");
    } else {
      writeTable(listing, out);
    }
  }

  private static <R> void writeTable(Listing<R> listing, Writer out) throws IOException {
    List<List<Value>> values = listing.values();
    List<List<String>> lines = new ArrayList<>();
    lines.add(listing.headings());
    for (List<Value> row : values) {
      lines.add(row.stream().map(TableOutput::text).toList());
    }
    int columns = listing.columns().size();
    int[] widths = new int[columns];
    boolean[] right = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      int at = column;
      widths[at] = lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0);
      right[at] = values.stream().anyMatch(row -> row.get(at) instanceof Value.Number);
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        text.append(column == 0 ? "" : GAP)
            .append(padded(line.get(column), widths[column], right[column]));
      }
      out.write(text.toString().stripTrailing() + "\n");
    }
  }

  private static <R> void writeProperties(Listing<R> listing, Writer out) throws IOException {
    int width = listing.headings().stream().mapToInt(String::length).max().orElse(0);
    List<Value> values = listing.values().getFirst();
    for (int i = 0; i < values.size(); i++) {
      String heading = listing.headings().get(i);
      if (values.get(i) instanceof Value.Rows(Listing<?> inner)) {
        out.write(padded(heading, width, false) + GAP + inner.rows().size() + "\n");
        if (!inner.rows().isEmpty()) {
          new TableOutput().write(inner, out);
        }
      } else {
        out.write((padded(heading, width, false) + GAP + text(values.get(i))).stripTrailing());
        out.write("\n");
      }
    }
  }

  private static String padded(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - text.length()));
    return right ? space + text : text + space;
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text, String shown) -> shown;
      case Value.Number number -> number(number);
      case Value.Flag(boolean flag) -> flag ? "yes" : "no";
      case Value.Time(java.time.Instant instant) -> instant.toString();
      case Value.Rows(Listing<?> inner) when inner.single() -> properties(inner);
      case Value.Rows(Listing<?> inner) ->
          inner.values().stream()
              .map(row -> row.stream().map(TableOutput::text).collect(Collectors.joining(" ")))
              .collect(Collectors.joining("; "));
      case Value.Unknown() -> "";
    };
  }

  /** One thing within a cell: its names with their values. */
  private static String properties(Listing<?> inner) {
    List<Value> values = inner.values().getFirst();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(inner.headings().get(i) + " " + text(values.get(i)));
    }
    return String.join(", ", parts);
  }

  private static String number(Value.Number value) {
    if (value.shownDecimals() < 0) {
      return value.number().toPlainString();
    }
    String zeros = "0".repeat(value.shownDecimals());
    DecimalFormat format =
        new DecimalFormat(
            zeros.isEmpty() ? "#,##0" : "#,##0." + zeros,
            DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(value.number());
  }
}
