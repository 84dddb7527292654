package org.candlewright.analytics;

import java.util.EnumMap;
import java.util.Map;

/** What the metrics of one side are read from, each part computed once. */
final class SideFigures {
  private final RunView run;
  private final Side side;
  private final Map<Side, SideFigures> sides;
  private final TradeStatistics trades;
  private final Holdings holdings;
  private final IntrabarExtremes intrabar;
  private final Phases phases;
  private final EquityCurve closedDays;
  private final ReturnStatistics closedReturns;
  private final Episodes closedDrawdowns;
  private final ReturnStatistics returns;
  private final Episodes drawdowns;
  private final Episodes runUps;
  private final double[] monthly;

  private SideFigures(RunView run, Side side, Map<Side, SideFigures> sides) {
    this.run = run;
    this.side = side;
    this.sides = sides;
    TradeTable table = run.trades().of(side);
    ClosedEquity closed = new ClosedEquity(run, table);
    this.trades = new TradeStatistics(table);
    this.holdings = new Holdings(run.clock(), table);
    this.intrabar = new IntrabarExtremes(run.account().capital(), table);
    this.phases = Phases.of(run.clock().firstMillis(), run.account().capital(), table);
    this.closedDays = closed.atMidnights();
    this.closedReturns = new ReturnStatistics(closedDays.returns());
    this.closedDrawdowns = Episodes.drawdowns(closedDays);
    this.returns = new ReturnStatistics(run.days().returns());
    this.drawdowns = Episodes.drawdowns(run.days());
    this.runUps = Episodes.runUps(run.days());
    this.monthly = closed.atMonthEnds().returns();
  }

  static Map<Side, SideFigures> of(RunView run) {
    Map<Side, SideFigures> sides = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      sides.put(side, new SideFigures(run, side, sides));
    }
    return sides;
  }

  /** The same run's figures of another side. */
  SideFigures of(Side other) {
    SideFigures figures = sides.get(other);
    if (figures == null) {
      throw new IllegalStateException("no figures of " + other + " trades");
    }
    return figures;
  }

  RunView run() {
    return run;
  }

  Side side() {
    return side;
  }

  boolean whole() {
    return side == Side.ALL;
  }

  TradeStatistics trades() {
    return trades;
  }

  Holdings holdings() {
    return holdings;
  }

  IntrabarExtremes intrabar() {
    return intrabar;
  }

  Phases phases() {
    return phases;
  }

  /** Capital and closed profit of the side at midnights. */
  EquityCurve closedDays() {
    return closedDays;
  }

  ReturnStatistics closedReturns() {
    return closedReturns;
  }

  Episodes closedDrawdowns() {
    return closedDrawdowns;
  }

  /** Of equity with open profit, which is not split by side. */
  ReturnStatistics returns() {
    return returns;
  }

  /** Of equity at midnights. */
  Episodes drawdowns() {
    return drawdowns;
  }

  Episodes runUps() {
    return runUps;
  }

  /** Returns of closed equity by UTC month, empty ones included. */
  double[] monthly() {
    return monthly;
  }

  long capital() {
    return run.account().capital();
  }

  MetricValue money(long units) {
    return MetricValue.money(units, run.digits());
  }

  /** A mean or another statistic in money units as money. */
  MetricValue money(double units, String reasonIfUndefined) {
    return MetricValue.statistic(units / StrictMath.pow(10, run.digits()), reasonIfUndefined);
  }

  MetricValue meanMoney(long units, long count, String reasonIfNone) {
    return MetricValue.mean(units, count, run.digits(), reasonIfNone);
  }

  MetricValue ofCapital(long units) {
    return MetricValue.ratio(units, capital(), "there is no capital");
  }
}
