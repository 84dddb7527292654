package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Keeps the two wallets of each carry in order. In a rally the short needs margin while the gain
 * sits in the spot wallet: where a fifth of the position's value is left of it, free cash is
 * transferred until the margin is the position's value again; where there is too little, both legs
 * are made smaller together. A leg left alone is closed.
 */
final class HedgeWatch {
  private final Book[] books;
  private final Booking booking;
  private final MarginLine line;
  private CarryMargin margin = CarryMargin.NONE;

  HedgeWatch(Book[] books, Booking booking, MarginLine line) {
    this.books = books;
    this.booking = booking;
    this.line = line;
  }

  /** What the perpetual wallet went through so far. */
  CarryMargin margin() {
    return margin;
  }

  /** Looks after all pairs at the closes just published. */
  void watch(Desk desk, long now) {
    for (int i = 0; i + 1 < books.length; i += 2) {
      Book perp = books[i];
      Book coin = books[i + 1];
      if (perp.lots == 0 && coin.lots != 0) {
        desk.closeLeg(coin, Reasons.LEG_LOST);
      } else if (perp.lots != 0) {
        watch(desk, now, perp, coin);
      }
    }
  }

  private void watch(Desk desk, long now, Book perp, Book coin) {
    MarginStress stress = stress(perp);
    margin = margin.seen(stress);
    if (stress.buffered()) {
      return;
    }
    long amount = Math.min(stress.notional() - stress.equity(), Math.max(0, desk.spendable()));
    if (amount > 0) {
      booking.addMargin(perp, now, amount);
      desk.orders().relevel(perp);
      margin = margin.transfer(amount);
      desk.note(perp, "transfer", Reasons.MARGIN_BUFFER, List.of(), steps(perp, stress, amount));
    }
    MarginStress after = stress(perp);
    if (after.emergency()) {
      desk.closePair(perp, coin, Reasons.MARGIN_EMERGENCY);
    } else if (!after.buffered()) {
      reduce(desk, perp, coin, after);
    }
    if (after.alert()) {
      desk.note(perp, "alert", Reasons.MARGIN_BUFFER, checks(after), List.of());
    }
  }

  /** Sells so much of both legs that what the spot brings covers the margin of the rest. */
  private void reduce(Desk desk, Book perp, Book coin, MarginStress stress) {
    if (desk.orders().leaving(perp.index)) {
      return;
    }
    PairStep step = PairStep.of(perp, coin);
    long held = Math.abs(perp.lots) / step.perpetualLots();
    long steps = Exact.mulDivCeil(held, stress.notional() - stress.equity(), 2 * stress.notional());
    if (steps >= held) {
      desk.closePair(perp, coin, Reasons.MARGIN_BUFFER);
    } else {
      margin = margin.reduction();
      desk.reducePair(perp, coin, step, steps, Reasons.MARGIN_BUFFER);
    }
  }

  private MarginStress stress(Book perp) {
    return MarginStress.of(perp, line.margin(perp));
  }

  private static List<DecisionRecord.SizingStep> steps(
      Book perp, MarginStress stress, long amount) {
    List<DecisionRecord.SizingStep> steps = new ArrayList<>();
    String quote = perp.instrument.quote();
    steps.add(step("margin rate", stress.rate().toPlainString(), "fraction"));
    steps.add(step("margin rate at +50 %", stress.stressedRate().toPlainString(), "fraction"));
    steps.add(step("position", Desk.money(perp, stress.notional()), quote));
    steps.add(step("margin with open profit", Desk.money(perp, stress.equity()), quote));
    steps.add(step("transfer from the spot wallet", Desk.money(perp, amount), quote));
    return steps;
  }

  private static DecisionRecord.SizingStep step(String name, String value, String unit) {
    return new DecisionRecord.SizingStep(name, value, unit);
  }

  private static List<DecisionRecord.Check> checks(MarginStress stress) {
    return List.of(
        new DecisionRecord.Check(
            "maintenance_margin_rate", "0.8", stress.rate().toPlainString(), false));
  }

  void save(StateWriter out) {
    out.putLong(margin.transfers());
    out.putLong(margin.transferred());
    out.putLong(margin.reductions());
    out.putLong(Exact.scaled(margin.highestRate(), MarginStress.RATE_DIGITS));
    out.putLong(Exact.scaled(margin.highestStressedRate(), MarginStress.RATE_DIGITS));
  }

  void restore(StateReader in) {
    margin =
        new CarryMargin(
            in.getLong(),
            in.getLong(),
            in.getLong(),
            Exact.decimal(in.getLong(), MarginStress.RATE_DIGITS),
            Exact.decimal(in.getLong(), MarginStress.RATE_DIGITS));
  }
}
