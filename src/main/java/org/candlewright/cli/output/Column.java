package org.candlewright.cli.output;

import java.util.function.Function;

/**
 * A column of a listing.
 *
 * @param name key in JSON and header in CSV; never changed once published
 * @param heading header in the table for people, with the unit
 * @param value reads the column's value from a row
 */
public record Column<R>(String name, String heading, Function<? super R, Value> value) {
  /** A column whose heading is its name with spaces. */
  public static <R> Column<R> of(String name, Function<? super R, Value> value) {
    return new Column<>(name, name.replace('_', ' '), value);
  }

  Value of(R row) {
    return value.apply(row);
  }
}
