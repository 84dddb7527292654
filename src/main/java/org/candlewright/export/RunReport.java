package org.candlewright.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.analytics.Breakdown;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Period;

/**
 * What the files of a run say, for those who show it. A run just made and one stored long ago are
 * read the same way.
 *
 * @param instruments as traded, in the run's order; of pairs the first legs
 * @param metrics by name, in their order
 * @param periods months, then years; empty for a run stored before there were any
 */
public record RunReport(
    String runId,
    String name,
    String strategy,
    List<String> instruments,
    String timeframe,
    Period period,
    BigDecimal capital,
    String currency,
    boolean simulated,
    List<Cost> costs,
    Map<String, Metric> metrics,
    List<TradeRow> trades,
    List<PeriodRow> periods,
    Equity equity) {

  /**
   * A metric as {@code metrics.json} has it: three numbers, or why there is none, and what they
   * are.
   *
   * @param unit such as {@code money}, {@code fraction}, {@code count}
   * @param undefined why a number is missing, of all trades; empty if none is
   */
  public record Metric(
      String name,
      String label,
      String group,
      String unit,
      String formula,
      Optional<BigDecimal> all,
      Optional<BigDecimal> longSide,
      Optional<BigDecimal> shortSide,
      String undefined) {}

  /** Rules and costs in force for one instrument of the engine; rates are fractions. */
  public record Cost(
      String instrument,
      BigDecimal tick,
      BigDecimal lot,
      String schedule,
      BigDecimal maker,
      BigDecimal taker,
      String tier,
      String tierSource,
      BigDecimal halfSpreadBps,
      BigDecimal slippageBps) {}

  /** A row of {@code trades.csv}; money in the account's currency, positive funding received. */
  public record TradeRow(
      int id,
      String symbol,
      boolean isLong,
      BigDecimal quantity,
      long entryMillis,
      BigDecimal entryPrice,
      String entryReason,
      long exitMillis,
      BigDecimal exitPrice,
      String exitReason,
      BigDecimal fees,
      BigDecimal funding,
      BigDecimal slippage,
      BigDecimal edge,
      BigDecimal net,
      BigDecimal hours,
      Optional<String> secondLeg) {}

  /**
   * A month or year of {@code periods.csv}.
   *
   * @param period {@code 2021-03} or {@code 2021}, UTC
   * @param days of the run in it
   * @param rateOfReturn fraction of the equity when it began; empty if that was zero or below
   */
  public record PeriodRow(String period, int days, Optional<BigDecimal> rateOfReturn) {}

  /**
   * Columns of {@code equity.csv}.
   *
   * @param drawdown fraction below the highest equity so far, positive
   */
  @SuppressWarnings("ArrayRecordComponent") // columns, shared and not written to
  public record Equity(long[] timeMillis, double[] equity, double[] drawdown) {}

  /** A metric's number of all trades; empty if it is not defined or not known. */
  public Optional<BigDecimal> figure(String metric) {
    return Optional.ofNullable(metrics.get(metric)).flatMap(Metric::all);
  }

  /** Decimals of an instrument's prices. */
  public int priceDecimals(String instrument) {
    return costs.stream()
        .filter(cost -> cost.instrument().equals(instrument))
        .map(cost -> Math.max(0, cost.tick().stripTrailingZeros().scale()))
        .findFirst()
        .orElse(2);
  }

  /** Figures of the trades in one instrument. */
  public Breakdown.Row figuresOf(String instrument) {
    return figures(
        instrument, trades.stream().filter(trade -> trade.symbol().equals(instrument)).toList());
  }

  /** Figures of all trades. */
  public Breakdown.Row figuresOfAll() {
    return figures("all", trades);
  }

  private Breakdown.Row figures(String key, List<TradeRow> rows) {
    Breakdown.Row figures = Breakdown.Row.none(key);
    for (TradeRow trade : rows) {
      figures =
          figures.plus(
              units(trade.net()),
              units(trade.fees()),
              units(trade.funding()),
              units(trade.slippage()));
    }
    return figures;
  }

  private long units(BigDecimal money) {
    return Exact.scaled(money, Currency.digits(currency));
  }

  /** An amount of the account's currency from money units. */
  public BigDecimal money(long units) {
    return Exact.decimal(units, Currency.digits(currency));
  }
}
