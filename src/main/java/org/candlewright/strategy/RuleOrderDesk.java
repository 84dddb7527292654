package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.Exact;

/** Turns rules that hold into what is asked of the engine: entries, exits, and what rests. */
final class RuleOrderDesk {
  private final RulesStrategy strategy;
  private final RuleColumns[] columns;
  private final PlanMaker[] plans;
  private final int entries;
  private final int marketRules;
  private final long[] exitShares;
  private final long[] restingShares;
  private final boolean restsBesideLong;
  private final boolean restsBesideShort;

  RuleOrderDesk(RulesStrategy strategy, RuleColumns[] columns, PlanMaker[] plans) {
    this.plans = plans;
    this.strategy = strategy;
    this.columns = columns;
    this.entries = strategy.entries().size();
    this.marketRules = entries + strategy.exits().size();
    this.exitShares =
        strategy.exits().stream().mapToLong(rule -> units(market(rule).share())).toArray();
    this.restingShares =
        strategy.orders().exits().stream().mapToLong(exit -> units(exit.share())).toArray();
    this.restsBesideLong = strategy.orders().exits().stream().anyMatch(each -> each.side() > 0);
    this.restsBesideShort = strategy.orders().exits().stream().anyMatch(each -> each.side() < 0);
  }

  private static long units(BigDecimal share) {
    return Exact.scaled(share, 12);
  }

  private static RuleOrders.Action.Market market(RulesStrategy.Rule rule) {
    return rule.action() instanceof RuleOrders.Action.Market market
        ? market
        : (RuleOrders.Action.Market) RuleOrders.MARKET;
  }

  /** Whether something rests beside a position of that side, so that every close matters. */
  boolean restsBeside(int side) {
    return side > 0 ? restsBesideLong : side < 0 && restsBesideShort;
  }

  /** Asks every rule: entries first, as they are written, then exits. */
  void decideEvery(DecisionPass pass, int i, int bar, int side) {
    for (int rule = 0; rule < entries; rule++) {
      if (columns[i].holds(rule, bar)) {
        enterEvery(pass, i, rule, side);
      }
    }
    for (int rule = entries; rule < marketRules; rule++) {
      if (strategy.exits().get(rule - entries).side() == side && columns[i].holds(rule, bar)) {
        close(pass, i, rule);
      }
    }
  }

  private void enterEvery(DecisionPass pass, int i, int rule, int side) {
    int wanted = strategy.entries().get(rule).side();
    if (side == wanted && pass.entries(i) >= strategy.orders().pyramiding()) {
      return;
    }
    boolean against = side == -wanted;
    if (against && strategy.onOpposite() == RulesStrategy.OnOpposite.IGNORE) {
      return;
    }
    if (against && strategy.entries().get(rule).action() instanceof RuleOrders.Action.Market) {
      if (!pass.leaving(i)) {
        pass.reduce(i, Exact.RATE_ONE, rule);
      }
      if (strategy.onOpposite() == RulesStrategy.OnOpposite.CLOSE) {
        return;
      }
    }
    enter(pass, i, rule);
  }

  /** Sends the entry of a rule, at market or waiting for price. */
  void enter(DecisionPass pass, int i, int rule) {
    int side = strategy.entries().get(rule).side();
    if (!pass.warm(i) || (side < 0 && !pass.mayShort(i))) {
      return;
    }
    Optional<EntryPlan.Exits> exits = plans[i].exits(side, pass.bar(i));
    if (exits.isEmpty()) {
      return;
    }
    OrderPrices prices = columns[i].prices(rule);
    if (prices.equals(OrderPrices.NONE)) {
      if (exits.get().exist()) {
        pass.enter(i, side, rule, EntryPlan.market(exits.get()));
      } else {
        pass.enter(i, side, rule);
      }
      return;
    }
    int at = columns[i].at(pass.bar(i));
    long stop = prices.stopTicks(pass, i, side, at);
    long limit = prices.limitTicks(pass, i, side, at);
    boolean known =
        (prices.stop().isEmpty() || stop > 0) && (prices.limit().isEmpty() || limit > 0);
    if (known) {
      pass.cancelWaiting(i, rule);
      pass.enter(i, side, rule, new EntryPlan(route(stop, limit), exits.get(), 1));
    }
  }

  private static EntryPlan.Route route(long stop, long limit) {
    EntryPlan.Kind kind =
        stop == 0
            ? EntryPlan.Kind.LIMIT
            : limit == 0 ? EntryPlan.Kind.STOP : EntryPlan.Kind.STOP_LIMIT;
    return new EntryPlan.Route(kind, stop, limit, false, 0);
  }

  /** Leaves by a rule that was the first to hold: an exit, or an entry of the other side. */
  void leave(DecisionPass pass, int i, int rule) {
    if (rule < entries || whole(rule)) {
      pass.exit(i, rule);
    } else {
      close(pass, i, rule);
    }
  }

  private boolean whole(int rule) {
    return exitShares[rule - entries] == Exact.RATE_ONE
        && !market(strategy.exits().get(rule - entries)).atClose();
  }

  private void close(DecisionPass pass, int i, int rule) {
    long share = exitShares[rule - entries];
    if (market(strategy.exits().get(rule - entries)).atClose()) {
      pass.closeNow(i, share, rule);
    } else {
      pass.reduce(i, share, rule);
    }
  }

  /** Sends and moves what rests beside the position. */
  void protect(DecisionPass pass, int i, int bar, int side) {
    List<RuleOrders.Exit> exits = strategy.orders().exits();
    for (int slot = 0; slot < exits.size() && side != 0; slot++) {
      int rule = marketRules + slot;
      if (exits.get(slot).side() == side && columns[i].holds(rule, bar)) {
        OrderPrices prices = columns[i].prices(rule);
        int at = columns[i].at(bar);
        pass.restExit(
            i,
            slot,
            new ExitPlan(
                prices.stopTicks(pass, i, -side, at),
                prices.limitTicks(pass, i, -side, at),
                prices.trail(pass, i, -side, at, rule),
                restingShares[slot],
                rule));
      }
    }
  }
}
