package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.table.Column;
import org.candlewright.ui.theme.Tokens;

/** Columns of the table of instruments. */
final class InstrumentColumns {
  private InstrumentColumns() {}

  static List<Column<InstrumentLine>> of(String currency) {
    String money = currency.toLowerCase(Locale.ROOT);
    int decimals = Numbers.moneyDecimals(currency);
    return List.of(
        Column.<InstrumentLine>words("instrument", "Instrument", 100, InstrumentLine::symbol)
            .exported(InstrumentLine::name)
            .styled(line -> List.of("name")),
        Column.drawn(
            "bar", "", 56, InstrumentColumns::bar, Comparator.comparing(InstrumentLine::net)),
        change(
            "net_pnl_" + money,
            "Net P&L, " + currency,
            106,
            decimals,
            line -> line.figures().net()),
        Column.<InstrumentLine>number(
                "net_of_capital_percent",
                "Net, %",
                60,
                line -> line.shareOfCapital().map(share -> share.movePointRight(2)),
                value -> Numbers.change(value, 1))
            .judged(InstrumentLine::shareOfCapital),
        Column.number(
            "trades",
            "Trades",
            52,
            line -> Optional.of(BigDecimal.valueOf(line.figures().trades())),
            value -> Numbers.fixed(value, 0)),
        Column.number(
            "won_percent",
            "Won, %",
            60,
            line -> line.figures().winRate().number().map(rate -> rate.movePointRight(2)),
            value -> Numbers.fixed(value, 1)),
        Column.number(
            "profit_factor",
            "P. factor",
            68,
            line -> line.figures().profitFactor().number(),
            value -> Numbers.fixed(value, 2)),
        change("funding_" + money, "Funding", 74, decimals, line -> line.figures().funding()),
        cost("fees_" + money, "Fees", 74, decimals, line -> line.figures().fees()),
        cost("slippage_" + money, "Slippage", 74, decimals, line -> line.figures().slippage()),
        Column.drawn(
            "path",
            "By trade",
            96,
            InstrumentColumns::sparkline,
            Comparator.comparing(InstrumentLine::net)));
  }

  private static Column<InstrumentLine> change(
      String key, String title, double width, int decimals, Function<InstrumentLine, Long> units) {
    Function<InstrumentLine, Optional<BigDecimal>> value =
        line -> Optional.of(line.report().money(units.apply(line)));
    return Column.number(key, title, width, value, amount -> Numbers.change(amount, decimals))
        .judged(value);
  }

  /** What it cost, as a neutral negative amount. */
  private static Column<InstrumentLine> cost(
      String key, String title, double width, int decimals, Function<InstrumentLine, Long> units) {
    return Column.<InstrumentLine>number(
            key,
            title,
            width,
            line -> Optional.of(line.report().money(-units.apply(line))),
            amount -> Numbers.change(amount, decimals))
        .styled(line -> List.of("soft"));
  }

  /** Net profit as a bar from the middle, to the scale of the largest in the run. */
  private static void bar(
      GraphicsContext graphics, double width, double height, InstrumentLine line, Tokens tokens) {
    if (line.total()) {
      return;
    }
    double largest = line.largest();
    double middle = Math.round(width / 2);
    double length =
        largest == 0
            ? 0
            : Math.max(1, Math.round(middle * Math.abs(line.figures().net()) / largest));
    boolean gain = line.figures().net() >= 0;
    graphics.setFill(tokens.color("border-control"));
    graphics.fillRect(middle, 4, 1, height - 8);
    graphics.setFill(tokens.color(gain ? "gain" : "loss"));
    graphics.fillRect(gain ? middle + 1 : middle - length, 8, length, height - 15);
  }

  private static void sparkline(
      GraphicsContext graphics, double width, double height, InstrumentLine line, Tokens tokens) {
    double[] path = line.path();
    if (path.length < 2) {
      return;
    }
    double low = 0;
    double high = 0;
    for (double value : path) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double span = high - low == 0 ? 1 : high - low;
    double room = height - 8;
    double zero = 4 + room * (high / span);
    graphics.setStroke(tokens.color("border-control"));
    graphics.setLineWidth(1);
    graphics.setLineDashes(2, 2);
    graphics.strokeLine(0, Math.round(zero) + 0.5, width, Math.round(zero) + 0.5);
    graphics.setLineDashes();
    graphics.setStroke(
        tokens.color(line.total() ? "text-soft" : line.figures().net() >= 0 ? "gain" : "loss"));
    graphics.setLineWidth(1.2);
    graphics.beginPath();
    for (int i = 0; i < path.length; i++) {
      double x = 1 + (width - 2) * i / (path.length - 1);
      double y = 4 + room * (high - path[i]) / span;
      if (i == 0) {
        graphics.moveTo(x, y);
      } else {
        graphics.lineTo(x, y);
      }
    }
    graphics.stroke();
  }
}
