package org.candlewright.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.strategy.Sizing;

/** From equity to lots, in exact integers. */
final class Sizer {
  private final Sizing sizing;
  private final Rate leverage;
  private final Rate share;
  private final long notional;
  private final Rate risk;
  private final BigDecimal leverageDecimal;

  Sizer(Sizing sizing, BigDecimal leverage, int instruments, String quote) {
    this.sizing = sizing;
    this.leverageDecimal = leverage;
    this.leverage = Rate.of(leverage);
    this.share =
        sizing instanceof Sizing.EquityShare equal
            ? equal
                .share()
                .map(Rate::of)
                .orElse(Rate.of(BigInteger.ONE, BigInteger.valueOf(instruments)))
            : Rate.ONE;
    this.risk =
        sizing instanceof Sizing.RiskPerTrade perTrade ? Rate.of(perTrade.share()) : Rate.ONE;
    this.notional =
        sizing instanceof Sizing.FixedNotional fixed
            ? Exact.scaled(fixed.notional(), Currency.digits(quote))
            : 0;
  }

  Rate leverage() {
    return leverage;
  }

  /** Fixed notional in money units; 0 if the sizing is another. */
  long notional() {
    return notional;
  }

  /** What may be put at stake: min(share × equity, free margin), money units. */
  long budget(long equity, long free) {
    return Math.max(0, Math.min(share.timesFloor(Math.max(0, equity)), free));
  }

  /**
   * Lots to order at a reference price.
   *
   * @param budget money units, see {@link #budget}
   * @param ticks reference price
   * @param stopTicks stop of the entry; 0 without, when all of its price is at risk
   */
  long lots(Book book, long budget, long ticks, long equity, long stopTicks) {
    return switch (sizing) {
      case Sizing.FixedQuantity fixed -> book.instrument.lotsFloor(fixed.quantity());
      case Sizing.FixedNotional ignored -> notional / book.model.notional(1, ticks);
      case Sizing.RiskPerTrade ignored -> {
        long distance = stopTicks == 0 ? ticks : Math.max(1, Math.abs(ticks - stopTicks));
        long risked = risk.timesFloor(Math.max(0, equity)) / book.model.notional(1, distance);
        yield Math.min(risked, paidFor(book, budget, ticks));
      }
      case Sizing.EquityShare ignored -> paidFor(book, budget, ticks);
    };
  }

  /** Lots that a budget pays for at the run's leverage, costs included. */
  private long paidFor(Book book, long budget, long ticks) {
    long gross = Exact.mulDivFloor(budget, leverage.numerator(), leverage.denominator());
    return Exact.mulDivFloor(gross, Exact.RATE_ONE, cachedFactor(book))
        / book.model.notional(1, ticks);
  }

  private long cachedFactor(Book book) {
    if (book.costFactor == 0) {
      book.costFactor = costFactor(book);
    }
    return book.costFactor;
  }

  /** 1 + half spread + slippage + leverage × taker fee, as an integer of 1e-12. */
  private long costFactor(Book book) {
    Rate taker = book.model.costs().taker();
    long fee =
        Exact.ratioHalfEven(
            BigInteger.valueOf(taker.numerator())
                .multiply(BigInteger.valueOf(leverage.numerator()))
                .multiply(BigInteger.valueOf(Exact.RATE_ONE)),
            BigInteger.valueOf(taker.denominator())
                .multiply(BigInteger.valueOf(leverage.denominator())));
    return Exact.RATE_ONE + book.model.flatCost() + fee;
  }

  List<DecisionRecord.SizingStep> steps(
      Book book, long equity, long free, long budget, long ticks, long lots) {
    int digits = Currency.digits(book.instrument.quote());
    String quote = book.instrument.quote();
    DecisionRecord.SizingStep result =
        new DecisionRecord.SizingStep(
            "order", book.instrument.quantity(lots).toPlainString(), book.instrument.base());
    return switch (sizing) {
      case Sizing.FixedQuantity fixed ->
          List.of(
              new DecisionRecord.SizingStep(
                  "fixed quantity", fixed.quantity().toPlainString(), book.instrument.base()),
              result);
      case Sizing.FixedNotional fixed ->
          List.of(
              new DecisionRecord.SizingStep(
                  "fixed notional", fixed.notional().toPlainString(), quote),
              result);
      case Sizing.RiskPerTrade perTrade ->
          List.of(
              new DecisionRecord.SizingStep(
                  "equity", Exact.decimal(equity, digits).toPlainString(), quote),
              new DecisionRecord.SizingStep(
                  "risk to the stop, share " + perTrade.share().toPlainString(),
                  Exact.decimal(risk.timesFloor(Math.max(0, equity)), digits).toPlainString(),
                  quote),
              result);
      case Sizing.EquityShare ignored ->
          List.of(
              new DecisionRecord.SizingStep(
                  "equity", Exact.decimal(equity, digits).toPlainString(), quote),
              new DecisionRecord.SizingStep(
                  "free margin", Exact.decimal(free, digits).toPlainString(), quote),
              new DecisionRecord.SizingStep(
                  "budget, share " + share.numerator() + "/" + share.denominator(),
                  Exact.decimal(budget, digits).toPlainString(),
                  quote),
              new DecisionRecord.SizingStep(
                  "notional at leverage " + leverageDecimal.toPlainString() + " less costs",
                  Exact.decimal(book.model.notional(lots, ticks), digits).toPlainString(),
                  quote),
              result);
    };
  }
}
