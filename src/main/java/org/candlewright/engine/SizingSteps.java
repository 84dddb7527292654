package org.candlewright.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.engine.DecisionRecord.SizingStep;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Sizing;

/** Writes down how a size came about, for the record of the decision. */
final class SizingSteps {
  private final Book book;
  private final String quote;
  private final List<SizingStep> steps = new ArrayList<>();

  private SizingSteps(Book book) {
    this.book = book;
    this.quote = book.instrument.quote();
  }

  static List<SizingStep> of(
      Sizer sizer, Book book, EntryPlan plan, long equity, long free, long exposure, long lots) {
    SizingSteps steps = new SizingSteps(book);
    steps.write(sizer, plan, equity, free, exposure, lots);
    steps.quantity("order", lots);
    return List.copyOf(steps.steps);
  }

  private void write(
      Sizer sizer, EntryPlan plan, long equity, long free, long exposure, long lots) {
    long budget = sizer.budget(equity, free, plan);
    if (plan.size() != Exact.RATE_ONE) {
      steps.add(
          new SizingStep(
              "multiple of the usual size",
              Exact.decimal(plan.size(), 12).stripTrailingZeros().toPlainString(),
              ""));
    }
    switch (sizer.sizing) {
      case Sizing.FixedQuantity fixed ->
          steps.add(
              new SizingStep(
                  "fixed quantity", fixed.quantity().toPlainString(), book.instrument.base()));
      case Sizing.FixedNotional fixed ->
          steps.add(new SizingStep("fixed notional", fixed.notional().toPlainString(), quote));
      case Sizing.RiskPerTrade risk -> {
        money("equity", equity);
        money("risk to the stop, share " + risk.share().toPlainString(), sizer.risked(equity));
        if (plan.route().kind() != EntryPlan.Kind.MARKET) {
          price("price of the order", Sizer.price(book, plan));
        }
        price("distance to the stop", Sizer.distance(book, plan));
      }
      case Sizing.VolatilityTarget target -> {
        money("equity", equity);
        steps.add(new SizingStep("volatility of 20 bars, a year", volatility(), "fraction"));
        money(
            "notional at target " + target.target().toPlainString(), sizer.targeted(book, equity));
        budget(sizer, free, budget, lots);
      }
      case Sizing.Kelly kelly -> {
        money("equity", equity);
        kelly(sizer, kelly);
        budget(sizer, free, budget, lots);
      }
      case Sizing.Conviction ignored -> {
        conviction(sizer, plan.conviction());
        if (sizer.fullNotional() == 0) {
          money("equity", equity);
          budget(sizer, free, budget, lots);
        } else {
          money("notional", sizer.notional(plan.conviction()));
        }
        cap(sizer, exposure);
      }
      case Sizing.EquityShare ignored -> {
        money("equity", equity);
        budget(sizer, free, budget, lots);
      }
    }
  }

  /** The steps of a leg of a pair. */
  static List<SizingStep> pair(
      Sizer sizer, Book book, double conviction, long exposure, long notional, long lots) {
    SizingSteps steps = new SizingSteps(book);
    if (sizer.sizing instanceof Sizing.Conviction) {
      steps.money("notional of a leg at most", sizer.fullNotional());
      steps.conviction(sizer, conviction);
      steps.cap(sizer, exposure);
    }
    steps.money("notional of a leg", notional);
    steps.quantity("order, whole lots of both legs", lots);
    return List.copyOf(steps.steps);
  }

  /** The steps of both legs of a named pair. */
  static List<SizingStep> legs(
      Sizer sizer, Book first, Book second, double ratio, long equity, long free, LegSizes sizes) {
    SizingSteps steps = new SizingSteps(first);
    steps.write(sizer, EntryPlan.MARKET, equity, free, 0, sizes.firstLots());
    steps.steps.add(
        new SizingStep(
            "hedge ratio", new BigDecimal(ratio, MathContext.DECIMAL64).toPlainString(), ""));
    steps.money("value of the first leg", first.model.notional(sizes.firstLots(), first.lastClose));
    steps.money(
        "value of the second leg", second.model.notional(sizes.secondLots(), second.lastClose));
    steps.quantity("order of the first leg", sizes.firstLots());
    steps.steps.add(
        new SizingStep(
            "order of the second leg",
            second.instrument.quantity(sizes.secondLots()).toPlainString(),
            second.instrument.base()));
    return List.copyOf(steps.steps);
  }

  /** The steps of a cut at the fill. */
  static List<SizingStep> cut(Book book, long wanted, long lots, long free) {
    SizingSteps steps = new SizingSteps(book);
    steps.quantity("to be filled", wanted);
    steps.money("free cash at the fill", free);
    steps.quantity("cut to what free cash pays for", lots);
    return List.copyOf(steps.steps);
  }

  private void budget(Sizer sizer, long free, long budget, long lots) {
    money("free margin", free);
    money("budget, share " + sizer.share.numerator() + "/" + sizer.share.denominator(), budget);
    money(
        "notional at leverage " + sizer.leverageDecimal.toPlainString() + " less costs",
        book.model.notional(lots, book.lastClose));
  }

  private void kelly(Sizer sizer, Sizing.Kelly kelly) {
    int count = sizer.recent.count();
    String name =
        count < RecentTrades.FEWEST
            ? "share of equity before 10 trades have closed (" + count + ")"
            : "share of equity, "
                + kelly.fraction().toPlainString()
                + " of Kelly's over the last "
                + count
                + " trades";
    steps.add(
        new SizingStep(
            name,
            BigDecimal.valueOf(sizer.kelly(), 12).stripTrailingZeros().toPlainString(),
            "fraction"));
  }

  private void conviction(Sizer sizer, double conviction) {
    steps.add(
        new SizingStep(
            "fraction at conviction "
                + BigDecimal.valueOf(Math.round(conviction * 1e6), 6)
                    .stripTrailingZeros()
                    .toPlainString(),
            sizer.fraction(conviction).decimal().toPlainString(),
            "fraction"));
  }

  private void cap(Sizer sizer, long exposure) {
    if (sizer.cap().isPresent()) {
      money("left under the cap", sizer.left(exposure));
    }
  }

  private String volatility() {
    double value = Sizer.volatility(book);
    return Double.isNaN(value) ? "" : new BigDecimal(Double.toString(value)).toPlainString();
  }

  private void money(String name, long units) {
    steps.add(
        new SizingStep(name, Exact.decimal(units, Currency.digits(quote)).toPlainString(), quote));
  }

  private void price(String name, long ticks) {
    steps.add(new SizingStep(name, book.instrument.price(ticks).toPlainString(), quote));
  }

  private void quantity(String name, long lots) {
    steps.add(
        new SizingStep(
            name, book.instrument.quantity(lots).toPlainString(), book.instrument.base()));
  }
}
