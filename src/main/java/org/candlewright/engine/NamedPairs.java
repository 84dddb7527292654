package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.risk.RiskCheck;
import org.candlewright.engine.risk.Verdict;
import org.candlewright.market.Exact;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Sizing;
import org.jspecify.annotations.Nullable;

/** Sizes, checks and sends both legs of a named pair as one. */
final class NamedPairs {
  private final Desk desk;
  private final Sizer sizer;
  private final EntryGate gate;

  NamedPairs(Desk desk, Sizer sizer, EntryGate gate) {
    this.desk = desk;
    this.sizer = sizer;
    this.gate = gate;
  }

  /**
   * @param hedgeRatio value of the second leg over that of the first, above 0
   */
  boolean enter(Book first, Book second, int side, double hedgeRatio, int reason, long equity) {
    long ratio = Math.round(hedgeRatio * Exact.RATE_ONE);
    long free = desk.freeCash();
    LegSizes sizes = wanted(first, second, ratio, equity, free);
    List<DecisionRecord.SizingStep> steps =
        desk.recording()
            ? SizingSteps.legs(sizer, first, second, hedgeRatio, equity, free, sizes)
            : List.of();
    if (free <= 0) {
      return desk.reject(
          first,
          side,
          reason,
          "insufficient_balance",
          Desk.money(first, 0),
          Desk.money(first, free),
          steps);
    }
    if (sizes.empty()) {
      return tooSmall(first, second, side, reason, sizes, steps);
    }
    List<DecisionRecord.Check> checks = List.of();
    if (gate.active()) {
      Verdict verdict = gate.assessLegs(first, second, sizes, side, desk.timeMillis(), equity);
      checks = EntryGate.checks(verdict);
      steps = EntryGate.cut(first, 1, verdict, steps);
      sizes = sizes.scaled(verdict.lots());
      Optional<RiskCheck> refusal = verdict.refusal();
      if (refusal.isPresent()) {
        return desk.reject(first, side, reason, refusal.get().name(), steps, checks);
      }
      if (sizes.empty()) {
        return tooSmall(first, second, side, reason, sizes, steps);
      }
    }
    if (belowMinimum(first, sizes.firstLots()) || belowMinimum(second, sizes.secondLots())) {
      Book smaller = belowMinimum(first, sizes.firstLots()) ? first : second;
      long lots = smaller == first ? sizes.firstLots() : sizes.secondLots();
      return desk.reject(
          first,
          side,
          reason,
          "min_notional",
          smaller.instrument.minNotional().orElseThrow().toPlainString(),
          value(smaller, lots).toPlainString(),
          steps);
    }
    Order order = desk.place(first, side, Order.Purpose.ENTRY, reason, sizes.firstLots());
    desk.place(second, -side, Order.Purpose.ENTRY, reason, sizes.secondLots());
    if (gate.active()) {
      gate.entered(first.index, desk.timeMillis());
    }
    if (desk.recording()) {
      desk.record(first, "enter", side, reason, order, steps, checks);
    }
    return true;
  }

  private boolean tooSmall(
      Book first,
      Book second,
      int side,
      int reason,
      LegSizes sizes,
      List<DecisionRecord.SizingStep> steps) {
    Book smaller = sizes.firstLots() <= 0 ? first : second;
    return desk.reject(
        first,
        side,
        reason,
        "position_size_too_small",
        smaller.instrument.lot().toPlainString() + " " + smaller.instrument.id(),
        "0",
        steps);
  }

  private LegSizes wanted(Book first, Book second, long ratio, long equity, long free) {
    long lots =
        switch (sizer.sizing) {
          case Sizing.FixedQuantity fixed -> first.instrument.lotsFloor(fixed.quantity());
          case Sizing.FixedNotional ignored ->
              sizer.fullNotional() / first.model.notional(1, first.lastClose);
          default -> sizer.paidFor(first, part(equity, free, ratio), first.lastClose);
        };
    return LegSizes.hedged(first, second, lots, ratio);
  }

  /** What of the pair's budget goes to the first leg: 1 / (1 + hedge ratio). */
  private long part(long equity, long free, long ratio) {
    return Exact.mulDivFloor(
        sizer.budget(equity, free, EntryPlan.MARKET), Exact.RATE_ONE, Exact.RATE_ONE + ratio);
  }

  private static boolean belowMinimum(Book book, long lots) {
    Optional<BigDecimal> minimum = book.instrument.minNotional();
    return minimum.isPresent() && value(book, lots).compareTo(minimum.get()) < 0;
  }

  private static BigDecimal value(Book book, long lots) {
    return book.instrument.price(book.lastClose).multiply(book.instrument.quantity(lots));
  }

  /** Closes what is held of both; a leg that is on its way out already is left to it. */
  void exit(Book first, Book second, int reason) {
    Order order = close(first, reason);
    Order other = close(second, reason);
    Order recorded = order == null ? other : order;
    if (recorded != null && desk.recording()) {
      Book book = order == null ? second : first;
      desk.record(book, "exit", -recorded.side(), reason, recorded, List.of(), List.of());
    }
  }

  private @Nullable Order close(Book book, int reason) {
    desk.orders().cancelEntries(book, desk.timeMillis());
    if (book.lots == 0 || desk.leaving(book.index)) {
      return null;
    }
    return desk.place(book, -book.side(), Order.Purpose.EXIT, reason, Math.abs(book.lots));
  }
}
