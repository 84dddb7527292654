package org.candlewright.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Triggers over the instruments of a run. In each pass holding times come first, then the surest
 * triggers enter, as many as the regime and the positions allow. The regime is that of the BTC
 * perpetual if it is among the instruments, else of the first.
 */
final class TriggersProgram implements StrategyProgram {
  private static final Trigger[] TRIGGERS = Trigger.values();
  private static final int STOP = TRIGGERS.length;
  private static final int TARGET = STOP + 1;
  private static final int MAX_HOLD = STOP + 2;
  private static final int WARM_UP = 25 * 50;
  private static final double CANARY_BELOW = 0.02;
  private static final double CANARY_SIZE = 0.25;

  private final TriggersStrategy strategy;
  private final List<InstrumentData> instruments;
  private final TriggerColumns[] columns;
  private final UniverseSeat[] seats;
  private final int[] ages;

  /** The trigger that what is held came from; −1 while flat. */
  private final int[] held;

  private final TriggerSetup[] setups;
  private final int reference;
  private final TriggerProfile profile;
  private final boolean plain;
  private final double leastScore;
  private final double leastConviction;
  private final boolean canary;
  private final double leastTurnover;
  private final int tierPasses;
  private final double thirdTier;
  private final int most;

  TriggersProgram(TriggersStrategy strategy, List<InstrumentData> instruments) {
    this.strategy = strategy;
    this.instruments = instruments;
    int count = instruments.size();
    this.columns = new TriggerColumns[count];
    this.seats = new UniverseSeat[count];
    this.setups = new TriggerSetup[count];
    this.ages = new int[count];
    this.held = new int[count];
    for (int i = 0; i < count; i++) {
      BarSeries bars = instruments.get(i).bars();
      columns[i] = new TriggerColumns(strategy.known(), bars);
      seats[i] = new UniverseSeat();
      setups[i] = TriggerSetup.NONE;
      ages[i] = Hours.bars(bars, Math.max(1, strategy.value("min_age_hours").intValueExact()));
      held[i] = -1;
    }
    this.reference = reference(instruments);
    this.profile = TriggerProfile.values()[strategy.value("profile").intValueExact() - 1];
    this.plain = strategy.value("all_triggers").signum() != 0;
    this.leastScore = strategy.value("min_score").doubleValue();
    double asked = strategy.value("min_conviction").doubleValue();
    this.leastConviction = asked == 0 ? profile.conviction() : asked;
    this.canary = strategy.value("canary").signum() != 0;
    this.leastTurnover = strategy.value("min_turnover").doubleValue();
    this.tierPasses = strategy.value("tier_passes").intValueExact();
    this.thirdTier = strategy.value("third_tier_percent").movePointLeft(2).doubleValue();
    this.most = strategy.value("max_positions").intValueExact();
  }

  private static int reference(List<InstrumentData> instruments) {
    for (int i = 0; i < instruments.size(); i++) {
      if (instruments.get(i).instrument().base().equals("BTC")
          && instruments.get(i).instrument().id().kind().isPerpetual()) {
        return i;
      }
    }
    return 0;
  }

  @Override
  public int minimumBars() {
    return 0;
  }

  @Override
  public int warmUpBars() {
    return WARM_UP;
  }

  @Override
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (Trigger trigger : TRIGGERS) {
      reasons.add(trigger.word());
    }
    reasons.addAll(List.of("stop_loss", "take_profit", "max_hold"));
    return List.copyOf(reasons);
  }

  @Override
  public void update(int instrument, int from, int to) {
    columns[instrument].update(from, to);
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    // Tiers count passes, and any bar may fire a trigger.
    return from;
  }

  @Override
  public void decide(DecisionPass pass) {
    int bar = pass.bar(reference);
    BarSeries market = instruments.get(reference).bars();
    MarketRegime regime = MarketRegime.at(market, bar);
    int open = 0;
    for (int i = 0; i < columns.length; i++) {
      open += hold(pass, i);
      setups[i] = pass.closed(i) ? look(pass, i, regime) : TriggerSetup.NONE;
    }
    double volatility = bar < 0 ? Double.NaN : MarketRegime.volatility(market, bar);
    int left = regime.entries(plain);
    for (int best = surest(); best >= 0; best = surest()) {
      TriggerSetup setup = setups[best];
      setups[best] = TriggerSetup.NONE;
      if (left == 0) {
        refuse(pass, best, setup, "regime_" + regime.word(), regime.entries(plain) + "", "more");
      } else if (open >= most) {
        refuse(pass, best, setup, "max_open_positions", most + "", open + "");
      } else if (enter(pass, best, setup, regime, volatility)) {
        open++;
        left--;
      }
    }
  }

  /** Closes what was held long enough; returns 1 if the instrument takes a place. */
  private int hold(DecisionPass pass, int i) {
    if (pass.side(i) == 0) {
      if (!pass.working(i)) {
        held[i] = -1;
        return 0;
      }
      return 1;
    }
    if (pass.closed(i) && held[i] >= 0 && !pass.leaving(i)) {
      int bars = Hours.bars(instruments.get(i).bars(), TRIGGERS[held[i]].holdHours());
      if (pass.barsInTrade(i) >= bars) {
        pass.exit(i, MAX_HOLD);
      }
    }
    return pass.leaving(i) ? 0 : 1;
  }

  /** What fires most surely here; nothing while it is held, excluded or not yet known. */
  private TriggerSetup look(DecisionPass pass, int i, MarketRegime regime) {
    int bar = pass.bar(i);
    TriggerColumns market = columns[i];
    if (bar < 1) {
      return TriggerSetup.NONE;
    }
    seats[i].see(strategy.universe().tier(base(i), market.turnover(bar)), tierPasses);
    if (pass.side(i) != 0 || pass.working(i) || !market.ready(bar)) {
      return TriggerSetup.NONE;
    }
    TriggerSetup setup = TriggerSetup.of(market, bar, regime, plain, seats[i].tier(), leastScore);
    if (setup.fires() < 1) {
      return TriggerSetup.NONE;
    }
    Optional<String> excluded = excluded(i, bar, pass.timeMillis());
    if (excluded.isPresent()) {
      refuse(pass, i, setup, excluded.get(), "in the universe", "excluded");
      return TriggerSetup.NONE;
    }
    if (!worth(setup)) {
      String value =
          BigDecimal.valueOf(setup.conviction()).setScale(4, RoundingMode.HALF_EVEN) + "";
      refuse(pass, i, setup, "min_conviction", leastConviction + "", value);
      return TriggerSetup.NONE;
    }
    return setup.side() < 0 && !pass.mayShort(i) ? TriggerSetup.NONE : setup;
  }

  private boolean worth(TriggerSetup setup) {
    return setup.conviction() >= leastConviction || isCanary(setup);
  }

  /** A lone trigger just below the least conviction, in one of the first two tiers. */
  private boolean isCanary(TriggerSetup setup) {
    return canary
        && setup.fires() == 1
        && setup.tier() <= 2
        && setup.conviction() < leastConviction
        && setup.conviction() >= leastConviction - CANARY_BELOW;
  }

  private Optional<String> excluded(int i, int bar, long millis) {
    Optional<String> named = strategy.universe().excluded(base(i), millis);
    if (named.isPresent() || strategy.universe().included(base(i))) {
      return named;
    }
    Optional<String> market =
        UniverseSeat.excluded(columns[i].turnover(bar), leastTurnover, bar + 1 >= ages[i]);
    return market.isEmpty() && seats[i].tier() == 3 && thirdTier == 0
        ? Optional.of("universe_third_tier")
        : market;
  }

  private String base(int i) {
    return instruments.get(i).instrument().base();
  }

  private int surest() {
    int best = -1;
    for (int i = 0; i < setups.length; i++) {
      if (setups[i].fires() > 0
          && (best < 0 || setups[i].conviction() > setups[best].conviction())) {
        best = i;
      }
    }
    return best;
  }

  private boolean enter(
      DecisionPass pass, int i, TriggerSetup setup, MarketRegime regime, double volatility) {
    Trigger trigger = setup.trigger();
    boolean small = isCanary(setup);
    double scale = trigger.size() * regime.size(plain) * setup.confidence();
    scale *= (setup.tier() == 3 ? thirdTier : 1) * (small ? CANARY_SIZE : 1);
    double percent =
        profile.percent(
            setup.tier(),
            trigger.stopPercent(),
            Double.isNaN(volatility) ? 0 : 100 * volatility,
            scale);
    long close = instruments.get(i).bars().closes()[pass.bar(i)];
    EntryPlan plan =
        new EntryPlan(
            small
                ? new EntryPlan.Route(EntryPlan.Kind.LIMIT, 0, close, true, 1)
                : EntryPlan.Route.MARKET,
            EntryPlan.Exits.bracket(
                away(close, -setup.side() * trigger.stopPercent()),
                STOP,
                away(close, setup.side() * trigger.targetPercent()),
                TARGET),
            Math.min(1, setup.conviction()),
            Math.max(1, Math.round(percent * Exact.RATE_ONE)));
    boolean accepted = pass.enter(i, setup.side(), trigger.ordinal(), plan);
    if (accepted) {
      held[i] = trigger.ordinal();
    }
    return accepted;
  }

  /** A price so many percent away, on the nearest tick. */
  private static long away(long close, double percent) {
    return BigDecimal.valueOf(close)
        .multiply(BigDecimal.ONE.add(BigDecimal.valueOf(percent).movePointLeft(2)))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private static void refuse(
      DecisionPass pass, int i, TriggerSetup setup, String code, String limit, String value) {
    pass.refuse(i, setup.trigger().ordinal(), code, limit, value);
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return List.of();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return Double.NaN;
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    TriggerColumns market = columns[instrument];
    BarSeries series = instruments.get(instrument).bars();
    BarSeries leading = instruments.get(reference).bars();
    int at = leading.lastEndedAt(series.endTime(bar));
    MarketRegime regime = MarketRegime.at(leading, at);
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(
        new Explanation.Input(
            "week's change of the market",
            at < 0 ? Double.NaN : MarketRegime.change(leading, at),
            "fraction"));
    inputs.add(
        new Explanation.Input(
            "its volatility",
            at < 0 ? Double.NaN : MarketRegime.volatility(leading, at),
            "a year"));
    inputs.add(new Explanation.Input("turnover of a day", market.turnover(bar), "quote"));
    inputs.add(new Explanation.Input("tier", seats[instrument].tier(), ""));
    List<Explanation.Condition> rules = new ArrayList<>();
    rules.add(condition("regime is " + regime.word(), true, Double.NaN, "", Double.NaN));
    Optional<String> out = excluded(instrument, bar, series.endTime(bar));
    rules.add(
        condition(
            out.map(why -> "in the universe: " + why).orElse("in the universe"),
            out.isEmpty(),
            market.turnover(bar),
            "≥",
            leastTurnover));
    if (market.ready(bar)) {
      double needed = TriggerSetup.neededRange(regime);
      double range = market.range(bar);
      rules.add(condition("ATR over its median", range >= needed, range, "≥", needed));
      for (Trigger trigger : TRIGGERS) {
        double strength = market.strength(trigger, bar, regime);
        double score = strength == 0 ? 0 : strength * market.confidence(trigger, bar, regime);
        boolean allowed = regime.allows(trigger, plain);
        rules.add(
            condition(
                trigger.word() + (allowed ? "" : ", not in this regime"),
                allowed && score >= leastScore && score > 0,
                score,
                "≥",
                leastScore));
      }
      TriggerSetup setup =
          TriggerSetup.of(market, bar, regime, plain, seats[instrument].tier(), leastScore);
      rules.add(condition("conviction", worth(setup), setup.conviction(), "≥", leastConviction));
    }
    return new Explanation(inputs, rules);
  }

  private static Explanation.Condition condition(
      String text, boolean holds, double left, String relation, double right) {
    return new Explanation.Condition(text, holds, left, right, relation, List.of());
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].save(out);
      seats[i].save(out);
      out.putLong(held[i]);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].restore(in);
      seats[i].restore(in);
      held[i] = in.getInt();
    }
  }
}
