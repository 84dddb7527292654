package org.candlewright.engine.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Checks every entry against the limits of a profile, in a fixed order, and ends trading where a
 * loss limit is reached. Caps of size and exposure cut an entry; everything else refuses it. Orders
 * that only reduce do not come here.
 */
public final class RiskEngine {
  private static final long DAY = 86_400_000L;

  /** 1970-01-05 was a Monday. */
  private static final long FIRST_MONDAY = 4 * DAY;

  private static final String KILLED = "kill_switch";
  private static final int KILL = 3;

  private final RiskProfile profile;
  private final int digits;
  private final Breaker day;
  private final Breaker week;
  private final Breaker peak;

  /** All of them, in the order of the checks. */
  private final Breaker[] breakers;

  private final Pacing pacing;
  private Optional<RiskHalt> halt = Optional.empty();
  private long waivedMillis = Long.MIN_VALUE;
  private int waivedInstrument;

  /**
   * @param capital equity at the start, money units
   * @param digits decimals of a money unit
   */
  public RiskEngine(RiskProfile profile, int instruments, long capital, int digits) {
    this.profile = profile;
    this.digits = digits;
    this.day = new Breaker("daily_stop_loss", profile.limit(RiskLimit.DAILY_STOP_LOSS), capital);
    this.week = new Breaker("weekly_stop_loss", profile.limit(RiskLimit.WEEKLY_STOP_LOSS), capital);
    this.peak = new Breaker("max_drawdown", profile.limit(RiskLimit.MAX_DRAWDOWN), capital);
    this.breakers = new Breaker[] {day, week, peak};
    this.pacing = new Pacing(profile, instruments);
  }

  public RiskProfile profile() {
    return profile;
  }

  /** Whether there is anything to check. */
  public boolean active() {
    return profile.limited();
  }

  /** When and why a breaker ended trading; it stays so. */
  public Optional<RiskHalt> halt() {
    return halt;
  }

  /** Takes note of equity at a mark; a breaker that is reached latches. */
  public void mark(long millis, long equity) {
    if (halt.isPresent()) {
      return;
    }
    peak.rise(equity);
    for (Breaker each : breakers) {
      if (each.trips(equity)) {
        halt = Optional.of(each.halt(millis, equity));
        return;
      }
    }
  }

  /** A person has ended trading; a breaker that did so before keeps its reason. */
  public void kill(long millis) {
    if (halt.isEmpty()) {
      halt = Optional.of(killed(millis));
    }
  }

  private static RiskHalt killed(long millis) {
    return new RiskHalt(millis, KILLED, "off", "on");
  }

  /** A person lets trading go on: losses are measured from equity now. */
  public void reset(long equity) {
    halt = Optional.empty();
    day.measureFrom(equity);
    week.measureFrom(equity);
    peak.measureFrom(equity);
  }

  /** A day begins, and on Mondays a week. */
  public void midnight(long millis, long equity) {
    day.measureFrom(equity);
    if (Math.floorMod(millis - FIRST_MONDAY, 7 * DAY) == 0) {
      week.measureFrom(equity);
    }
  }

  /** An entry was sent. */
  public void entered(int instrument, long millis) {
    pacing.entered(instrument, millis);
  }

  /** A trade has ended. */
  public void closed(int instrument, long millis, long net, boolean stopped) {
    pacing.closed(instrument, millis, net, stopped);
  }

  /** Lets an entry of that instant pass, cut to its caps if these leave anything. */
  public void waive(long millis, int instrument) {
    waivedMillis = millis;
    waivedInstrument = instrument;
  }

  /** Checks an entry. */
  public Verdict assess(Proposal proposal) {
    Verdict verdict = check(proposal);
    boolean waived =
        proposal.timeMillis() == waivedMillis && proposal.instrument() == waivedInstrument;
    return waived
        ? new Verdict(
            verdict.lots() > 0 ? verdict.lots() : proposal.lots(), List.of(), verdict.cuts())
        : verdict;
  }

  private Verdict check(Proposal proposal) {
    List<RiskCheck> checks = new ArrayList<>();
    List<Verdict.Cut> cuts = new ArrayList<>();
    health(proposal, checks);
    long lots = exposure(proposal, checks, cuts);
    pacing.check(proposal, checks);
    checks.add(
        new RiskCheck(
            "max_open_positions",
            () -> Integer.toString(profile.count(RiskLimit.MAX_OPEN_POSITIONS)),
            () -> Integer.toString(proposal.openPositions()),
            proposal.adds()
                || proposal.openPositions() < profile.count(RiskLimit.MAX_OPEN_POSITIONS)));
    lots = order(proposal, lots, checks, cuts);
    return new Verdict(lots, List.copyOf(checks), List.copyOf(cuts));
  }

  private void health(Proposal proposal, List<RiskCheck> checks) {
    Optional<RiskHalt> halted = halt;
    checks.add(
        new RiskCheck(
            "kill_switch",
            () -> "off",
            () -> halted.map(reached -> "on: " + reached.code()).orElse("off"),
            halted.isEmpty()));
    long allowed = 2 * proposal.barMillis();
    checks.add(
        new RiskCheck(
            "data_stale",
            () -> allowed / 1_000 + " s",
            () -> proposal.quietMillis() / 1_000 + " s",
            proposal.quietMillis() < allowed));
    checks.add(
        known(
            "volatility_crash",
            profile.limit(RiskLimit.VOLATILITY_CRASH),
            proposal.market().volatility()));
    checks.add(day.check(proposal.equity()));
    checks.add(week.check(proposal.equity()));
    checks.add(peak.check(proposal.equity()));
  }

  private long exposure(Proposal proposal, List<RiskCheck> checks, List<Verdict.Cut> cuts) {
    long lots = proposal.lots();
    if (proposal.hedged()) {
      lots =
          cap(
              "strategy_caps",
              share(profile.limit(RiskLimit.STRATEGY_CAPS), proposal),
              proposal.pairs(),
              lots,
              proposal,
              checks,
              cuts);
      // Of a hedged pair its net delta and hedge gap are at risk, no more.
      long gap = Math.multiplyExact(lots, proposal.hedgeGap());
      checks.add(
          within(
              "max_total_at_risk_pct",
              RiskLimit.MAX_TOTAL_AT_RISK_PCT,
              proposal.total(),
              gap,
              proposal));
      checks.add(
          within(
              "symbol_exposure_cap",
              RiskLimit.SYMBOL_EXPOSURE_CAP,
              proposal.symbol(),
              gap,
              proposal));
    } else {
      lots =
          cap(
              "max_total_at_risk_pct",
              share(profile.limit(RiskLimit.MAX_TOTAL_AT_RISK_PCT), proposal),
              proposal.total(),
              lots,
              proposal,
              checks,
              cuts);
      lots =
          cap(
              "symbol_exposure_cap",
              share(profile.limit(RiskLimit.SYMBOL_EXPOSURE_CAP), proposal),
              proposal.symbol(),
              lots,
              proposal,
              checks,
              cuts);
      lots = cluster(proposal, lots, checks, cuts);
      checks.add(
          new RiskCheck(
              "correlated_exposure_cap",
              profile.limit(RiskLimit.CORRELATED_EXPOSURE_CAP)::toPlainString,
              () -> Integer.toString(proposal.market().alike() + 1),
              proposal.adds()
                  || !proposal
                      .market()
                      .asManyAlike(profile.count(RiskLimit.CORRELATED_EXPOSURE_CAP))));
    }
    checks.add(atMost("leverage_cap", profile.limit(RiskLimit.LEVERAGE_CAP), proposal.leverage()));
    // What the margin bears before the venue takes over: 1 / leverage less maintenance.
    BigDecimal bears =
        BigDecimal.ONE
            .divide(proposal.leverage(), 6, java.math.RoundingMode.DOWN)
            .subtract(proposal.maintenance());
    checks.add(
        new RiskCheck(
            "liquidation_distance",
            proposal.stopDistance()::toPlainString,
            bears::toPlainString,
            bears.compareTo(proposal.stopDistance()) > 0));
    return lots;
  }

  private long cluster(
      Proposal proposal, long lots, List<RiskCheck> checks, List<Verdict.Cut> cuts) {
    Optional<Cluster> cluster = proposal.market().cluster();
    if (cluster.isEmpty()) {
      checks.add(new RiskCheck("cluster_limit", () -> "none", () -> "in no cluster", true));
      return lots;
    }
    return cap(
        "cluster_limit",
        share(cluster.get().limit(), proposal),
        proposal.market().inCluster(),
        lots,
        proposal,
        checks,
        cuts);
  }

  private RiskCheck within(String name, RiskLimit limit, long used, long more, Proposal proposal) {
    long cap = share(profile.limit(limit), proposal);
    long value = Math.addExact(used, more);
    return new RiskCheck(name, () -> money(cap), () -> money(value), value <= cap);
  }

  private long order(
      Proposal proposal, long before, List<RiskCheck> checks, List<Verdict.Cut> cuts) {
    long most = Exact.scaled(profile.limit(RiskLimit.MAX_ORDER_NOTIONAL), digits);
    long lots = cap("max_order_notional", most, 0, before, proposal, checks, cuts);
    if (!proposal.hedged()) {
      lots =
          cap(
              "position_size_too_large",
              share(profile.limit(RiskLimit.POSITION_SIZE_TOO_LARGE), proposal),
              0,
              lots,
              proposal,
              checks,
              cuts);
    }
    long value = Math.multiplyExact(lots, proposal.lotValue());
    long least =
        Exact.scaled(profile.limit(RiskLimit.MIN_NOTIONAL).max(proposal.minOrder()), digits);
    checks.add(atLeast("min_notional", least, value));
    checks.add(
        atLeast(
            "position_size_too_small",
            share(profile.limit(RiskLimit.POSITION_SIZE_TOO_SMALL), proposal),
            value));
    boolean mayAdd = profile.count(RiskLimit.PYRAMID_LIMIT) > 0;
    checks.add(
        new RiskCheck(
            "already_have_position",
            () -> mayAdd ? "none, or to be added to" : "none",
            () -> proposal.adds() ? "one" : "none",
            mayAdd || !proposal.adds()));
    checks.add(
        new RiskCheck(
            "pending_order_exists",
            () -> "none",
            () -> proposal.pending() ? "one" : "none",
            !proposal.pending()));
    checks.add(
        atMost(
            "spread_too_wide",
            profile.spreadLimit(proposal.tier()),
            proposal.market().spreadBps()));
    checks.add(depth(proposal, value));
    checks.add(atMost("price_collar", profile.limit(RiskLimit.PRICE_COLLAR), proposal.priceGap()));
    checks.add(
        atMost("slippage_limit", profile.slippageLimit(proposal.tier()), proposal.slippageBps()));
    checks.add(
        atMost(
            "cost_budget",
            profile.costLimit(proposal.tier()),
            proposal.slippageBps().add(proposal.feeBps())));
    return lots;
  }

  /** Cuts to what a cap leaves; fails only where nothing is left. */
  private long cap(
      String name,
      long cap,
      long used,
      long lots,
      Proposal proposal,
      List<RiskCheck> checks,
      List<Verdict.Cut> cuts) {
    long room = Math.max(0, cap - used) / proposal.lotValue();
    long left = Math.min(lots, room);
    if (left < lots) {
      cuts.add(new Verdict.Cut(name, left));
    }
    long value = Math.addExact(used, Math.multiplyExact(left, proposal.lotValue()));
    checks.add(new RiskCheck(name, () -> money(cap), () -> money(value), left > 0 || lots == 0));
    return left;
  }

  private static long share(BigDecimal share, Proposal proposal) {
    return Rate.of(share).timesFloor(Math.max(0, proposal.equity()));
  }

  /** What stands at the best price against the order; passes where no book is recorded. */
  private RiskCheck depth(Proposal proposal, long value) {
    long least = Rate.of(profile.limit(RiskLimit.INSUFFICIENT_DEPTH)).timesFloor(value);
    OptionalLong depth = proposal.market().depth();
    return depth.isEmpty()
        ? new RiskCheck("insufficient_depth", () -> money(least), () -> "unknown", true)
        : new RiskCheck(
            "insufficient_depth",
            () -> money(least),
            () -> money(depth.getAsLong()),
            depth.getAsLong() >= least);
  }

  private static RiskCheck known(String name, BigDecimal most, Optional<BigDecimal> value) {
    return value
        .map(each -> atMost(name, most, each))
        .orElseGet(() -> new RiskCheck(name, most::toPlainString, () -> "unknown", true));
  }

  private RiskCheck atLeast(String name, long least, long value) {
    return new RiskCheck(name, () -> money(least), () -> money(value), value >= least && value > 0);
  }

  private static RiskCheck atMost(String name, BigDecimal most, BigDecimal value) {
    return new RiskCheck(
        name, most::toPlainString, value::toPlainString, value.compareTo(most) <= 0);
  }

  private String money(long units) {
    return Exact.decimal(units, digits).stripTrailingZeros().toPlainString();
  }

  public void save(StateWriter out) {
    day.save(out);
    week.save(out);
    peak.save(out);
    pacing.save(out);
    int which = -1;
    List<Breaker> breakers = List.of(day, week, peak);
    for (int i = 0; i < breakers.size(); i++) {
      which = halt.isPresent() && halt.get().code().equals(breakers.get(i).code()) ? i : which;
    }
    boolean killed = halt.isPresent() && halt.get().code().equals(KILLED);
    out.putLong(killed ? KILL : which);
    out.putLong(halt.map(RiskHalt::timeMillis).orElse(0L));
    out.putLong(
        killed
            ? 0
            : halt.map(reached -> Exact.scaled(new BigDecimal(reached.value()), 6)).orElse(0L));
  }

  public void restore(StateReader in) {
    day.restore(in);
    week.restore(in);
    peak.restore(in);
    pacing.restore(in);
    int which = in.getInt();
    long millis = in.getLong();
    String value = BigDecimal.valueOf(in.getLong(), 6).toPlainString();
    halt =
        which < 0
            ? Optional.empty()
            : which == KILL
                ? Optional.of(killed(millis))
                : Optional.of(List.of(day, week, peak).get(which).halted(millis, value));
  }
}
