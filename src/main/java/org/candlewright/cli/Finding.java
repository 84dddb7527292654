package org.candlewright.cli;

/**
 * Outcome of one check of {@code doctor}.
 *
 * @param check short name
 * @param detail what was found
 * @param remedy what to do if not ok, else empty
 */
public record Finding(String check, boolean ok, String detail, String remedy) {
  public static Finding good(String check, String detail) {
    return new Finding(check, true, detail, "");
  }

  public static Finding bad(String check, String detail, String remedy) {
    return new Finding(check, false, detail, remedy);
  }
}
