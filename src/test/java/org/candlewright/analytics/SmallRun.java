package org.candlewright.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.DayRow;

/** A run made up for a test: whole money, midnight equity, trades by day. Begins 2021-01-01. */
final class SmallRun {
  static final long START = 1_609_459_200_000L;
  static final long DAY = 86_400_000L;
  private static final long UNIT = 100_000_000L;

  private final long capital;
  private final List<long[]> trades = new ArrayList<>();
  private final List<DayRow> days = new ArrayList<>();

  private SmallRun(long capital) {
    this.capital = capital * UNIT;
  }

  static SmallRun withCapital(long capital) {
    return new SmallRun(capital);
  }

  /** Equity at the following midnights. */
  SmallRun equity(double... midnights) {
    for (double midnight : midnights) {
      long before = days.isEmpty() ? capital : days.getLast().equity();
      long now = Math.round(midnight * UNIT);
      days.add(new DayRow(START + days.size() * DAY, now - before, 0, 0, 0, now - before, now));
    }
    return this;
  }

  /** A closed trade of cost 1,000: direction, day of entry, day of exit, net profit. */
  SmallRun trade(int direction, double entryDay, double exitDay, double net) {
    trades.add(
        new long[] {
          direction,
          START + Math.round(entryDay * DAY),
          START + Math.round(exitDay * DAY),
          Math.round(net * UNIT)
        });
    return this;
  }

  RunView view() {
    TradeTable.Builder table = new TradeTable.Builder(trades.size(), new OneSignal());
    for (long[] trade : trades) {
      table
          .trade(trades.indexOf(trade) + 1, (int) trade[0], 0, 24, 1_000)
          .times(trade[1], trade[2])
          .capital(1_000 * UNIT, 1_000 * UNIT, 100 * UNIT)
          .result(trade[3], 0, 0, 0, 0)
          .excursion(new Excursion(Math.max(0, trade[3]), Math.max(0, -trade[3]), trade[3]), false);
    }
    long peak = capital;
    long fall = 0;
    long from = capital;
    for (DayRow day : days) {
      peak = Math.max(peak, day.equity());
      if ((double) (peak - day.equity()) / peak > (double) fall / from) {
        fall = peak - day.equity();
        from = peak;
      }
    }
    long end = START + Math.max(1, days.size()) * DAY;
    EquityCurve curve = EquityCurve.daily(capital, START, days, end);
    return new RunView(
        8,
        new RunView.Account(
            capital, days.isEmpty() ? capital : days.getLast().equity(), fall, from),
        new RunView.Clock(START, end, end - START, 3_600_000, 24L * days.size(), 0),
        table.build(),
        0,
        curve,
        new Benchmark(BigDecimal.ZERO, new double[curve.size() - 1]),
        new BigDecimal("0.001"));
  }

  MetricTable metrics() {
    return MetricCatalogue.of(view());
  }

  private static final class OneSignal implements TradeLabels {
    @Override
    public String symbol(int tradeId) {
      return "bybit:BTCUSDT.P";
    }

    @Override
    public String signal(int tradeId) {
      return "signal";
    }

    @Override
    public String regime(int tradeId) {
      return "none";
    }

    @Override
    public String tier(int tradeId) {
      return "mega";
    }

    @Override
    public String liquidity(int tradeId) {
      return "taker";
    }
  }
}
