package org.candlewright.ui.explorer;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.theme.Tokens;

/** Columns of the table of pairs. */
final class PairColumns {
  static final List<String> DROPPABLE =
      List.of("bars", "reverse", "stable", "stance", "hurst", "statistic", "hedge");

  private static final double BAR_ENDS = 3;

  private PairColumns() {}

  static List<Column<PairRow>> of(Supplier<Timeframe> timeframe) {
    return List.of(
        Column.<PairRow>words("pair", "Pair", 130, PairText::name)
            .exported(row -> row.first() + " / " + row.second())
            .styled(row -> List.of("name")),
        Column.number(
            "correlation",
            "Correlation",
            76,
            row -> PairText.number(row.correlation()),
            value -> Numbers.fixed(value, 3)),
        Column.number(
            "p_value",
            "p-value",
            66,
            row -> PairText.figure(row, known -> known.test().pValue()),
            value -> PairText.probability(value, 4)),
        Column.<PairRow>number(
                "q_value",
                "q (FDR)",
                60,
                row -> PairText.number(row.qValue()),
                value -> PairText.probability(value, 3))
            .styled(row -> List.of(row.passes() ? "gain" : "faint")),
        Column.<PairRow>words("passes", "Passes", 50, PairColumns::verdict)
            .exported(row -> Boolean.toString(row.passes()))
            .styled(row -> List.of(row.passesThroughout() ? "gain" : "warning")),
        Column.<PairRow>number(
                "reverse_p_value",
                "p reversed",
                72,
                row -> PairText.figure(row, PairFigures::reversePValue),
                value -> PairText.probability(value, 4))
            .styled(row -> List.of("soft")),
        Column.<PairRow>number(
                "statistic",
                "ADF",
                56,
                row -> PairText.figure(row, known -> known.test().statistic()),
                value -> Numbers.fixed(value, 2))
            .styled(row -> List.of("soft")),
        Column.number(
            "hedge_ratio",
            "Hedge ratio",
            78,
            row -> PairText.figure(row, known -> known.test().hedgeRatio()),
            value -> Numbers.fixed(value, 3)),
        Column.<PairRow>words(
                "half_life",
                "Half-life",
                66,
                row ->
                    row.figures()
                        .map(known -> PairText.halfLife(known.halfLife(), timeframe.get()))
                        .orElse("unknown"))
            .exported(
                row ->
                    row.figures().isPresent() && halfLife(row) < Double.POSITIVE_INFINITY
                        ? PairText.fixed(halfLife(row), 2).replace(",", "")
                        : "")
            .ordered(Comparator.comparing(PairColumns::halfLife)),
        Column.number(
            "hurst",
            "Hurst",
            52,
            row -> row.figures().flatMap(known -> PairText.number(known.hurst())),
            value -> Numbers.fixed(value, 2)),
        Column.<PairRow>words("stable_windows", "Stable", 50, PairColumns::stable)
            .styled(row -> List.of("soft")),
        Column.drawn("z", "", 56, PairColumns::bar, Comparator.comparing(PairColumns::zScore)),
        Column.number(
            "z_score",
            "z now",
            58,
            row -> PairText.figure(row, PairFigures::zScore),
            value -> Numbers.change(value, 2)),
        Column.<PairRow>words("stance", "At |z| ≥ 2", 84, PairText::stance)
            .styled(
                row ->
                    List.of(
                        switch (PairText.stance(row)) {
                          case "▲ spread low" -> "long";
                          case "▼ spread high" -> "short";
                          default -> "faint";
                        })),
        Column.<PairRow>number(
                "bars",
                "Bars",
                52,
                row -> FundingRow.number(row.bars()),
                value -> Numbers.fixed(value, 0))
            .styled(row -> List.of("soft")));
  }

  /** A tick for what holds; a warning for what passes as a whole only. */
  private static String verdict(PairRow row) {
    return row.passesThroughout() ? "✓" : row.passes() ? "✓ !" : "";
  }

  private static String stable(PairRow row) {
    return row.figures()
        .map(
            known ->
                known.stableWindows().isPresent()
                    ? known.stableWindows().getAsInt() + " of 4"
                    : "short")
        .orElse("");
  }

  private static double halfLife(PairRow row) {
    return row.figures()
        .map(known -> known.halfLife().bars().orElse(Double.POSITIVE_INFINITY))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double zScore(PairRow row) {
    return row.figures().map(PairFigures::zScore).orElse(Double.NEGATIVE_INFINITY);
  }

  /** Where the spread stands between three deviations below and above. */
  private static void bar(
      GraphicsContext graphics, double width, double height, PairRow row, Tokens tokens) {
    row.figures()
        .ifPresent(
            known -> {
              graphics.setFill(tokens.color("surface-input"));
              graphics.fillRect(0, height / 2 - 4, width, 8);
              graphics.setFill(tokens.color("border-strong"));
              double middle = width / 2;
              double entry = width / 2 * 2 / BAR_ENDS;
              graphics.fillRect(Math.round(middle), height / 2 - 5, 1, 10);
              graphics.fillRect(Math.round(middle - entry), height / 2 - 5, 1, 10);
              graphics.fillRect(Math.round(middle + entry), height / 2 - 5, 1, 10);
              double z = Math.clamp(known.zScore(), -BAR_ENDS, BAR_ENDS);
              graphics.setFill(tokens.color(Math.abs(z) >= 2 ? "warning" : "text"));
              graphics.fillOval(middle + z / BAR_ENDS * (middle - 4) - 3.5, height / 2 - 3.5, 7, 7);
            });
  }
}
