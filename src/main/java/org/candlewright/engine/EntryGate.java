package org.candlewright.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.risk.Proposal;
import org.candlewright.engine.risk.RiskCheck;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.Verdict;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Legs;

/** Shows entries to the risk checks, with how the account stands. */
final class EntryGate {
  private final Book[] books;
  private final WorkingOrders orders;
  private final RiskEngine risk;
  private final Sizer sizer;
  private final Legs legs;
  private final MarketConditions conditions;

  EntryGate(Book[] books, WorkingOrders orders, RiskEngine risk, Sizer sizer, Legs legs) {
    this.books = books;
    this.orders = orders;
    this.risk = risk;
    this.sizer = sizer;
    this.legs = legs;
    this.conditions = new MarketConditions(books, risk.profile());
  }

  boolean active() {
    return risk.active();
  }

  boolean halted() {
    return risk.halt().isPresent();
  }

  void kill(long millis) {
    risk.kill(millis);
  }

  void reset(long equity) {
    risk.reset(equity);
  }

  /** Reason of exits that a breaker makes. */
  int haltReason() {
    return Reasons.ofBreaker(risk.halt().orElseThrow().code());
  }

  void entered(int instrument, long now) {
    risk.entered(instrument, now);
  }

  /** Checks an entry of one instrument. */
  Verdict assess(Book book, int side, EntryPlan plan, long lots, long now, long equity) {
    long price = Sizer.price(book, plan);
    boolean turns = book.lots != 0 && side != book.side();
    long symbol = worth(book, turns);
    long total = 0;
    int open = 0;
    for (Book each : books) {
      total += each == book ? symbol : worth(each, false);
      open += each != book && taken(each) ? 1 : 0;
    }
    BigDecimal close = BigDecimal.valueOf(book.lastClose);
    long stop = plan.exits().stopTicks();
    return risk.assess(
        new Proposal(
            now,
            book.index,
            lots,
            book.model.notional(1, price),
            false,
            equity,
            total,
            symbol,
            0,
            open,
            book.lots != 0 && !turns,
            pending(book),
            now - book.endTime(book.last),
            book.barMillis,
            fraction(Math.abs(price - book.lastClose), close),
            book.instrument.minNotional().orElse(BigDecimal.ZERO),
            leverage(book),
            maintenance(book),
            tier(book),
            bps(book.model.flatCost()),
            book.model.costs().taker().decimal().movePointRight(4),
            stop == 0
                ? BigDecimal.ZERO
                : fraction(Math.abs(price - stop), BigDecimal.valueOf(price)),
            0,
            conditions.of(book, side, each -> worth(each, false), symbol)));
  }

  /** Checks a pair, whose steps are both legs together. */
  Verdict assessPair(Book perp, Book coin, PairStep step, long steps, long now, long equity) {
    long value =
        perp.model.notional(step.perpetualLots(), perp.lastClose)
            + coin.model.notional(step.spotLots(), coin.lastClose);
    long perpValue = perp.model.notional(step.perpetualLots(), perp.lastClose);
    long gap = Math.abs(perpValue - coin.model.notional(step.spotLots(), coin.lastClose));
    return assessTwo(perp, coin, new Whole(steps, value, gap), -1, now, equity);
  }

  /** Checks a named pair; what the verdict leaves of the first leg, the second follows. */
  Verdict assessLegs(Book first, Book second, LegSizes sizes, int side, long now, long equity) {
    long one = first.model.notional(sizes.firstLots(), first.lastClose);
    long other = second.model.notional(sizes.secondLots(), second.lastClose);
    // Per lot of the first leg, rounded up: a cap holds for both together.
    Whole whole =
        new Whole(
            sizes.firstLots(),
            Math.ceilDiv(one + other, sizes.firstLots()),
            Math.ceilDiv(Math.abs(one - other), sizes.firstLots()));
    return assessTwo(first, second, whole, side, now, equity);
  }

  /**
   * Two legs as one.
   *
   * @param steps how many of the smallest part of both
   * @param value what a step of both is worth, money units
   * @param gap by how much the legs of a step differ in value
   */
  private record Whole(long steps, long value, long gap) {}

  private Verdict assessTwo(Book perp, Book coin, Whole whole, int side, long now, long equity) {
    long gross = 0;
    long gaps = 0;
    int open = 0;
    for (Book each : books) {
      gross += worth(each, false);
      gaps += each.index % 2 == 0 ? hedgeGap(each, books[each.index + 1]) : 0;
      open += each != perp && each.index % 2 == 0 && taken(each) ? 1 : 0;
    }
    return risk.assess(
        new Proposal(
            now,
            perp.index,
            whole.steps(),
            whole.value(),
            true,
            equity,
            gaps,
            hedgeGap(perp, coin),
            gross,
            open,
            false,
            pending(perp),
            Math.max(now - perp.endTime(perp.last), now - coin.endTime(coin.last)),
            perp.barMillis,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            tier(perp),
            bps(perp.model.flatCost()),
            perp.model.costs().taker().decimal().movePointRight(4),
            BigDecimal.ZERO,
            whole.gap(),
            conditions.of(perp, side, each -> 0, 0)));
  }

  /** By how much the values of the two legs of a pair differ: its net delta, in money. */
  private static long hedgeGap(Book first, Book second) {
    return Math.abs(
        first.model.notional(Math.abs(first.lots), first.lastClose)
            - second.model.notional(Math.abs(second.lots), second.lastClose));
  }

  /** Value of the position at its last close and of entries on their way. */
  private long worth(Book book, boolean withoutPosition) {
    long sum = withoutPosition ? 0 : book.model.notional(Math.abs(book.lots), book.lastClose);
    sum = Math.addExact(sum, Desk.waiting(book, orders.atOpens));
    return Math.addExact(sum, Desk.waiting(book, book.resting));
  }

  private boolean taken(Book book) {
    return book.lots != 0 || pending(book);
  }

  private boolean pending(Book book) {
    return book.workingOrders > 0 && (pending(book, orders.atOpens) || pending(book, book.resting));
  }

  private static boolean pending(Book book, List<Order> all) {
    for (Order order : all) {
      if (order.instrument() == book.index && order.isEntry() && order.working()) {
        return true;
      }
    }
    return false;
  }

  private BigDecimal leverage(Book book) {
    return book.perpetual() && legs != Legs.PERPETUAL_AND_SPOT
        ? sizer.leverageDecimal
        : BigDecimal.ONE;
  }

  private static BigDecimal maintenance(Book book) {
    return book.perpetual() ? book.maintenance.decimal() : BigDecimal.ZERO;
  }

  private static BigDecimal fraction(long part, BigDecimal whole) {
    return BigDecimal.valueOf(part).divide(whole, MathContext.DECIMAL64);
  }

  private static BigDecimal bps(long units) {
    return BigDecimal.valueOf(units, 8).stripTrailingZeros();
  }

  private static RiskProfile.TierClass tier(Book book) {
    return switch (book.model.costs().tier()) {
      case MEGA, LARGE -> RiskProfile.TierClass.FIRST;
      case MID -> RiskProfile.TierClass.SECOND;
      case SMALL, MICRO -> RiskProfile.TierClass.THIRD;
    };
  }

  /** The checks as a decision records them. */
  static List<DecisionRecord.Check> checks(Verdict verdict) {
    List<DecisionRecord.Check> out = new ArrayList<>();
    for (RiskCheck each : verdict.checks()) {
      out.add(new DecisionRecord.Check(each.name(), each.limit(), each.value(), each.passed()));
    }
    return out;
  }

  /** The steps of sizing with the caps that cut it. */
  static List<DecisionRecord.SizingStep> cut(
      Book book, long lotsOfStep, Verdict verdict, List<DecisionRecord.SizingStep> steps) {
    List<DecisionRecord.SizingStep> all = new ArrayList<>(steps);
    for (Verdict.Cut each : verdict.cuts()) {
      all.add(
          new DecisionRecord.SizingStep(
              "cut to " + each.name(),
              book.instrument.quantity(each.lots() * lotsOfStep).toPlainString(),
              book.instrument.base()));
    }
    return all;
  }

  static Optional<String> code(Verdict verdict) {
    return verdict.refusal().map(RiskCheck::name);
  }
}
