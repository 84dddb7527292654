package org.candlewright.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.engine.DayRow;
import org.candlewright.engine.EngineSummary;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;

/**
 * Figures of a run by name; an undefined one is empty, never a stand-in. Money in the account's
 * currency, ratios as fractions with 12 decimals, half even.
 */
public record Metrics(
    Map<String, Optional<BigDecimal>> all,
    Map<String, Optional<BigDecimal>> longSide,
    Map<String, Optional<BigDecimal>> shortSide) {

  private static final int DECIMALS = 12;
  private static final int MINIMUM_DAYS = 30;
  private static final long DAY = 86_400_000L;
  private static final double YEAR_MILLIS = 365.25 * DAY;

  static Metrics of(RunPlan plan, List<Trade> trades, List<DayRow> days, EngineSummary summary) {
    int digits = Currency.digits(plan.setup().instruments().getFirst().instrument().quote());
    return new Metrics(
        figures(plan, trades, days, summary, digits, 0),
        figures(plan, trades, days, summary, digits, 1),
        figures(plan, trades, days, summary, digits, -1));
  }

  private static Map<String, Optional<BigDecimal>> figures(
      RunPlan plan,
      List<Trade> all,
      List<DayRow> days,
      EngineSummary summary,
      int digits,
      int side) {
    List<Trade> trades = all.stream().filter(t -> side == 0 || t.first().side() == side).toList();
    long net = trades.stream().mapToLong(Trade::net).sum();
    long won = trades.stream().mapToLong(t -> Math.max(0, t.net())).sum();
    long lost = trades.stream().mapToLong(t -> Math.max(0, -t.net())).sum();
    long wins = trades.stream().filter(t -> t.net() > 0).count();
    boolean whole = side == 0;
    double[] returns = dailyReturns(plan, days, summary);
    Map<String, Optional<BigDecimal>> out = new LinkedHashMap<>();
    out.put("initial_capital", money(summary.capital(), digits));
    out.put("net_profit", money(net, digits));
    out.put("return", ratio(net, summary.capital()));
    out.put("final_equity", whole ? money(summary.equity(), digits) : Optional.empty());
    out.put(
        "open_profit",
        whole ? money(summary.equity() - summary.capital() - net, digits) : Optional.empty());
    out.put("cagr", whole ? cagr(plan, summary) : Optional.empty());
    out.put(
        "max_drawdown", whole ? ratio(summary.worstFall(), summary.worstPeak()) : Optional.empty());
    out.put("sharpe_ratio", whole ? sharpe(returns) : Optional.empty());
    out.put("sortino_ratio", whole ? sortino(returns) : Optional.empty());
    out.put("profit_factor", ratio(won, lost));
    out.put("gross_profit", money(won, digits));
    out.put("gross_loss", money(lost, digits));
    out.put("win_rate", ratio(wins, trades.size()));
    out.put("trades", Optional.of(BigDecimal.valueOf(trades.size())));
    out.put("winning_trades", Optional.of(BigDecimal.valueOf(wins)));
    out.put(
        "fees", money(trades.stream().mapToLong(t -> t.entryFee() + t.exitFee()).sum(), digits));
    out.put("funding", money(trades.stream().mapToLong(Trade::funding).sum(), digits));
    out.put("slippage", money(trades.stream().mapToLong(Trade::slippage).sum(), digits));
    out.put("exposure", whole ? ratio(summary.exposedRows(), summary.rows()) : Optional.empty());
    out.put("buy_and_hold_return", whole ? buyAndHold(plan) : Optional.empty());
    return out;
  }

  private static Optional<BigDecimal> money(long units, int digits) {
    return Optional.of(Exact.decimal(units, digits));
  }

  private static Optional<BigDecimal> ratio(long numerator, long denominator) {
    return denominator == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static Optional<BigDecimal> decimal(double value) {
    return Double.isFinite(value)
        ? Optional.of(new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN))
        : Optional.empty();
  }

  /** Simple returns from the capital over the equity at each later midnight. */
  private static double[] dailyReturns(RunPlan plan, List<DayRow> days, EngineSummary summary) {
    long end =
        plan.setup().instruments().stream()
            .mapToLong(
                data ->
                    data.bars().endTime(data.bars().lastEndedAt(plan.setup().period().toMillis())))
            .max()
            .orElse(0);
    List<Double> returns = new ArrayList<>();
    double before = summary.capital();
    for (DayRow day : days) {
      if (day.dayMillis() + DAY <= end) {
        returns.add(day.equity() / before - 1);
        before = day.equity();
      }
    }
    return returns.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Optional<BigDecimal> sharpe(double[] returns) {
    if (returns.length < MINIMUM_DAYS) {
      return Optional.empty();
    }
    double mean = mean(returns);
    double squares = 0;
    for (double value : returns) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (returns.length - 1));
    return deviation == 0 ? Optional.empty() : decimal(mean / deviation * Math.sqrt(365));
  }

  private static Optional<BigDecimal> sortino(double[] returns) {
    if (returns.length < MINIMUM_DAYS) {
      return Optional.empty();
    }
    double squares = 0;
    for (double value : returns) {
      squares += Math.min(0, value) * Math.min(0, value);
    }
    double downside = Math.sqrt(squares / returns.length);
    return downside == 0 ? Optional.empty() : decimal(mean(returns) / downside * Math.sqrt(365));
  }

  private static Optional<BigDecimal> cagr(RunPlan plan, EngineSummary summary) {
    long first = Long.MAX_VALUE;
    long last = 0;
    for (var data : plan.setup().instruments()) {
      first =
          Math.min(
              first,
              data.bars().openTime(data.bars().firstAtOrAfter(plan.setup().period().fromMillis())));
      last =
          Math.max(
              last, data.bars().endTime(data.bars().lastEndedAt(plan.setup().period().toMillis())));
    }
    double years = (last - first) / YEAR_MILLIS;
    double growth = (double) summary.equity() / summary.capital();
    return growth <= 0 ? Optional.empty() : decimal(StrictMath.pow(growth, 1 / years) - 1);
  }

  private static Optional<BigDecimal> buyAndHold(RunPlan plan) {
    BigDecimal sum = BigDecimal.ZERO;
    for (var data : plan.setup().instruments()) {
      var bars = data.bars();
      long first = bars.opens()[bars.firstAtOrAfter(plan.setup().period().fromMillis())];
      long last = bars.closes()[bars.lastEndedAt(plan.setup().period().toMillis())];
      sum =
          sum.add(
              BigDecimal.valueOf(last - first)
                  .divide(BigDecimal.valueOf(first), 20, RoundingMode.HALF_EVEN));
    }
    return Optional.of(
        sum.divide(
            BigDecimal.valueOf(plan.setup().instruments().size()),
            DECIMALS,
            RoundingMode.HALF_EVEN));
  }
}
