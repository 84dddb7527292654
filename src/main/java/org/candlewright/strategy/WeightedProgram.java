package org.candlewright.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Weighted signals over the instruments of a run. A position is closed by the opposite action; a
 * new one needs a flat instrument, a confirmed action and the pause after the last trade.
 */
final class WeightedProgram implements StrategyProgram {
  private static final int LONG = 0;
  private static final int SHORT = 1;
  private static final int STOP = 2;
  private static final int TARGET = 3;
  private static final List<String> REASONS =
      List.of("signals_long", "signals_short", "stop_loss", "take_profit");
  private static final int SETTLING = 25;
  private static final long MINUTE = 60_000L;

  private final WeightedSignalsStrategy strategy;
  private final WeightedColumns[] columns;
  private final BarSeries[] bars;

  /** Engine time of the last entry or exit decided; MIN_VALUE for none. */
  private final long[] lastTrade;

  private final long confirmMillis;
  private final long pauseMillis;
  private final double threshold;
  private final BigDecimal stopShare;
  private final BigDecimal targetShare;

  WeightedProgram(WeightedSignalsStrategy strategy, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.threshold = strategy.value("threshold").doubleValue();
    this.confirmMillis = strategy.value("confirmation_minutes").longValueExact() * MINUTE;
    this.pauseMillis = strategy.value("cooldown_minutes").longValueExact() * MINUTE;
    this.stopShare = strategy.value("stop_percent").movePointLeft(2);
    this.targetShare = strategy.value("target_percent").movePointLeft(2);
    this.columns = new WeightedColumns[instruments.size()];
    this.bars = new BarSeries[instruments.size()];
    this.lastTrade = new long[instruments.size()];
    Arrays.fill(lastTrade, Long.MIN_VALUE);
    for (int i = 0; i < columns.length; i++) {
      bars[i] = instruments.get(i).bars();
      columns[i] = columns(bars[i]);
    }
  }

  private WeightedColumns columns(BarSeries series) {
    List<Signal> signals = new ArrayList<>();
    double[] weights = new double[strategy.signals().size()];
    for (String name : strategy.signals()) {
      SignalKind kind = Signals.find(name).orElseThrow();
      weights[signals.size()] = strategy.value(kind.qualified("weight")).doubleValue();
      signals.add(kind.factory().apply(strategy.known(), strategy.valuesOf(kind)));
    }
    return new WeightedColumns(
        series,
        signals,
        weights,
        threshold,
        strategy.value("min_confidence").doubleValue(),
        strategy.value("regime_thresholds").signum() != 0);
  }

  private int longest() {
    return strategy.signals().stream()
        .map(name -> Signals.find(name).orElseThrow())
        .mapToInt(kind -> kind.length().applyAsInt(strategy.valuesOf(kind)))
        .max()
        .orElseThrow();
  }

  @Override
  public int minimumBars() {
    return longest() + 5;
  }

  @Override
  public int warmUpBars() {
    return SETTLING * longest();
  }

  @Override
  public List<String> reasons() {
    return REASONS;
  }

  @Override
  public boolean statesConviction(int reason) {
    return true;
  }

  /** Where thresholds go by it. */
  @Override
  public Optional<String> regime(int instrument, long millis) {
    return columns[instrument].regime(bars[instrument].lastEndedAt(millis));
  }

  @Override
  public void update(int instrument, int from, int to) {
    columns[instrument].update(from, to);
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    int bar = from;
    while (bar < to && !matters(columns[instrument].action(bar), side)) {
      bar++;
    }
    return bar;
  }

  private static boolean matters(int action, int side) {
    return side == 0 ? action != 0 : action == -side;
  }

  @Override
  public void decide(DecisionPass pass) {
    for (int i = 0; i < columns.length; i++) {
      if (pass.closed(i)) {
        decide(pass, i);
      }
    }
  }

  private void decide(DecisionPass pass, int i) {
    int action = columns[i].action(pass.bar(i));
    int side = pass.side(i);
    if (!matters(action, side) || !confirmed(pass, i)) {
      return;
    }
    int reason = action > 0 ? LONG : SHORT;
    if (side != 0) {
      if (!pass.leaving(i)) {
        pass.exit(i, reason);
        lastTrade[i] = pass.timeMillis();
      }
    } else if (!pass.working(i)
        && pass.warm(i)
        && (action > 0 || pass.mayShort(i))
        && rested(pass, i)
        && pass.enter(i, action, reason, plan(i, pass.bar(i), action))) {
      lastTrade[i] = pass.timeMillis();
    }
  }

  /**
   * Stop and target in percent of the decision's close, on the nearest tick; conviction |score|.
   */
  private EntryPlan plan(int i, int bar, int side) {
    long close = bars[i].closes()[bar];
    long stop = away(close, stopShare.multiply(BigDecimal.valueOf(-side)));
    long target = away(close, targetShare.multiply(BigDecimal.valueOf(side)));
    EntryPlan.Exits exits =
        new EntryPlan.Exits(
            stop,
            STOP,
            target > 0 ? List.of(new EntryPlan.Target(target, Exact.RATE_ONE, TARGET)) : List.of(),
            EntryPlan.Trail.NONE,
            EntryPlan.BreakEven.NONE);
    double conviction = Math.min(1, Math.abs(columns[i].score(bar)));
    return new EntryPlan(EntryPlan.Route.MARKET, exits, conviction);
  }

  /** A price that share away, in ticks; 0 where the share is. */
  private static long away(long close, BigDecimal share) {
    return share.signum() == 0
        ? 0
        : BigDecimal.valueOf(close)
            .multiply(BigDecimal.ONE.add(share))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }

  /** The clock starts where the action began, and anew on the bar after a trade. */
  private boolean confirmed(DecisionPass pass, int i) {
    long start = columns[i].since(pass.bar(i));
    if (lastTrade[i] != Long.MIN_VALUE) {
      start = Math.max(start, lastTrade[i] + bars[i].timeframe().millis());
    }
    return pass.timeMillis() - start >= confirmMillis;
  }

  private boolean rested(DecisionPass pass, int i) {
    return lastTrade[i] == Long.MIN_VALUE || pass.timeMillis() - lastTrade[i] >= pauseMillis;
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return columns[instrument].lines(threshold);
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return columns[instrument].lineValue(line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    List<String> names =
        strategy.signals().stream().map(name -> Signals.find(name).orElseThrow().label()).toList();
    return columns[instrument].explain(bar, names);
  }

  @Override
  public void save(StateWriter out) {
    for (WeightedColumns each : columns) {
      each.save(out);
    }
    out.putLongs(lastTrade, lastTrade.length);
  }

  @Override
  public void restore(StateReader in) {
    for (WeightedColumns each : columns) {
      each.restore(in);
    }
    in.getLongs(lastTrade);
  }
}
