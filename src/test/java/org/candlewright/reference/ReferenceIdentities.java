package org.candlewright.reference;

import static org.candlewright.reference.ReferenceFile.number;
import static org.candlewright.reference.ReferenceFile.text;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.candlewright.reference.ReferenceMarket.Series;

/** Identities that hold within the files of a run; prices against the bars they were made of. */
final class ReferenceIdentities {
  private final ReferenceOptions options;
  private final ReferencePrice prices;
  private final Map<String, Series> instruments = new HashMap<>();
  private final ReferenceFile trades;
  private final ReferenceFile fills;
  private final ReferenceFile settlements;
  private final ReferenceFile daily;
  private final ReferenceFile equity;
  private final ReferenceFile ledger;
  private final Path folder;
  private final List<String> broken = new ArrayList<>();

  ReferenceIdentities(Path folder, ReferenceOptions options, List<Series> series) {
    this.folder = folder;
    this.options = options;
    this.prices = new ReferencePrice(options);
    series.forEach(each -> instruments.put(each.id, each));
    this.trades = ReferenceFile.read(folder, "trades.csv");
    this.fills = ReferenceFile.read(folder, "fills.csv");
    this.settlements = ReferenceFile.read(folder, "settlements.csv");
    this.daily = ReferenceFile.read(folder, "daily.csv");
    this.equity = ReferenceFile.read(folder, "equity.csv");
    this.ledger =
        folder.resolve("ledger.csv").toFile().exists()
            ? ReferenceFile.read(folder, "ledger.csv")
            : new ReferenceFile("ledger.csv", List.of(), List.of());
  }

  List<String> check() {
    broken.clear();
    if (!folder.resolve("run.json").toFile().exists()) {
      broken.add("run.json is missing");
    }
    trades.rows().forEach(this::checkTrade);
    checkDays();
    checkLedger();
    checkEquity();
    checkFundingOfTrades();
    checkPrices();
    return List.copyOf(broken);
  }

  private void checkTrade(Map<String, String> trade) {
    String place = "trades.csv: trade " + text(trade, "trade_id") + ": ";
    BigDecimal net =
        number(trade, "edge")
            .add(number(trade, "total_funding"))
            .subtract(number(trade, "entry_fee"))
            .subtract(number(trade, "exit_fee"))
            .subtract(number(trade, "slippage"));
    equal(place + "net_pnl", number(trade, "net_pnl"), net);
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal slippage = BigDecimal.ZERO;
    BigDecimal edge = BigDecimal.ZERO;
    Map<String, BigDecimal> moved = new LinkedHashMap<>();
    for (Map<String, String> fill : fills.rows()) {
      if (!text(fill, "trade_id").equals(text(trade, "trade_id"))) {
        continue;
      }
      BigDecimal signed = signed(fill, held(fill));
      fees = fees.add(number(fill, "fee"));
      edge = edge.subtract(signed.multiply(number(fill, "reference")));
      slippage =
          slippage.add(signed.multiply(number(fill, "price").subtract(number(fill, "reference"))));
      moved.merge(text(fill, "symbol"), signed, BigDecimal::add);
    }
    moved.forEach(
        (symbol, sum) -> equal(place + symbol + " bought less sold", sum, BigDecimal.ZERO));
    equal(
        place + "fees of its fills",
        number(trade, "entry_fee").add(number(trade, "exit_fee")),
        fees);
    equal(place + "slippage of its fills", number(trade, "slippage"), slippage);
    equal(place + "edge of its fills", number(trade, "edge"), edge);
  }

  /** What a fill leaves in the trade: a pair's purchase is what its sale sells, a single's lots. */
  private BigDecimal held(Map<String, String> fill) {
    BigDecimal quantity = number(fill, "quantity");
    Series series = series(fill);
    boolean inCoin =
        series.buyerPaysInCoin()
            && text(fill, "side").equalsIgnoreCase("buy")
            && options.spotTaker().signum() != 0;
    if (!inCoin) {
      return quantity;
    }
    BigDecimal fee =
        quantity.multiply(options.spotTaker()).setScale(12, java.math.RoundingMode.HALF_EVEN);
    BigDecimal lot =
        trades.rows().stream()
            .filter(trade -> text(trade, "trade_id").equals(text(fill, "trade_id")))
            .filter(trade -> !text(trade, "leg_b_symbol").isEmpty())
            .map(
                trade ->
                    series.lot.max(
                        Objects.requireNonNull(instruments.get(text(trade, "symbol"))).lot))
            .findFirst()
            .orElse(series.lot);
    return ReferenceExchange.floor(quantity.subtract(fee), lot);
  }

  private void checkDays() {
    BigDecimal before = options.capital();
    for (Map<String, String> day : daily.rows()) {
      String place = "daily.csv: " + text(day, "day") + ": ";
      BigDecimal change =
          number(day, "edge")
              .add(number(day, "funding"))
              .subtract(number(day, "fees"))
              .subtract(number(day, "slippage"));
      equal(place + "change", number(day, "change"), change);
      equal(place + "equity", number(day, "equity"), before.add(change));
      before = number(day, "equity");
    }
  }

  private void checkLedger() {
    if (ledger.rows().isEmpty() && !fills.rows().isEmpty()) {
      broken.add("ledger.csv is missing or empty");
    }
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal funding = BigDecimal.ZERO;
    for (Map<String, String> row : ledger.rows()) {
      BigDecimal amount = number(row, "amount");
      sums.merge(text(row, "entry") + " " + text(row, "currency"), amount, BigDecimal::add);
      boolean quote = text(row, "currency").equals("USDT");
      if (quote && text(row, "account").equals("fees")) {
        fees = fees.add(amount);
      }
      if (quote && text(row, "account").equals("funding")) {
        funding = funding.add(amount);
      }
    }
    sums.forEach((entry, sum) -> equal("ledger.csv: entry " + entry, sum, BigDecimal.ZERO));
    if (!ledger.rows().isEmpty()) {
      equal(
          "ledger.csv: |funding| against settlements.csv",
          funding.abs(),
          sum(settlements, "amount").abs());
      if (fills.rows().stream().allMatch(each -> text(each, "fee_currency").equals("USDT"))) {
        equal("ledger.csv: |fees| against fills.csv", fees.abs(), sum(fills, "fee").abs());
      }
    }
  }

  private void checkEquity() {
    BigDecimal last = number(equity.rows().getLast(), "equity");
    BigDecimal change = sum(daily, "change");
    equal(
        "equity.csv: last equity less capital against daily.csv",
        last.subtract(options.capital()),
        change);
    equal("daily.csv: fees against fills.csv", sum(daily, "fees"), sum(fills, "fee"));
    equal(
        "daily.csv: funding against settlements.csv",
        sum(daily, "funding"),
        sum(settlements, "amount"));
    BigDecimal open = openProfit();
    equal("equity.csv: last equity", last, options.capital().add(sum(trades, "net_pnl")).add(open));
    BigDecimal peak = options.capital();
    for (Map<String, String> row : equity.rows()) {
      peak = peak.max(number(row, "equity"));
      equal(
          "equity.csv: " + text(row, "time") + ": drawdown",
          number(row, "drawdown"),
          ReferenceResult.ratio(peak.subtract(number(row, "equity")), peak));
    }
  }

  /** Profit of trades without a row and of dust, from their fills and the last closes. */
  private BigDecimal openProfit() {
    List<String> closed = trades.rows().stream().map(each -> text(each, "trade_id")).toList();
    long end = Instant.parse(text(equity.rows().getLast(), "time")).toEpochMilli();
    BigDecimal profit = BigDecimal.ZERO;
    Map<Series, BigDecimal> dust = new LinkedHashMap<>();
    for (Map<String, String> fill : fills.rows()) {
      Series series = series(fill);
      BigDecimal close = series.lastClose(end).orElseThrow();
      BigDecimal price = number(fill, "price");
      BigDecimal quantity = number(fill, "quantity");
      BigDecimal held = held(fill);
      if (held.compareTo(quantity) < 0) {
        BigDecimal coin =
            quantity.multiply(options.spotTaker()).setScale(12, java.math.RoundingMode.HALF_EVEN);
        dust.merge(series, quantity.subtract(coin).subtract(held), BigDecimal::add);
        profit =
            profit.subtract(quantity.subtract(held).multiply(price).subtract(number(fill, "fee")));
      }
      if (!closed.contains(text(fill, "trade_id"))) {
        profit =
            profit
                .add(signed(fill, held).multiply(close.subtract(price)))
                .subtract(number(fill, "fee"));
      }
    }
    for (Map<String, String> row : settlements.rows()) {
      if (!closed.contains(text(row, "trade_id"))) {
        profit = profit.add(number(row, "amount"));
      }
    }
    for (Map.Entry<Series, BigDecimal> each : dust.entrySet()) {
      profit =
          profit.add(
              ReferencePrice.money(
                  each.getValue().multiply(each.getKey().lastClose(end).orElseThrow())));
    }
    return profit;
  }

  private void checkFundingOfTrades() {
    Map<String, BigDecimal> byTrade = new HashMap<>();
    for (Map<String, String> row : settlements.rows()) {
      byTrade.merge(text(row, "trade_id"), number(row, "amount"), BigDecimal::add);
      BigDecimal exact =
          number(row, "quantity")
              .negate()
              .multiply(number(row, "price"))
              .multiply(number(row, "rate"));
      equal(
          "settlements.csv: " + text(row, "time") + " " + text(row, "symbol") + ": amount",
          number(row, "amount"),
          ReferencePrice.money(exact));
    }
    for (Map<String, String> trade : trades.rows()) {
      equal(
          "trades.csv: trade " + text(trade, "trade_id") + ": total_funding",
          number(trade, "total_funding"),
          byTrade.getOrDefault(text(trade, "trade_id"), BigDecimal.ZERO));
    }
  }

  private void checkPrices() {
    Map<String, BigDecimal> filled = new HashMap<>();
    fills
        .rows()
        .forEach(
            fill ->
                filled.merge(
                    text(fill, "order_id") + text(fill, "time"),
                    number(fill, "quantity"),
                    BigDecimal::add));
    for (Map<String, String> fill : fills.rows()) {
      Series series = series(fill);
      long time = Instant.parse(text(fill, "time")).toEpochMilli();
      BigDecimal quantity =
          Objects.requireNonNull(filled.get(text(fill, "order_id") + text(fill, "time")));
      int side = text(fill, "side").equalsIgnoreCase("buy") ? 1 : -1;
      boolean atEnd = text(fill, "reason").equals("backtest_end");
      BigDecimal price =
          atEnd
              ? prices.plain(series, side, series.lastClose(time).orElseThrow())
              : series
                  .opening(time)
                  .map(bar -> prices.market(series, side, bar.first(), quantity, bar.volume()))
                  .orElse(BigDecimal.ZERO);
      String place = "fills.csv: fill " + text(fill, "fill_id") + ": ";
      equal(place + "price", number(fill, "price"), price);
      equal(
          place + "fee",
          number(fill, "fee"),
          prices.fee(series, number(fill, "quantity"), number(fill, "price")));
    }
  }

  private Series series(Map<String, String> fill) {
    Series series = instruments.get(text(fill, "symbol"));
    if (series == null) {
      throw new IllegalStateException("fills.csv: unknown symbol " + text(fill, "symbol"));
    }
    return series;
  }

  private static BigDecimal signed(Map<String, String> fill, BigDecimal quantity) {
    return text(fill, "side").equalsIgnoreCase("buy") ? quantity : quantity.negate();
  }

  private static BigDecimal sum(ReferenceFile file, String column) {
    return file.rows().stream()
        .map(row -> number(row, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void equal(String place, BigDecimal actual, BigDecimal expected) {
    if (actual.compareTo(expected) != 0) {
      broken.add(place + ": " + actual.toPlainString() + ", must be " + expected.toPlainString());
    }
  }
}
