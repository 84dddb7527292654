package org.candlewright.strategy;

import java.util.Arrays;
import java.util.List;
import org.candlewright.market.Exact;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Dollar-cost averaging over the instruments of a run. A dip buys when it begins, whatever the
 * timer says; else a purchase is due so many bars after the last one, of either sort, and is of the
 * dip's size while one lasts. What is held, and at which mean price, the engine says: a target that
 * filled starts the next round by itself. The target rests beside the position as a limit for all
 * of it, from the close after a purchase on, and moves with the mean.
 */
final class DcaProgram implements StrategyProgram {
  private static final int TIMED = 0;
  private static final int DIP = 1;
  private static final int TARGET = 2;
  private static final List<String> REASONS = List.of("dca_timed", "dca_dip", "take_profit");
  private static final int MINIMUM_BARS = 30;
  private static final int NEVER = Integer.MIN_VALUE;

  private final DcaStrategy strategy;
  private final DcaColumns[] columns;
  private final int every;
  private final int most;
  private final String mostText;
  private final double overMean;
  private final EntryPlan larger;

  /** Bar at which the last purchase was decided. */
  private final int[] lastPurchase;

  /** The target as it was last sent, so that an unchanged one costs nothing. */
  private final ExitPlan[] targets;

  DcaProgram(DcaStrategy strategy, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.columns =
        instruments.stream()
            .map(data -> new DcaColumns(strategy, data.bars()))
            .toArray(DcaColumns[]::new);
    this.every = strategy.value("every_bars").intValueExact();
    this.most = strategy.value("max_purchases").intValueExact();
    this.mostText = String.valueOf(most);
    this.overMean = 1 + strategy.value("target_percent").movePointLeft(2).doubleValue();
    this.larger =
        new EntryPlan(
            EntryPlan.Route.MARKET,
            EntryPlan.Exits.NONE,
            1,
            Exact.scaled(strategy.value("dip_multiple"), 12));
    this.lastPurchase = new int[columns.length];
    Arrays.fill(lastPurchase, NEVER);
    this.targets = new ExitPlan[columns.length];
    Arrays.fill(targets, target(0));
  }

  private static ExitPlan target(long ticks) {
    return new ExitPlan(0, ticks, EntryPlan.Trail.NONE, Exact.RATE_ONE, TARGET);
  }

  @Override
  public int minimumBars() {
    return MINIMUM_BARS;
  }

  @Override
  public int warmUpBars() {
    return Math.max(
        25 * strategy.value("rsi_period").intValueExact(),
        strategy.value("dip_bars").intValueExact());
  }

  @Override
  public List<String> reasons() {
    return REASONS;
  }

  @Override
  public void update(int instrument, int from, int to) {
    columns[instrument].update(from, to);
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    if (side != 0) {
      // Each purchase moves the mean, and with it the target.
      return from;
    }
    int bar = from;
    while (bar < to && !wanted(instrument, bar)) {
      bar++;
    }
    return bar;
  }

  private boolean wanted(int i, int bar) {
    return columns[i].begins(bar) || (columns[i].cheap(bar) && due(i, bar));
  }

  private boolean due(int i, int bar) {
    return lastPurchase[i] == NEVER || bar - lastPurchase[i] >= every;
  }

  @Override
  public void decide(DecisionPass pass) {
    for (int i = 0; i < columns.length; i++) {
      if (pass.closed(i)) {
        restTarget(pass, i);
        buy(pass, i);
      }
    }
  }

  private void restTarget(DecisionPass pass, int i) {
    if (pass.side(i) > 0) {
      long ticks = pass.limitTicks(i, -1, pass.entryPrice(i) * overMean);
      if (ticks != targets[i].limitTicks()) {
        targets[i] = target(ticks);
      }
      pass.restExit(i, 0, targets[i]);
    }
  }

  private void buy(DecisionPass pass, int i) {
    int bar = pass.bar(i);
    if (!wanted(i, bar) || !pass.warm(i) || pass.working(i)) {
      return;
    }
    int reason = columns[i].dip(bar) ? DIP : TIMED;
    if (pass.entries(i) >= most) {
      pass.refuse(i, reason, "pyramid_limit", mostText, mostText);
    } else if (pass.enter(i, 1, reason, reason == DIP ? larger : EntryPlan.MARKET)) {
      lastPurchase[i] = bar;
    }
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return columns[instrument].lines();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return columns[instrument].lineValue(line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    int last = lastPurchase[instrument];
    return columns[instrument].explain(bar, last == NEVER ? Double.NaN : bar - last, every);
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].save(out);
      out.putLong(lastPurchase[i]);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].restore(in);
      lastPurchase[i] = in.getInt();
    }
  }
}
