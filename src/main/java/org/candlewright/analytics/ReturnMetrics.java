package org.candlewright.analytics;

import static org.candlewright.analytics.MetricGroup.BENCHMARK;
import static org.candlewright.analytics.MetricGroup.RETURNS;
import static org.candlewright.analytics.MetricUnit.COUNT;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.MONEY;
import static org.candlewright.analytics.MetricUnit.RATIO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What was made, what it cost, and what holding would have made. */
final class ReturnMetrics {
  static final String NO_LOSS = "no trade lost";
  static final String NO_TRADE = "no trade was closed";

  private ReturnMetrics() {}

  static List<MetricDefinition> declare() {
    return List.of(
        fact("initial_capital", "Initial capital", "as given", f -> f.money(f.capital())),
        fact(
            "final_equity",
            "Final equity",
            "cash and open positions at the last close",
            Whole.account(f -> f.money(f.run().account().equity()))),
        fact(
            "open_pnl",
            "Open P&L",
            "final equity - initial capital - net profit; entry fees and funding of what is open"
                + " and dust included",
            Whole.account(f -> f.money(open(f)))),
        MetricDefinition.of(
            "open_pnl_pct",
            RETURNS,
            "Open P&L, share",
            FRACTION,
            SampleKind.FACT,
            "open P&L / initial capital",
            Whole.account(f -> f.ofCapital(open(f)))),
        MetricDefinition.of(
            "open_trades",
            RETURNS,
            "Open trades",
            COUNT,
            SampleKind.FACT,
            "entry orders of which something is held at the end",
            Whole.account(f -> MetricValue.count(f.run().openTrades()))),
        money("net_profit", "Net P&L", "sum of net P&L of closed trades", f -> f.trades().net()),
        share(
            "net_profit_pct", "Net P&L, share", "net P&L / initial capital", f -> f.trades().net()),
        MetricDefinition.of(
            "total_return",
            RETURNS,
            "Total return",
            FRACTION,
            SampleKind.FACT,
            "final equity / initial capital - 1, open P&L included",
            Whole.account(f -> f.ofCapital(f.run().account().equity() - f.capital()))),
        money(
            "gross_profit",
            "Gross profit",
            "sum of net P&L of winning trades, costs taken off",
            f -> f.trades().won()),
        share(
            "gross_profit_pct",
            "Gross profit, share",
            "gross profit / initial capital",
            f -> f.trades().won()),
        money(
            "gross_loss",
            "Gross loss",
            "sum of -net P&L of losing trades, positive",
            f -> f.trades().lost()),
        share(
            "gross_loss_pct",
            "Gross loss, share",
            "gross loss / initial capital",
            f -> f.trades().lost()),
        MetricDefinition.of(
            "profit_factor",
            RETURNS,
            "Profit factor",
            RATIO,
            SampleKind.TRADES,
            "gross profit / gross loss",
            f -> MetricValue.ratio(f.trades().won(), f.trades().lost(), noLoss(f))),
        money(
            "total_commission",
            "Commission paid",
            "sum of entry and exit fees of closed trades, rebates taken off",
            f -> f.trades().fees()),
        money(
            "funding",
            "Funding",
            "sum of funding of closed trades, positive when received",
            f -> f.trades().funding()),
        money(
            "total_slippage",
            "Slippage",
            "sum of signed (fill - reference) x quantity of closed trades, positive is cost",
            f -> f.trades().slippage()),
        benchmark(
            "buy_hold_return",
            "Buy & hold return",
            MONEY,
            "initial capital x buy & hold % gain",
            f -> MetricValue.of(held(f))),
        benchmark(
            "buy_hold_return_pct",
            "Buy & hold % gain",
            FRACTION,
            "last close / first open - 1, mean over instruments",
            f -> MetricValue.of(f.run().benchmark().change())),
        benchmark(
            "strategy_outperformance",
            "Strategy outperformance",
            MONEY,
            "net P&L - buy & hold return",
            f ->
                MetricValue.of(
                    BigDecimal.valueOf(f.trades().net(), f.run().digits()).subtract(held(f)))));
  }

  private static long open(SideFigures figures) {
    return figures.run().account().equity() - figures.capital() - figures.trades().net();
  }

  private static BigDecimal held(SideFigures figures) {
    return BigDecimal.valueOf(figures.capital(), figures.run().digits())
        .multiply(figures.run().benchmark().change())
        .setScale(MetricValue.DECIMALS, RoundingMode.HALF_EVEN);
  }

  static String noLoss(SideFigures figures) {
    return figures.trades().count() == 0 ? NO_TRADE : NO_LOSS;
  }

  private static MetricDefinition fact(
      String name, String label, String formula, Function<SideFigures, MetricValue> function) {
    return MetricDefinition.of(name, RETURNS, label, MONEY, SampleKind.FACT, formula, function);
  }

  private static MetricDefinition money(
      String name, String label, String formula, ToLongFunction<SideFigures> units) {
    return MetricDefinition.of(
        name,
        RETURNS,
        label,
        MONEY,
        SampleKind.TRADES,
        formula,
        f -> f.money(units.applyAsLong(f)));
  }

  private static MetricDefinition share(
      String name, String label, String formula, ToLongFunction<SideFigures> units) {
    return MetricDefinition.of(
        name,
        RETURNS,
        label,
        FRACTION,
        SampleKind.TRADES,
        formula,
        f -> f.ofCapital(units.applyAsLong(f)));
  }

  private static MetricDefinition benchmark(
      String name,
      String label,
      MetricUnit unit,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return MetricDefinition.of(
        name,
        BENCHMARK,
        label,
        unit,
        SampleKind.FACT,
        formula,
        Whole.only("holding has no sides", function));
  }
}
