package org.candlewright.strategy;

import java.util.List;

/** Documentation of parameters from their declarations. */
public final class ParameterTable {
  private ParameterTable() {}

  /** A Markdown table, one row a parameter. */
  public static String markdown(List<Parameter> parameters) {
    StringBuilder table =
        new StringBuilder(
            "| parameter | label | unit | range | default | value | help |\n|---|---|---|---|---|---|---|\n");
    for (Parameter each : parameters) {
      table
          .append(
              String.join(
                  " | ",
                  "| `" + each.name() + "`",
                  cell(each.label()),
                  cell(each.unit()),
                  each.min().toPlainString() + " to " + each.max().toPlainString(),
                  each.byDefault().toPlainString(),
                  each.value().toPlainString(),
                  cell(each.help())))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
