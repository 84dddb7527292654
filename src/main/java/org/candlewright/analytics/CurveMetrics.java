package org.candlewright.analytics;

import static org.candlewright.analytics.MetricGroup.DRAWDOWNS;
import static org.candlewright.analytics.MetricGroup.RUN_UPS;
import static org.candlewright.analytics.MetricUnit.BARS;
import static org.candlewright.analytics.MetricUnit.DAYS;
import static org.candlewright.analytics.MetricUnit.FRACTION;
import static org.candlewright.analytics.MetricUnit.MONEY;
import static org.candlewright.analytics.MetricUnit.RATIO;

import java.util.List;
import java.util.function.Function;

/** Rises and falls of equity: at bar closes, at UTC midnights, of closed profit, and in bars. */
final class CurveMetrics {
  private static final double DAY = 86_400_000.0;
  private static final String NO_FALL = "there was no drawdown";
  private static final String NO_RISE = "there was no run-up";
  private static final String NO_BASE = "equity fell to zero or below";

  private CurveMetrics() {}

  static List<MetricDefinition> declare() {
    return List.of(
        runUp(
            "max_runup",
            "Max run-up",
            FRACTION,
            "largest rise above the running minimum of equity at UTC midnights / that minimum",
            f -> share(f.runUps(), e -> e.largestShare)),
        runUp(
            "max_runup_value",
            "Max run-up, amount",
            MONEY,
            "largest rise above the running minimum of equity at UTC midnights",
            f -> f.money(f.runUps().largest)),
        runUp(
            "avg_runup",
            "Avg run-up",
            FRACTION,
            "mean of the largest rise of each run-up / its trough; a run-up lasts from a trough of"
                + " equity at UTC midnights until equity is back at it",
            f -> mean(f.runUps(), e -> e.sumShare, NO_RISE)),
        runUp(
            "avg_runup_value",
            "Avg run-up, amount",
            MONEY,
            "mean of the largest rise of each run-up of equity at UTC midnights",
            f -> f.meanMoney(f.runUps().sum, f.runUps().count, NO_RISE)),
        runUp(
            "avg_runup_duration_bars",
            "Avg duration of run-ups",
            BARS,
            "mean time from trough to being back at it, in bars",
            f -> bars(f, f.runUps().sumDays / f.runUps().count, NO_RISE)),
        of(
            "max_runup_intrabar_value",
            RUN_UPS,
            "Max run-up, intrabar",
            MONEY,
            SampleKind.TRADES,
            "largest (closed equity at entry - entry fee + favourable excursion) - lowest closed"
                + " equity before, entry fees taken off",
            f -> f.money(f.intrabar().runUp)),
        of(
            "max_runup_intrabar",
            RUN_UPS,
            "Max run-up, intrabar, share",
            FRACTION,
            SampleKind.TRADES,
            "max intrabar run-up / the low it rose from",
            f ->
                f.intrabar().runUpTrough <= 0
                    ? MetricValue.undefined(NO_BASE)
                    : MetricValue.ratio(f.intrabar().runUp, f.intrabar().runUpTrough, NO_BASE)),
        drawdown(
            "max_drawdown",
            "Max drawdown",
            FRACTION,
            "largest fall below the running peak of equity at bar closes / that peak",
            f ->
                MetricValue.ratio(
                    f.run().account().worstFall(), f.run().account().worstPeak(), NO_BASE)),
        drawdown(
            "max_drawdown_value",
            "Max drawdown, amount",
            MONEY,
            "the fall of the maximum drawdown",
            f -> f.money(f.run().account().worstFall())),
        drawdown(
            "avg_drawdown",
            "Avg drawdown",
            FRACTION,
            "mean of the deepest fall of each drawdown / its peak; a drawdown lasts from a peak of"
                + " equity at UTC midnights until equity is back at it",
            f -> mean(f.drawdowns(), e -> e.sumShare, NO_FALL)),
        drawdown(
            "avg_drawdown_value",
            "Avg drawdown, amount",
            MONEY,
            "mean of the deepest fall of each drawdown of equity at UTC midnights",
            f -> f.meanMoney(f.drawdowns().sum, f.drawdowns().count, NO_FALL)),
        drawdown(
            "avg_drawdown_duration_bars",
            "Avg duration of drawdowns",
            BARS,
            "mean time from peak to being back at it, in bars",
            f -> bars(f, f.drawdowns().sumDays / f.drawdowns().count, NO_FALL)),
        drawdown(
            "max_drawdown_duration_days",
            "Longest drawdown",
            DAYS,
            "longest time from a peak of equity at UTC midnights to being back at it",
            f -> MetricValue.statistic(f.drawdowns().longestDays, NO_FALL)),
        drawdown(
            "max_drawdown_duration_bars",
            "Longest drawdown, bars",
            BARS,
            "longest drawdown in bars",
            f -> bars(f, f.drawdowns().longestDays, NO_FALL)),
        of(
            "max_drawdown_intrabar_value",
            DRAWDOWNS,
            "Max drawdown, intrabar",
            MONEY,
            SampleKind.TRADES,
            "largest fall from the highest closed equity before to closed equity at entry - entry"
                + " fee - adverse excursion, or to closed equity",
            f -> f.money(f.intrabar().drawdown)),
        of(
            "max_drawdown_intrabar",
            DRAWDOWNS,
            "Max drawdown, intrabar, share",
            FRACTION,
            SampleKind.TRADES,
            "max intrabar drawdown / the high it fell from",
            f -> MetricValue.ratio(f.intrabar().drawdown, f.intrabar().drawdownPeak, NO_BASE)),
        of(
            "closed_max_drawdown_value",
            DRAWDOWNS,
            "Max drawdown of closed P&L",
            MONEY,
            SampleKind.DAYS,
            "largest fall of initial capital + net P&L of closed trades below its running peak, at"
                + " UTC midnights",
            f -> f.money(f.closedDrawdowns().largest)),
        of(
            "closed_max_drawdown",
            DRAWDOWNS,
            "Max drawdown of closed P&L, share",
            FRACTION,
            SampleKind.DAYS,
            "largest such fall / its peak",
            f -> MetricValue.statistic(f.closedDrawdowns().largestShare, NO_FALL)),
        drawdown(
            "recovery_factor",
            "Recovery factor",
            RATIO,
            "(final equity - initial capital) / fall of the maximum drawdown",
            f ->
                MetricValue.ratio(
                    f.run().account().equity() - f.capital(),
                    f.run().account().worstFall(),
                    NO_FALL)),
        of(
            "closed_recovery_factor",
            DRAWDOWNS,
            "Recovery factor of closed P&L",
            RATIO,
            SampleKind.TRADES,
            "net P&L / max drawdown of closed P&L",
            f -> MetricValue.ratio(f.trades().net(), f.closedDrawdowns().largest, NO_FALL)),
        drawdown(
            "ulcer_index",
            "Ulcer index",
            FRACTION,
            "sqrt(mean of (share below the running peak)^2) of equity at UTC midnights",
            f ->
                f.run().days().size() < 2
                    ? MetricValue.undefined("no whole UTC day")
                    : MetricValue.statistic(
                        Math.sqrt(f.drawdowns().squares / (f.run().days().size() - 1)), NO_BASE)));
  }

  private static MetricValue share(Episodes episodes, Function<Episodes, Double> share) {
    return episodes.sharesKnown()
        ? MetricValue.statistic(share.apply(episodes), NO_BASE)
        : MetricValue.undefined(NO_BASE);
  }

  private static MetricValue mean(
      Episodes episodes, Function<Episodes, Double> sum, String ifNone) {
    return episodes.count == 0
        ? MetricValue.undefined(ifNone)
        : share(episodes, e -> sum.apply(e) / e.count);
  }

  private static MetricValue bars(SideFigures figures, double days, String ifNone) {
    return MetricValue.statistic(days * DAY / figures.run().clock().barMillis(), ifNone);
  }

  private static MetricDefinition runUp(
      String name,
      String label,
      MetricUnit unit,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return of(name, RUN_UPS, label, unit, SampleKind.DAYS, formula, Whole.account(function));
  }

  private static MetricDefinition drawdown(
      String name,
      String label,
      MetricUnit unit,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return of(name, DRAWDOWNS, label, unit, SampleKind.DAYS, formula, Whole.account(function));
  }

  private static MetricDefinition of(
      String name,
      MetricGroup group,
      String label,
      MetricUnit unit,
      SampleKind sample,
      String formula,
      Function<SideFigures, MetricValue> function) {
    return MetricDefinition.of(name, group, label, unit, sample, formula, function);
  }
}
