package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.export.RunReport;
import org.candlewright.export.RunReport.TradeRow;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;
import org.candlewright.ui.table.Column;

/** Columns of the trade list. */
final class TradeColumns {
  private TradeColumns() {}

  /**
   * @param currency of all money
   * @param zone of the times shown; files have UTC
   * @param report the run shown now, for the decimals of its instruments
   */
  static List<Column<TradeRow>> of(
      String currency, ZoneId zone, java.util.function.Supplier<Optional<RunReport>> report) {
    String money = currency.toLowerCase(Locale.ROOT);
    int cents = Numbers.moneyDecimals(currency);
    Function<TradeRow, Integer> decimals =
        trade -> report.get().map(each -> each.priceDecimals(trade.symbol())).orElse(2);
    return List.of(
        Column.number(
            "trade_id",
            "Trade",
            48,
            trade -> Optional.of(BigDecimal.valueOf(trade.id())),
            value -> Numbers.fixed(value, 0)),
        Column.<TradeRow>words("symbol", "Instrument", 100, TradeColumns::symbol)
            .exported(TradeRow::symbol)
            .styled(trade -> List.of("name")),
        Column.<TradeRow>words("side", "Side", 64, trade -> trade.isLong() ? "▲ long" : "▼ short")
            .exported(trade -> trade.isLong() ? "long" : "short")
            .styled(trade -> List.of(trade.isLong() ? "long" : "short")),
        Column.number(
            "quantity", "Quantity", 84, trade -> Optional.of(trade.quantity()), Numbers::exact),
        time("entry_time", "Entry", zone, TradeRow::entryMillis),
        price("entry_price", "Entry price", decimals, TradeRow::entryPrice),
        time("exit_time", "Exit", zone, TradeRow::exitMillis),
        price("exit_price", "Exit price", decimals, TradeRow::exitPrice),
        Column.<TradeRow>words(
                "exit_reason", "Exit reason", 116, trade -> words(trade.exitReason()))
            .exported(TradeRow::exitReason)
            .styled(trade -> List.of("soft")),
        Column.<TradeRow>words(
                "holding_hours", "Held", 52, trade -> Times.duration(trade.hours().doubleValue()))
            .exported(trade -> trade.hours().toPlainString())
            .ordered(Comparator.comparing(TradeRow::hours)),
        amount("funding_" + money, "Funding", 72, cents, TradeRow::funding, true),
        amount("fees_" + money, "Fees", 68, cents, trade -> trade.fees().negate(), false),
        amount(
            "slippage_" + money, "Slippage", 72, cents, trade -> trade.slippage().negate(), false),
        amount("net_pnl_" + money, "Net P&L, " + currency, 100, cents, TradeRow::net, true));
  }

  private static String symbol(TradeRow trade) {
    return trade.symbol().substring(trade.symbol().indexOf(':') + 1);
  }

  private static String words(String reason) {
    return reason.replace('_', ' ');
  }

  private static Column<TradeRow> time(
      String key, String title, ZoneId zone, Function<TradeRow, Long> millis) {
    return new Column<TradeRow>(
        key,
        title,
        false,
        136,
        trade -> Times.minute(millis.apply(trade), zone),
        trade -> List.of("soft"),
        trade -> Instant.ofEpochMilli(millis.apply(trade)).toString(),
        Comparator.comparing(millis),
        Optional.empty());
  }

  private static Column<TradeRow> price(
      String key,
      String title,
      Function<TradeRow, Integer> decimals,
      Function<TradeRow, BigDecimal> price) {
    return new Column<TradeRow>(
        key,
        title,
        false,
        88,
        trade -> Numbers.fixed(price.apply(trade), decimals.apply(trade)),
        trade -> List.of(),
        trade -> price.apply(trade).toPlainString(),
        Comparator.comparing(price),
        Optional.empty());
  }

  private static Column<TradeRow> amount(
      String key,
      String title,
      double width,
      int decimals,
      Function<TradeRow, BigDecimal> value,
      boolean judged) {
    Function<TradeRow, Optional<BigDecimal>> given = trade -> Optional.of(value.apply(trade));
    Column<TradeRow> column =
        Column.number(key, title, width, given, amount -> Numbers.change(amount, decimals));
    return judged ? column.judged(given) : column.styled(trade -> List.of("soft"));
  }
}
