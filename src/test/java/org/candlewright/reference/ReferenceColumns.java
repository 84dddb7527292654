package org.candlewright.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.reference.ReferenceResult.DayRow;
import org.candlewright.reference.ReferenceResult.EquityRow;
import org.candlewright.reference.ReferenceResult.FillRow;
import org.candlewright.reference.ReferenceResult.LegRow;
import org.candlewright.reference.ReferenceResult.SettlementRow;
import org.candlewright.reference.ReferenceResult.TradeRow;

/** Column names of the files of a run and what the reference puts into them. */
final class ReferenceColumns {
  private ReferenceColumns() {}

  /** A file's rows and columns; a column gives a number, a time as Instant, a text or nothing. */
  record File<T>(String name, List<T> rows, Map<String, Function<T, Object>> columns) {
    void write(Path folder) throws IOException {
      List<String> lines = new ArrayList<>();
      lines.add(String.join(",", columns.keySet()));
      for (T row : rows) {
        lines.add(
            String.join(
                ",", columns.values().stream().map(each -> text(each.apply(row))).toList()));
      }
      Files.write(folder.resolve(name), lines);
    }

    /** The rows as texts by column. */
    List<Map<String, String>> texts() {
      List<Map<String, String>> result = new ArrayList<>();
      for (T row : rows) {
        Map<String, String> texts = new LinkedHashMap<>();
        columns.forEach((column, value) -> texts.put(column, text(value.apply(row))));
        result.add(texts);
      }
      return result;
    }
  }

  static List<File<?>> files(ReferenceResult result) {
    return List.of(
        trades(result), fills(result), settlements(result), daily(result), equity(result));
  }

  private static File<TradeRow> trades(ReferenceResult result) {
    Map<String, Function<TradeRow, Object>> c = new LinkedHashMap<>();
    c.put("trade_id", TradeRow::id);
    c.put("symbol", TradeRow::symbol);
    c.put("side", TradeRow::side);
    c.put("quantity", TradeRow::quantity);
    c.put("entry_time", row -> Instant.ofEpochMilli(row.entryTime()));
    c.put("entry_price", TradeRow::entryPrice);
    c.put("entry_reason", TradeRow::entryReason);
    c.put("exit_time", row -> Instant.ofEpochMilli(row.exitTime()));
    c.put("exit_price", TradeRow::exitPrice);
    c.put("exit_reason", TradeRow::exitReason);
    c.put("entry_fee", TradeRow::entryFee);
    c.put("exit_fee", TradeRow::exitFee);
    c.put("total_funding", TradeRow::funding);
    c.put("funding_payments_count", TradeRow::payments);
    c.put("slippage", TradeRow::slippage);
    c.put("edge", TradeRow::edge);
    c.put("net_pnl", TradeRow::net);
    c.put("holding_hours", TradeRow::holdingHours);
    c.put("annualized_return", TradeRow::annualized);
    c.put("holding_periods", TradeRow::holdingPeriods);
    c.put("entry_reference", TradeRow::entryReference);
    c.put("exit_reference", TradeRow::exitReference);
    c.put("maker_share", row -> 0);
    c.put("position_before", TradeRow::positionBefore);
    c.put("position_after", TradeRow::positionAfter);
    c.put("equity_before", TradeRow::equityBefore);
    c.put("equity_after", TradeRow::equityAfter);
    c.put("leg_b_symbol", row -> row.legB().map(LegRow::symbol));
    c.put("leg_b_side", row -> row.legB().map(LegRow::side));
    c.put("leg_b_quantity", row -> row.legB().map(LegRow::quantity));
    c.put("leg_b_entry_price", row -> row.legB().map(LegRow::entryPrice));
    c.put("leg_b_exit_price", row -> row.legB().map(LegRow::exitPrice));
    return new File<>("trades.csv", result.trades(), c);
  }

  private static File<FillRow> fills(ReferenceResult result) {
    Map<String, Function<FillRow, Object>> c = new LinkedHashMap<>();
    c.put("fill_id", FillRow::id);
    c.put("order_id", FillRow::order);
    c.put("trade_id", FillRow::trade);
    c.put("time", row -> Instant.ofEpochMilli(row.time()));
    c.put("symbol", FillRow::symbol);
    c.put("side", FillRow::side);
    c.put("quantity", FillRow::quantity);
    c.put("price", FillRow::price);
    c.put("reference", FillRow::reference);
    c.put("mid", FillRow::mid);
    c.put("liquidity", row -> "taker");
    c.put("fee", FillRow::fee);
    c.put("fee_currency", FillRow::feeCurrency);
    c.put("reason", FillRow::reason);
    return new File<>("fills.csv", result.fills(), c);
  }

  private static File<SettlementRow> settlements(ReferenceResult result) {
    Map<String, Function<SettlementRow, Object>> c = new LinkedHashMap<>();
    c.put("time", row -> Instant.ofEpochMilli(row.time()));
    c.put("symbol", SettlementRow::symbol);
    c.put("trade_id", SettlementRow::trade);
    c.put("quantity", SettlementRow::quantity);
    c.put("price", SettlementRow::price);
    c.put("rate", SettlementRow::rate);
    c.put("amount", SettlementRow::amount);
    c.put("mark", SettlementRow::mark);
    return new File<>("settlements.csv", result.settlements(), c);
  }

  private static File<DayRow> daily(ReferenceResult result) {
    Map<String, Function<DayRow, Object>> c = new LinkedHashMap<>();
    c.put("day", row -> ReferenceResult.day(row.day()));
    c.put("edge", DayRow::edge);
    c.put("funding", DayRow::funding);
    c.put("fees", DayRow::fees);
    c.put("slippage", DayRow::slippage);
    c.put("change", DayRow::change);
    c.put("equity", DayRow::equity);
    return new File<>("daily.csv", result.days(), c);
  }

  private static File<EquityRow> equity(ReferenceResult result) {
    Map<String, Function<EquityRow, Object>> c = new LinkedHashMap<>();
    c.put("time", row -> Instant.ofEpochMilli(row.time()));
    c.put("equity", EquityRow::equity);
    c.put("drawdown", EquityRow::drawdown);
    return new File<>("equity.csv", result.equity(), c);
  }

  private static String text(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.map(ReferenceColumns::text).orElse("");
      case BigDecimal number ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}
