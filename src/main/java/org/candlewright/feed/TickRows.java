package org.candlewright.feed;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.QuoteHistory;
import org.candlewright.market.Timeframe;

/** Trades and quotes of one file, in its order. */
final class TickRows {
  static final Timeframe SECOND = new Timeframe(1_000);
  private static final int MOST_DIGITS = 12;

  record Trade(long millis, BigDecimal price, BigDecimal quantity, long line) {}

  record Quote(
      long millis,
      BigDecimal bid,
      BigDecimal bidSize,
      BigDecimal ask,
      BigDecimal askSize,
      long line) {}

  private final Path file;
  final List<Trade> trades = new ArrayList<>();
  final List<Quote> quotes = new ArrayList<>();
  final List<ImportReport.Oddity> oddities = new ArrayList<>();
  long rows;
  long duplicates;

  TickRows(Path file) {
    this.file = file;
  }

  InputException error(long line, String field, String problem, String remedy) {
    return new InputException(file + ":" + line + ": " + field + ": " + problem, remedy);
  }

  void add(Trade trade) {
    requirePositive(trade.line(), "price", trade.price());
    requirePositive(trade.line(), "quantity", trade.quantity());
    requireOrder(trade.line(), trades.isEmpty() ? 0 : trades.getLast().millis(), trade.millis());
    trades.add(trade);
  }

  /** A crossed book is a moment between two messages: noted and left out. */
  void add(Quote quote) {
    requirePositive(quote.line(), "bid", quote.bid());
    requirePositive(quote.line(), "ask", quote.ask());
    if (quote.bid().compareTo(quote.ask()) >= 0) {
      oddities.add(
          new ImportReport.Oddity(quote.line(), "crossed", "bid at or above the ask; left out"));
      return;
    }
    requireOrder(quote.line(), quotes.isEmpty() ? 0 : quotes.getLast().millis(), quote.millis());
    if (!quotes.isEmpty() && quotes.getLast().millis() == quote.millis()) {
      quotes.removeLast();
      duplicates++;
    }
    quotes.add(quote);
  }

  private void requirePositive(long line, String field, BigDecimal value) {
    if (value.signum() <= 0) {
      throw error(
          line, field, value.toPlainString() + " is not above zero", "Mend or remove the line");
    }
  }

  private void requireOrder(long line, long before, long millis) {
    if (millis < before) {
      throw error(line, "time", "earlier than the line before", "Sort the file by time");
    }
  }

  Optional<BigDecimal> lastDigit() {
    int scale = Integer.MIN_VALUE;
    for (Trade each : trades) {
      scale = Math.max(scale, each.price().stripTrailingZeros().scale());
    }
    for (Quote each : quotes) {
      scale = Math.max(scale, each.bid().stripTrailingZeros().scale());
      scale = Math.max(scale, each.ask().stripTrailingZeros().scale());
    }
    return scale == Integer.MIN_VALUE
        ? Optional.empty()
        : Optional.of(BigDecimal.ONE.movePointLeft(Math.max(0, scale)));
  }

  private static int digits(int before, BigDecimal size) {
    return Math.min(MOST_DIGITS, Math.max(before, size.stripTrailingZeros().scale()));
  }

  private long ticks(long line, BigDecimal price, BigDecimal tick) {
    BigDecimal[] parts = price.divideAndRemainder(tick);
    if (parts[1].signum() != 0) {
      throw error(
          line,
          "price",
          price.toPlainString() + " is off the tick " + tick.toPlainString(),
          "Give the instrument's tick with --tick");
    }
    return parts[0].longValueExact();
  }

  QuoteHistory history(BigDecimal tick) {
    int digits = 0;
    for (Quote each : quotes) {
      digits = digits(digits(digits, each.bidSize()), each.askSize());
    }
    long[][] columns = new long[5][quotes.size()];
    for (int i = 0; i < quotes.size(); i++) {
      Quote each = quotes.get(i);
      columns[0][i] = each.millis();
      columns[1][i] = ticks(each.line(), each.bid(), tick);
      columns[2][i] = ticks(each.line(), each.ask(), tick);
      columns[3][i] = Exact.scaled(each.bidSize(), digits);
      columns[4][i] = Exact.scaled(each.askSize(), digits);
    }
    return new QuoteHistory(
        tick, digits, columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  /** The trades as bars of a second. */
  BarSeries seconds(InstrumentId id, BigDecimal tick) {
    int digits = 0;
    for (Trade each : trades) {
      digits = digits(digits, each.quantity());
    }
    long[][] columns = new long[6][trades.size()];
    int bar = -1;
    for (Trade each : trades) {
      long price = ticks(each.line(), each.price(), tick);
      long open = SECOND.floor(each.millis());
      if (bar < 0 || columns[0][bar] != open) {
        bar++;
        columns[0][bar] = open;
        columns[1][bar] = price;
        columns[2][bar] = price;
        columns[3][bar] = price;
      }
      columns[2][bar] = Math.max(columns[2][bar], price);
      columns[3][bar] = Math.min(columns[3][bar], price);
      columns[4][bar] = price;
      columns[5][bar] += Exact.scaled(each.quantity(), digits);
    }
    int size = bar + 1;
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], size);
    }
    return new BarSeries(
        id,
        SECOND,
        tick,
        digits,
        false,
        size,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}
