package org.candlewright.analytics;

import static org.candlewright.analytics.MetricGroup.TRADES;
import static org.candlewright.analytics.MetricUnit.BARS;
import static org.candlewright.analytics.MetricUnit.COUNT;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.HOURS;
import static org.candlewright.analytics.MetricUnit.MONEY;
import static org.candlewright.analytics.MetricUnit.QUANTITY;
import static org.candlewright.analytics.MetricUnit.RATIO;
import static org.candlewright.analytics.ReturnMetrics.NO_TRADE;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Counts, averages and extremes of closed trades; costs are taken off, loss figures positive. */
final class TradeMetrics {
  private static final String NO_WIN = "no trade won";
  private static final String NO_LOSS = "no trade lost";
  private static final long HOUR = 3_600_000L;

  private TradeMetrics() {}

  static List<MetricDefinition> declare() {
    return List.of(
        count("total_trades", "Total trades", "closed trades", t -> t.count()),
        count("winning_trades", "Winning trades", "trades with net P&L above 0", t -> t.wins()),
        count("losing_trades", "Losing trades", "trades with net P&L below 0", t -> t.losses()),
        count("breakeven_trades", "Even trades", "trades with net P&L of 0", t -> t.even()),
        of(
            "win_rate",
            "Percent profitable",
            FRACTION,
            SampleKind.TRADES,
            "winning trades / trades, even ones in the denominator",
            f -> MetricValue.ratio(f.trades().wins(), f.trades().count(), NO_TRADE)),
        of(
            "win_rate_low_95",
            "Percent profitable, lower end of 95 %",
            FRACTION,
            SampleKind.TRADES,
            "Wilson's score interval with z = 1.96",
            f -> wilson(f.trades(), -1)),
        of(
            "win_rate_high_95",
            "Percent profitable, upper end of 95 %",
            FRACTION,
            SampleKind.TRADES,
            "Wilson's score interval with z = 1.96",
            f -> wilson(f.trades(), 1)),
        mean(
            "avg_trade_value",
            "Avg P&L",
            SampleKind.TRADES,
            "net P&L / trades",
            t -> t.net(),
            t -> t.count(),
            NO_TRADE),
        share(
            "avg_trade",
            "Avg P&L, share",
            SampleKind.TRADES,
            "mean of net P&L / entry notional over trades",
            t -> t.meanShare(),
            NO_TRADE),
        mean(
            "avg_win_value",
            "Avg winning trade",
            SampleKind.WINS,
            "gross profit / winning trades",
            t -> t.won(),
            t -> t.wins(),
            NO_WIN),
        share(
            "avg_win",
            "Avg winning trade, share",
            SampleKind.WINS,
            "mean of net P&L / entry notional over winning trades",
            t -> t.meanWinShare(),
            NO_WIN),
        mean(
            "avg_loss_value",
            "Avg losing trade",
            SampleKind.LOSSES,
            "gross loss / losing trades",
            t -> t.lost(),
            t -> t.losses(),
            NO_LOSS),
        share(
            "avg_loss",
            "Avg losing trade, share",
            SampleKind.LOSSES,
            "mean of -net P&L / entry notional over losing trades",
            t -> t.meanLossShare(),
            NO_LOSS),
        of(
            "avg_win_loss_ratio",
            "Ratio avg win / avg loss",
            RATIO,
            SampleKind.TRADES,
            "avg winning trade / avg losing trade",
            f -> winOverLoss(f.trades())),
        money(
            "largest_win_value",
            "Largest winning trade",
            SampleKind.WINS,
            "largest net P&L",
            f ->
                f.trades().wins() == 0
                    ? MetricValue.undefined(NO_WIN)
                    : f.money(f.trades().largestWin())),
        of(
            "largest_win",
            "Largest winning trade, share",
            FRACTION,
            SampleKind.WINS,
            "largest net P&L / entry notional, maybe of another trade than the largest amount",
            f ->
                f.trades().wins() == 0
                    ? MetricValue.undefined(NO_WIN)
                    : MetricValue.statistic(f.trades().largestWinShare(), NO_WIN)),
        of(
            "largest_win_pct_of_gross",
            "Largest winner, share of gross profit",
            FRACTION,
            SampleKind.WINS,
            "largest winning trade / gross profit",
            f -> MetricValue.ratio(f.trades().largestWin(), f.trades().won(), NO_WIN)),
        money(
            "largest_loss_value",
            "Largest losing trade",
            SampleKind.LOSSES,
            "largest -net P&L",
            f ->
                f.trades().losses() == 0
                    ? MetricValue.undefined(NO_LOSS)
                    : f.money(f.trades().largestLoss())),
        of(
            "largest_loss",
            "Largest losing trade, share",
            FRACTION,
            SampleKind.LOSSES,
            "largest -net P&L / entry notional, maybe of another trade than the largest amount",
            f ->
                f.trades().losses() == 0
                    ? MetricValue.undefined(NO_LOSS)
                    : MetricValue.statistic(f.trades().largestLossShare(), NO_LOSS)),
        of(
            "largest_loss_pct_of_gross",
            "Largest loser, share of gross loss",
            FRACTION,
            SampleKind.LOSSES,
            "largest losing trade / gross loss",
            f -> MetricValue.ratio(f.trades().largestLoss(), f.trades().lost(), NO_LOSS)),
        bars(
            "avg_bars_in_trade",
            "Avg # bars in trades",
            SampleKind.TRADES,
            "mean of bars from the entry's to the exit's over trades",
            t -> t.bars(),
            t -> t.count(),
            NO_TRADE),
        bars(
            "avg_bars_in_winning",
            "Avg # bars in winning trades",
            SampleKind.WINS,
            "mean of bars from the entry's to the exit's over winning trades",
            t -> t.winBars(),
            t -> t.wins(),
            NO_WIN),
        bars(
            "avg_bars_in_losing",
            "Avg # bars in losing trades",
            SampleKind.LOSSES,
            "mean of bars from the entry's to the exit's over losing trades",
            t -> t.lossBars(),
            t -> t.losses(),
            NO_LOSS),
        of(
            "avg_trade_duration_hours",
            "Avg duration of trades",
            HOURS,
            SampleKind.TRADES,
            "mean of exit time - entry time",
            f ->
                MetricValue.ratio(
                    f.trades().heldMillis(),
                    Math.multiplyExact(HOUR, f.trades().count()),
                    NO_TRADE)),
        count(
            "max_consecutive_wins",
            "Most wins in a row",
            "longest run of winning trades by exit; an even trade ends it",
            t -> t.winsInRow()),
        count(
            "max_consecutive_losses",
            "Most losses in a row",
            "longest run of losing trades by exit; an even trade ends it",
            t -> t.lossesInRow()),
        of(
            "quick_reversals",
            "Quick re-entries",
            COUNT,
            SampleKind.TRADES,
            "entries at most 2 bars after the latest exit in the same instrument",
            f -> MetricValue.count(f.holdings().quickEntries())),
        of(
            "max_contracts_held",
            "Most held",
            QUANTITY,
            SampleKind.TRADES,
            "largest quantity of closed trades open at one time; first leg of two",
            TradeMetrics::mostHeld),
        mean(
            "expectancy",
            "Expectancy",
            SampleKind.TRADES,
            "winners / trades x avg win - losers / trades x avg loss",
            t -> t.net(),
            t -> t.count(),
            NO_TRADE),
        of(
            "expectancy_ratio",
            "Expectancy over avg loss",
            RATIO,
            SampleKind.TRADES,
            "expectancy / avg losing trade",
            f -> expectancyRatio(f.trades())),
        of(
            "kelly_percent",
            "Kelly fraction",
            FRACTION,
            SampleKind.TRADES,
            "W - (1 - W) / R, W = winning trades / trades, R = avg win / avg loss",
            f -> kelly(f.trades())),
        of(
            "avg_r_multiple",
            "Avg R multiple",
            RATIO,
            SampleKind.RISKED_TRADES,
            "mean of net P&L / loss at the first stop, over trades that had one",
            f ->
                f.trades().risked() == 0
                    ? MetricValue.undefined("no trade had a stop")
                    : MetricValue.statistic(f.trades().meanRiskMultiple(), NO_TRADE)));
  }

  private static MetricValue winOverLoss(TradeStatistics trades) {
    if (trades.wins() == 0 || trades.losses() == 0) {
      return MetricValue.undefined(missing(trades));
    }
    return MetricValue.statistic(payoff(trades), NO_LOSS);
  }

  private static double payoff(TradeStatistics trades) {
    return (double) trades.won() / trades.wins() / ((double) trades.lost() / trades.losses());
  }

  private static String missing(TradeStatistics trades) {
    return trades.count() == 0 ? NO_TRADE : trades.losses() == 0 ? NO_LOSS : NO_WIN;
  }

  private static MetricValue kelly(TradeStatistics trades) {
    if (trades.wins() == 0 || trades.losses() == 0) {
      return MetricValue.undefined(missing(trades));
    }
    double share = (double) trades.wins() / trades.count();
    return MetricValue.statistic(share - (1 - share) / payoff(trades), NO_LOSS);
  }

  private static MetricValue expectancyRatio(TradeStatistics trades) {
    if (trades.losses() == 0) {
      return MetricValue.undefined(missing(trades));
    }
    return MetricValue.statistic(
        (double) trades.net() / trades.count() / ((double) trades.lost() / trades.losses()),
        NO_LOSS);
  }

  private static MetricValue wilson(TradeStatistics trades, int sign) {
    if (trades.count() == 0) {
      return MetricValue.undefined(NO_TRADE);
    }
    double z = 1.959963984540054;
    double count = trades.count();
    double share = trades.wins() / count;
    double centre = share + z * z / (2 * count);
    double spread = z * Math.sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    return MetricValue.statistic((centre + sign * spread) / (1 + z * z / count), NO_TRADE);
  }

  private static MetricValue mostHeld(SideFigures figures) {
    return figures.holdings().oneInstrument()
        ? MetricValue.of(
            figures.run().lot().multiply(BigDecimal.valueOf(figures.holdings().mostLots())))
        : MetricValue.undefined("quantities of different instruments do not compare");
  }

  private static MetricDefinition of(
      String name,
      String label,
      MetricUnit unit,
      SampleKind sample,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return MetricDefinition.of(name, TRADES, label, unit, sample, formula, function);
  }

  private static MetricDefinition money(
      String name,
      String label,
      SampleKind sample,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return of(name, label, MONEY, sample, formula, function);
  }

  private static MetricDefinition count(
      String name, String label, String formula, ToLongFunction<TradeStatistics> number) {
    return of(
        name,
        label,
        COUNT,
        SampleKind.TRADES,
        formula,
        f -> MetricValue.count(number.applyAsLong(f.trades())));
  }

  private static MetricDefinition mean(
      String name,
      String label,
      SampleKind sample,
      String formula,
      ToLongFunction<TradeStatistics> sum,
      ToLongFunction<TradeStatistics> count,
      String ifNone) {
    return money(
        name,
        label,
        sample,
        formula,
        f -> f.meanMoney(sum.applyAsLong(f.trades()), count.applyAsLong(f.trades()), ifNone));
  }

  private static MetricDefinition share(
      String name,
      String label,
      SampleKind sample,
      String formula,
      ToDoubleFunction<TradeStatistics> mean,
      String ifNone) {
    return of(
        name,
        label,
        FRACTION,
        sample,
        formula,
        f -> MetricValue.statistic(mean.applyAsDouble(f.trades()), ifNone));
  }

  private static MetricDefinition bars(
      String name,
      String label,
      SampleKind sample,
      String formula,
      ToLongFunction<TradeStatistics> sum,
      ToLongFunction<TradeStatistics> count,
      String ifNone) {
    return of(
        name,
        label,
        BARS,
        sample,
        formula,
        f -> MetricValue.ratio(sum.applyAsLong(f.trades()), count.applyAsLong(f.trades()), ifNone));
  }
}
