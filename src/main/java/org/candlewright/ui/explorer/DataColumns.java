package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import org.candlewright.feed.DataLibrary.Stretch;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.theme.Tokens;

/** Columns of the list of stored series. */
final class DataColumns {
  static final List<String> DROPPABLE = List.of("source", "bytes", "rows", "coverage");

  /** A hole is drawn at least so wide, or it would not be seen. */
  private static final double LEAST_HOLE = 2;

  private DataColumns() {}

  static List<Column<DataRow>> all() {
    return List.of(
        Column.<DataRow>words(
                "instrument", "Instrument", 190, row -> row.series().instrument().toString())
            .styled(row -> List.of("name")),
        Column.<DataRow>words("what", "What", 64, row -> row.series().what()),
        Column.<DataRow>words("bars", "Bars", 48, DataRow::bars)
            .ordered(
                Comparator.comparing(
                    row -> row.series().timeframe().map(Timeframe::millis).orElse(0L))),
        count("rows", "Rows", row -> row.series().rows()),
        time("first", "First, UTC", row -> row.series().firstMillis()),
        time("last", "Last, UTC", row -> row.series().lastMillis()),
        Column.<DataRow>number(
                "gaps",
                "Gaps",
                48,
                row -> Optional.of(BigDecimal.valueOf(row.series().gaps())),
                value -> value.signum() == 0 ? "none" : Numbers.fixed(value, 0))
            .styled(row -> List.of(row.series().gaps() > 0 ? "warning" : "faint")),
        Column.drawn(
            "coverage",
            "Coverage",
            220,
            DataColumns::coverage,
            Comparator.comparing(row -> row.series().lastMillis() - row.series().firstMillis())),
        Column.<DataRow>number(
                "bytes",
                "Size",
                72,
                row -> Optional.of(BigDecimal.valueOf(row.held().bytes())),
                DataRow::size)
            .styled(row -> List.of("soft")),
        Column.<DataRow>words("source", "Source", 200, row -> row.series().source())
            .styled(row -> List.of("faint")));
  }

  private static Column<DataRow> count(
      String key, String title, java.util.function.ToLongFunction<DataRow> of) {
    return Column.number(
        key,
        title,
        76,
        row -> Optional.of(BigDecimal.valueOf(of.applyAsLong(row))),
        value -> Numbers.count(value.longValue()));
  }

  private static Column<DataRow> time(
      String key, String title, java.util.function.ToLongFunction<DataRow> of) {
    return Column.<DataRow>words(
            key, title, 124, row -> Times.minute(of.applyAsLong(row), java.time.ZoneOffset.UTC))
        .exported(row -> Instant.ofEpochMilli(of.applyAsLong(row)).toString())
        .ordered(Comparator.comparingLong(of))
        .styled(row -> List.of("number"));
  }

  /** What is there on the time axis that all rows share; holes in amber. */
  private static void coverage(
      GraphicsContext graphics, double width, double height, DataRow row, Tokens tokens) {
    double span = Math.max(1, row.axisTo() - row.axisFrom());
    double top = Math.floor(height / 2) - 4;
    graphics.setFill(tokens.color("surface-input"));
    graphics.fillRect(0, top, width, 8);
    List<Stretch> stretches = row.held().stretches();
    double from = (stretches.getFirst().fromMillis() - row.axisFrom()) / span * width;
    double to = (stretches.getLast().toMillis() - row.axisFrom()) / span * width;
    graphics.setFill(tokens.color("text-faint"));
    graphics.fillRect(from, top, Math.max(2, to - from), 8);
    graphics.setFill(tokens.color("warning"));
    for (int i = 1; i < stretches.size(); i++) {
      double left = (stretches.get(i - 1).toMillis() - row.axisFrom()) / span * width;
      double right = (stretches.get(i).fromMillis() - row.axisFrom()) / span * width;
      graphics.fillRect(left, top, Math.max(LEAST_HOLE, right - left), 8);
    }
  }
}
