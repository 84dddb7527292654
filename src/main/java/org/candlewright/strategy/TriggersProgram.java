package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Triggers and rules over the instruments of a run. Every bar is a cycle: positions that have been
 * held long enough are left, every instrument of the universe is looked at, what the rules propose
 * is ranked, and as much is entered as the regime allows.
 */
final class TriggersProgram implements StrategyProgram {
  private static final int SETTLING = 25;
  private static final int LONGEST = 50;
  private static final int RULES = TriggerRule.ALL.size();
  private static final int STOP = 2 * RULES;
  private static final int MAX_HOLD = STOP + 2;
  private static final int EARLY = STOP + 3;
  private static final int UNIVERSE = STOP + 4;

  private final TriggersStrategy strategy;
  private final List<String> reasons;
  private final TriggerColumns[] columns;
  private final Universe[] universe;
  private final int fewest;
  private final RegimeGauge gauge;
  private final RegimeLimits[] limits = new RegimeLimits[MarketRegime.values().length];
  private final TriggerScan scan;
  private final TriggerRules rules;
  private final TriggerPlanner planner;
  private final TriggerProposals proposals;
  private final TriggerMoment moment;
  private final double leastConviction;
  private final double canaryFrom;
  private final double canaryBelow;
  private final double relaxed;
  private final int mostPositions;
  private final boolean leavesEarly;

  /** Bars after which the position is left, 0 for never. */
  private final int[] holdBars;

  /** The exclusion that was last recorded. */
  private final Exclusion[] recorded;

  /** Whether the last cycle saw no trigger at all. */
  private boolean empty;

  /** Factor on thresholds in the last cycle. */
  private double ease = 1;

  TriggersProgram(TriggersStrategy strategy, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.reasons = reasonNames();
    int count = instruments.size();
    UniverseFilters filters = new UniverseFilters(strategy);
    this.fewest = filters.fewest;
    this.columns = new TriggerColumns[count];
    this.universe = new Universe[count];
    this.recorded = new Exclusion[count];
    for (int i = 0; i < count; i++) {
      columns[i] = new TriggerColumns(strategy.known(), instruments.get(i).bars());
      universe[i] = new Universe(instruments.get(i), filters, strategy.universe());
      recorded[i] = Exclusion.NONE;
    }
    for (MarketRegime regime : MarketRegime.values()) {
      limits[regime.ordinal()] = RegimeLimits.of(strategy, regime);
    }
    this.gauge = new RegimeGauge(strategy, RegimeGauge.reference(strategy, instruments));
    this.scan = new TriggerScan(strategy);
    this.rules = new TriggerRules(strategy);
    this.planner = new TriggerPlanner(strategy, rules, STOP);
    this.proposals = new TriggerProposals(count);
    this.moment = new TriggerMoment(columns[0], limits[MarketRegime.CHOP.ordinal()]);
    this.leastConviction = strategy.number("min_conviction");
    this.canaryFrom = strategy.number("canary_from");
    this.canaryBelow = strategy.number("canary_below");
    this.relaxed = 1 - strategy.number("relax_percent") / 100;
    this.mostPositions = strategy.value("max_positions").intValueExact();
    this.leavesEarly = strategy.value("early_exits").signum() != 0;
    this.holdBars = new int[count];
  }

  private static List<String> reasonNames() {
    List<String> names = new ArrayList<>();
    TriggerRule.ALL.forEach(rule -> names.add(rule.name()));
    TriggerRule.ALL.forEach(rule -> names.add(rule.name() + "_canary"));
    names.addAll(List.of("stop_loss", "take_profit", "max_hold", "early_exit", "universe"));
    return List.copyOf(names);
  }

  @Override
  public int minimumBars() {
    return Math.max(columns[0].week, LONGEST);
  }

  @Override
  public int warmUpBars() {
    return Math.max(SETTLING * LONGEST, columns[0].week + SETTLING);
  }

  @Override
  public List<String> reasons() {
    return reasons;
  }

  @Override
  public boolean statesConviction(int reason) {
    return true;
  }

  @Override
  public Optional<String> regime(long millis) {
    return Optional.of(gauge.at(gauge.bar(millis)).word());
  }

  @Override
  public void update(int instrument, int from, int to) {
    columns[instrument].update(from, to);
    universe[instrument].update(from, to);
  }

  /** Every bar is a cycle. */
  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    return from;
  }

  @Override
  public void decide(DecisionPass pass) {
    MarketRegime regime = gauge.at(gauge.bar(pass.timeMillis()));
    ease = empty ? relaxed : 1;
    proposals.clear();
    int seen = 0;
    int eligible = 0;
    int held = 0;
    for (int i = 0; i < columns.length; i++) {
      held += pass.side(i) != 0 || pass.working(i) ? 1 : 0;
      if (pass.closed(i)) {
        leave(pass, i, regime);
        if (fit(pass, i)) {
          eligible++;
          seen += look(pass, i, regime) ? 1 : 0;
        }
      }
    }
    empty = seen == 0;
    if (eligible >= fewest) {
      enter(pass, regime, seen, held);
    }
  }

  /** What is due to be left; a crisis calls back entries that still wait. */
  private void leave(DecisionPass pass, int i, MarketRegime regime) {
    if (regime == MarketRegime.CRISIS && pass.working(i)) {
      pass.cancelEntries(i);
    }
    int side = pass.side(i);
    if (side == 0 || pass.leaving(i)) {
      return;
    }
    int bars = pass.barsInTrade(i);
    if (holdBars[i] > 0 && bars >= holdBars[i]) {
      pass.exit(i, MAX_HOLD);
    } else if (leavesEarly
        && EarlyExit.holds(columns[i], pass.bar(i), side, bars, pass.entryPrice(i))) {
      pass.exit(i, EARLY);
    }
  }

  /** Whether it is of the universe; a change of why not is recorded. */
  private boolean fit(DecisionPass pass, int i) {
    if (!pass.warm(i)) {
      return false;
    }
    Exclusion why = universe[i].exclusion(pass.bar(i));
    if (why != recorded[i]) {
      recorded[i] = why;
      if (why != Exclusion.NONE) {
        int bar = pass.bar(i);
        pass.refuse(
            i, UNIVERSE, why.code(), universe[i].limit(why, bar), universe[i].value(why, bar));
      }
    }
    return why == Exclusion.NONE;
  }

  /** Whether a trigger fired; what its rule makes of it is proposed where nothing is held. */
  private boolean look(DecisionPass pass, int i, MarketRegime regime) {
    int bar = pass.bar(i);
    moment.moveTo(columns[i], bar, regime, limits[regime.ordinal()], ease);
    int trigger = scan.strongest(moment);
    if (trigger < 0) {
      return false;
    }
    TriggerSight sight = scan.best();
    int rule = rules.of(trigger, sight, pass.mayShort(i));
    if (rule >= 0 && pass.side(i) == 0 && !pass.working(i)) {
      proposals.add(
          i,
          rule,
          TriggerRules.conviction(rule, sight, moment, universe[i].tier(bar)),
          TriggerRules.confidence(rule, sight));
    }
    return true;
  }

  private void enter(DecisionPass pass, MarketRegime regime, int seen, int held) {
    RegimeLimits limit = limits[regime.ordinal()];
    int most = ease < 1 ? Math.min(1, limit.positions()) : limit.positions();
    int entered = 0;
    for (int place = 0; place < proposals.count(); place++) {
      int i = proposals.instrument(place);
      boolean canary = canary(proposals.conviction(place), seen, universe[i].tier(pass.bar(i)));
      int reason = proposals.rule(place) + (canary ? RULES : 0);
      if (proposals.conviction(place) < leastConviction && !canary) {
        refuse(pass, place, reason, "min_conviction", leastConviction);
      } else if (held + entered >= mostPositions) {
        pass.refuse(i, reason, "max_open_positions", text(mostPositions), text(held + entered));
      } else if (entered >= most) {
        pass.refuse(i, reason, "regime_" + regime.word(), text(most), text(entered));
      } else if (enter(pass, place, limit, reason, canary)) {
        entered++;
      }
    }
  }

  private void refuse(DecisionPass pass, int place, int reason, String code, double limit) {
    pass.refuse(
        proposals.instrument(place),
        reason,
        code,
        String.valueOf(limit),
        String.valueOf(proposals.conviction(place)));
  }

  private static String text(int number) {
    return String.valueOf(number);
  }

  /** A trial: the only trigger there is, not quite sure enough, in a market that is deep. */
  private boolean canary(double conviction, int seen, int tier) {
    return conviction < leastConviction
        && conviction >= canaryFrom
        && conviction < canaryBelow
        && seen == 1
        && tier < TriggerProfile.TIERS;
  }

  private boolean enter(
      DecisionPass pass, int place, RegimeLimits limit, int reason, boolean canary) {
    int i = proposals.instrument(place);
    int rule = proposals.rule(place);
    BarSeries bars = columns[i].bars();
    EntryPlan plan =
        planner.plan(
            bars,
            pass.bar(i),
            rule,
            universe[i].tier(pass.bar(i)),
            proposals.confidence(place),
            limit.size(),
            proposals.conviction(place),
            canary);
    if (plan.size() > 0 && pass.enter(i, TriggerRule.ALL.get(rule).side(), reason, plan)) {
      holdBars[i] = planner.holdBars(rule, bars);
      return true;
    }
    return false;
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return TriggerLines.ALL;
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return TriggerLines.value(columns[instrument], line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    int reference = gauge.bar(columns[instrument].bars().endTime(bar));
    MarketRegime regime = gauge.at(reference);
    moment.moveTo(columns[instrument], bar, regime, limits[regime.ordinal()], ease);
    return new TriggerExplanation(strategy, gauge, scan, rules, planner)
        .of(moment, universe[instrument], reference);
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].save(out);
      universe[i].save(out);
      out.putLong(holdBars[i]);
      out.putLong(recorded[i].ordinal());
    }
    out.putLong(empty ? 1 : 0);
    out.putDouble(ease);
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].restore(in);
      universe[i].restore(in);
      holdBars[i] = in.getInt();
      recorded[i] = Exclusion.values()[in.getInt()];
    }
    empty = in.getInt() != 0;
    ease = in.getDouble();
  }
}
