package org.candlewright.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A result: what its columns are and its rows, described once for all formats.
 *
 * @param single whether the result is one thing (an object in JSON, a block of lines for people)
 *     rather than a list that happens to have one row
 * @param whenEmpty sentence for people when there are no rows, and what to do about it
 */
public record Listing<R>(List<Column<R>> columns, List<R> rows, boolean single, String whenEmpty) {

  public static <R> Listing<R> of(List<Column<R>> columns, List<R> rows, String whenEmpty) {
    return new Listing<>(columns, rows, false, whenEmpty);
  }

  /** One thing and its properties. */
  public static <R> Listing<R> single(List<Column<R>> columns, R row) {
    return new Listing<>(columns, List.of(row), true, "");
  }

  List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  List<List<Value>> values() {
    List<List<Value>> all = new ArrayList<>();
    for (R row : rows) {
      all.add(columns.stream().map(column -> column.of(row)).toList());
    }
    return all;
  }
}
