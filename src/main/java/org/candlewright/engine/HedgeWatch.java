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
 * are made smaller together. A leg left alone is closed, and so are legs that have drifted apart.
 */
final class HedgeWatch {
  /** The legs may differ by one part in so many: 2 %. */
  private static final long DRIFT_PARTS = 50;

  private final Book[] books;
  private final Booking booking;
  private final MarginLine line;
  private final PairStep[] steps;
  private final MarginStress stress = new MarginStress();
  private long transfers;
  private long transferred;
  private long reductions;
  private long highestRate;
  private long highestStressedRate;

  HedgeWatch(Book[] books, Booking booking, MarginLine line) {
    this.books = books;
    this.booking = booking;
    this.line = line;
    this.steps = new PairStep[books.length / 2];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = PairStep.of(books[2 * i], books[2 * i + 1]);
    }
  }

  /** What the perpetual wallet went through so far. */
  CarryMargin margin() {
    return new CarryMargin(
        transfers,
        transferred,
        reductions,
        MarginStress.decimal(highestRate),
        MarginStress.decimal(highestStressedRate));
  }

  /** Looks after all pairs at the closes just published. */
  void watch(Desk desk, long now) {
    for (int i = 0; i + 1 < books.length; i += 2) {
      Book perp = books[i];
      Book coin = books[i + 1];
      if (perp.lots == 0 && coin.lots != 0) {
        desk.closeLeg(coin, Reasons.LEG_LOST);
      } else if (perp.lots != 0 && drifted(perp, coin, steps[i / 2])) {
        desk.closePair(perp, coin, Reasons.HEDGE_DRIFT);
      } else if (perp.lots != 0) {
        watch(desk, now, perp, coin);
      }
    }
  }

  /** Whether the legs differ by more than a fiftieth of the larger one. */
  static boolean drifted(Book perp, Book coin, PairStep step) {
    long sold = Math.multiplyExact(Math.abs(perp.lots), step.spotLots());
    long bought = Math.multiplyExact(coin.lots, step.perpetualLots());
    return DRIFT_PARTS * Math.abs(sold - bought) > Math.max(sold, bought);
  }

  private void watch(Desk desk, long now, Book perp, Book coin) {
    stress.look(perp, line.margin(perp));
    highestRate = Math.max(highestRate, stress.rate());
    highestStressedRate = Math.max(highestStressedRate, stress.stressedRate());
    if (stress.buffered()) {
      return;
    }
    long amount = Math.min(stress.notional() - stress.equity(), Math.max(0, desk.spendable()));
    if (amount > 0) {
      booking.addMargin(perp, now, amount);
      desk.orders().relevel(perp);
      transfers++;
      transferred = Math.addExact(transferred, amount);
      desk.note(
          perp, "transfer", Reasons.MARGIN_BUFFER, List.of(), transferred(perp, stress, amount));
      stress.look(perp, line.margin(perp));
    }
    if (stress.emergency()) {
      desk.closePair(perp, coin, Reasons.MARGIN_EMERGENCY);
    } else if (!stress.buffered()) {
      reduce(desk, perp, coin);
    }
    if (stress.alert()) {
      desk.note(perp, "alert", Reasons.MARGIN_BUFFER, checks(stress), List.of());
    }
  }

  /** Sells so much of both legs that what the spot brings covers the margin of the rest. */
  private void reduce(Desk desk, Book perp, Book coin) {
    if (desk.orders().leaving(perp.index)) {
      return;
    }
    PairStep step = steps[perp.index / 2];
    long held = Math.abs(perp.lots) / step.perpetualLots();
    long steps = Exact.mulDivCeil(held, stress.notional() - stress.equity(), 2 * stress.notional());
    if (steps >= held) {
      desk.closePair(perp, coin, Reasons.MARGIN_BUFFER);
    } else {
      reductions++;
      desk.reducePair(perp, coin, step, steps, Reasons.MARGIN_BUFFER);
    }
  }

  private static List<DecisionRecord.SizingStep> transferred(
      Book perp, MarginStress stress, long amount) {
    List<DecisionRecord.SizingStep> steps = new ArrayList<>();
    String quote = perp.instrument.quote();
    steps.add(step("margin rate", MarginStress.decimal(stress.rate()).toPlainString(), "fraction"));
    steps.add(
        step(
            "margin rate at +50 %",
            MarginStress.decimal(stress.stressedRate()).toPlainString(), "fraction"));
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
            "maintenance_margin_rate",
            "0.8",
            MarginStress.decimal(stress.rate()).toPlainString(),
            false));
  }

  void save(StateWriter out) {
    out.putLong(transfers);
    out.putLong(transferred);
    out.putLong(reductions);
    out.putLong(highestRate);
    out.putLong(highestStressedRate);
  }

  void restore(StateReader in) {
    transfers = in.getLong();
    transferred = in.getLong();
    reductions = in.getLong();
    highestRate = in.getLong();
    highestStressedRate = in.getLong();
  }
}
