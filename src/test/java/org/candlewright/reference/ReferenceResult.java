package org.candlewright.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows of a reference run, named as the files of a run name them. Money in quote. */
record ReferenceResult(
    BigDecimal capital,
    List<TradeRow> trades,
    List<FillRow> fills,
    List<SettlementRow> settlements,
    List<DayRow> days,
    List<EquityRow> equity,
    List<String> refusals,
    List<String> warnings) {

  /** The second leg of a pair. */
  record LegRow(
      String symbol,
      String side,
      BigDecimal quantity,
      BigDecimal entryPrice,
      BigDecimal exitPrice) {}

  /** One row of trades.csv; times are epoch milliseconds. */
  record TradeRow(
      int id,
      String symbol,
      String side,
      BigDecimal quantity,
      long entryTime,
      BigDecimal entryPrice,
      String entryReason,
      long exitTime,
      BigDecimal exitPrice,
      String exitReason,
      BigDecimal entryFee,
      BigDecimal exitFee,
      BigDecimal funding,
      int payments,
      BigDecimal slippage,
      BigDecimal edge,
      BigDecimal net,
      BigDecimal holdingHours,
      Optional<BigDecimal> annualized,
      int holdingPeriods,
      BigDecimal entryReference,
      BigDecimal exitReference,
      BigDecimal positionBefore,
      BigDecimal positionAfter,
      BigDecimal equityBefore,
      BigDecimal equityAfter,
      Optional<LegRow> legB) {}

  /** One row of fills.csv. */
  record FillRow(
      int id,
      int order,
      int trade,
      long time,
      String symbol,
      String side,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal reference,
      BigDecimal mid,
      BigDecimal fee,
      String feeCurrency,
      String reason) {}

  /** One row of settlements.csv; quantity signed, amount positive when received. */
  record SettlementRow(
      long time,
      String symbol,
      int trade,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal rate,
      BigDecimal amount,
      String mark) {}

  /** One row of daily.csv; day is the epoch millisecond of its midnight. */
  record DayRow(
      long day,
      BigDecimal edge,
      BigDecimal funding,
      BigDecimal fees,
      BigDecimal slippage,
      BigDecimal change,
      BigDecimal equity) {}

  /** One row of equity.csv. */
  record EquityRow(long time, BigDecimal equity, BigDecimal drawdown) {}

  BigDecimal netProfit() {
    return sum(trades, TradeRow::net);
  }

  BigDecimal fees() {
    return sum(trades, TradeRow::entryFee).add(sum(trades, TradeRow::exitFee));
  }

  BigDecimal funding() {
    return sum(trades, TradeRow::funding);
  }

  BigDecimal slippage() {
    return sum(trades, TradeRow::slippage);
  }

  BigDecimal edge() {
    return sum(trades, TradeRow::edge);
  }

  BigDecimal finalEquity() {
    return equity.getLast().equity();
  }

  static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> field) {
    return rows.stream().map(field).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, 12, RoundingMode.HALF_EVEN);
  }

  /** Writes the rows as files of a run for reading by eye. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (ReferenceColumns.File<?> file : ReferenceColumns.files(this)) {
      file.write(folder);
    }
    Files.write(folder.resolve("refusals.txt"), refusals);
    Files.write(folder.resolve("warnings.txt"), new ArrayList<>(warnings));
  }

  static String day(long time) {
    return Instant.ofEpochMilli(time).toString().substring(0, 10);
  }
}
