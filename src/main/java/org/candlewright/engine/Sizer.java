package org.candlewright.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.Sizing;

/** From equity to lots, in exact integers. */
final class Sizer {
  /** Returns whose deviation is an instrument's volatility. */
  static final int VOLATILITY_BARS = 20;

  private static final double YEAR_MILLIS = 365 * 86_400_000.0;
  private static final int MILLIONTHS = 1_000_000;

  final Sizing sizing;
  final Rate share;
  final BigDecimal leverageDecimal;
  final RecentTrades recent;
  private final Rate leverage;
  private final long notional;
  private final Rate risk;
  private final Optional<Long> cap;

  Sizer(
      Sizing sizing,
      BigDecimal leverage,
      int instruments,
      String quote,
      RecentTrades recentTrades) {
    this.sizing = sizing;
    this.leverageDecimal = leverage;
    this.leverage = Rate.of(leverage);
    this.share = share(sizing, instruments);
    this.recent = recentTrades;
    int digits = Currency.digits(quote);
    this.risk =
        sizing instanceof Sizing.RiskPerTrade perTrade ? Rate.of(perTrade.share()) : Rate.ONE;
    this.notional =
        switch (sizing) {
          case Sizing.FixedNotional fixed -> Exact.scaled(fixed.notional(), digits);
          case Sizing.Conviction conviction ->
              conviction.notional().map(value -> Exact.scaled(value, digits)).orElse(0L);
          default -> 0;
        };
    this.cap =
        sizing instanceof Sizing.Conviction conviction
            ? conviction.cap().map(value -> Exact.scaled(value, digits))
            : Optional.empty();
  }

  private static Rate share(Sizing sizing, int instruments) {
    Rate equal = Rate.of(BigInteger.ONE, BigInteger.valueOf(instruments));
    return switch (sizing) {
      case Sizing.EquityShare given -> given.share().map(Rate::of).orElse(equal);
      case Sizing.VolatilityTarget ignored -> equal;
      case Sizing.Kelly ignored -> equal;
      case Sizing.Conviction ignored -> equal;
      default -> Rate.ONE;
    };
  }

  Rate leverage() {
    return leverage;
  }

  /** Most that all positions may be worth at their entry prices, money units; empty without. */
  Optional<Long> cap() {
    return cap;
  }

  /** Notional of a fixed-notional or conviction sizing at full size, money units; 0 if another. */
  long fullNotional() {
    return notional;
  }

  /** Notional at a conviction, money units: the fixed one, or that fraction of it. */
  long notional(double conviction) {
    return sizing instanceof Sizing.Conviction
        ? fraction(conviction).timesFloor(notional)
        : notional;
  }

  /** min + (max − min) × conviction, the conviction rounded to six decimals. */
  Rate fraction(double conviction) {
    if (!(sizing instanceof Sizing.Conviction range)) {
      return Rate.ONE;
    }
    BigDecimal score =
        BigDecimal.valueOf(Math.round(Math.max(0, Math.min(1, conviction)) * MILLIONTHS), 6);
    return Rate.of(range.min().add(range.max().subtract(range.min()).multiply(score)));
  }

  /** Kelly's fraction of equity as it is used, an integer of 1e-12: from 0 to the share. */
  long kelly() {
    long whole = share.timesFloor(Exact.RATE_ONE);
    if (!(sizing instanceof Sizing.Kelly kelly) || recent.count() < RecentTrades.FEWEST) {
      return whole;
    }
    return Math.max(0, Math.min(whole, Rate.of(kelly.fraction()).timesFloor(recent.kelly())));
  }

  /**
   * What may be put at stake: min(share × equity × size, free margin), money units.
   *
   * @param plan its conviction and the multiple of the usual size it asks for
   */
  long budget(long equity, long free, EntryPlan plan) {
    long own = Math.max(0, equity);
    long wanted =
        switch (sizing) {
          case Sizing.Kelly ignored -> Exact.mulDivFloor(own, kelly(), Exact.RATE_ONE);
          case Sizing.Conviction ignored ->
              fraction(plan.conviction()).timesFloor(share.timesFloor(own));
          default -> share.timesFloor(own);
        };
    return Math.max(0, Math.min(scaled(wanted, plan), free));
  }

  /** What the entry asks for of a usual size: a multiple of it. */
  private static long scaled(long units, EntryPlan plan) {
    return plan.size() == Exact.RATE_ONE
        ? units
        : Exact.mulDivFloor(units, plan.size(), Exact.RATE_ONE);
  }

  /**
   * Lots to order.
   *
   * @param equity money units
   * @param free cash that is not bound, money units
   * @param exposure what all positions and entries on their way are worth, money units
   */
  long lots(Book book, EntryPlan plan, long equity, long free, long exposure) {
    long ticks = book.lastClose;
    return switch (sizing) {
      case Sizing.FixedQuantity fixed -> scaled(book.instrument.lotsFloor(fixed.quantity()), plan);
      case Sizing.FixedNotional ignored -> scaled(notional, plan) / book.model.notional(1, ticks);
      case Sizing.EquityShare ignored -> paidFor(book, budget(equity, free, plan), ticks);
      case Sizing.Kelly ignored -> paidFor(book, budget(equity, free, plan), ticks);
      case Sizing.RiskPerTrade ignored -> {
        long own = price(book, plan);
        long risked = scaled(risked(equity), plan) / book.model.notional(1, distance(book, plan));
        yield Math.min(risked, paidFor(book, budget(equity, free, plan), own));
      }
      case Sizing.VolatilityTarget ignored ->
          Math.min(
              scaled(targeted(book, equity), plan) / book.model.notional(1, ticks),
              paidFor(book, budget(equity, free, plan), ticks));
      case Sizing.Conviction ignored -> {
        long wanted =
            notional > 0
                ? scaled(notional(plan.conviction()), plan) / book.model.notional(1, ticks)
                : paidFor(book, budget(equity, free, plan), ticks);
        yield Math.min(wanted, left(exposure) / book.model.notional(1, ticks));
      }
    };
  }

  /** What the cap leaves for another position, money units. */
  long left(long exposure) {
    // Asked at every entry: no lambda, nothing boxed.
    return cap.isEmpty() ? Long.MAX_VALUE : Math.max(0, cap.get() - exposure);
  }

  /** The price an entry is measured from: its own limit or trigger, else the last close. */
  static long price(Book book, EntryPlan plan) {
    return switch (plan.route().kind()) {
      case MARKET -> book.lastClose;
      case LIMIT -> plan.route().limitTicks();
      case STOP, STOP_LIMIT -> plan.route().triggerTicks();
    };
  }

  /** Ticks from entry to stop; all of the price without a stop. */
  static long distance(Book book, EntryPlan plan) {
    long stop = plan.exits().stopTicks();
    long price = price(book, plan);
    return stop == 0 ? price : Math.max(1, Math.abs(price - stop));
  }

  /** What may be lost at the stop, money units. */
  long risked(long equity) {
    return risk.timesFloor(Math.max(0, equity));
  }

  /** Notional whose volatility is the target's share of equity; 0 where that is not known yet. */
  long targeted(Book book, long equity) {
    double volatility = volatility(book);
    if (!(sizing instanceof Sizing.VolatilityTarget wanted) || Double.isNaN(volatility)) {
      return 0;
    }
    long units = Math.max(1, Math.round(volatility * Exact.RATE_ONE));
    BigInteger notionalUnits =
        BigInteger.valueOf(Math.max(0, equity))
            .multiply(wanted.target().movePointRight(12).toBigIntegerExact())
            .divide(BigInteger.valueOf(units));
    return notionalUnits.min(BigInteger.valueOf(Long.MAX_VALUE / 4)).longValueExact();
  }

  /** Sample deviation of the last 20 logarithmic returns over a year; NaN with fewer. */
  static double volatility(Book book) {
    int first = book.last - VOLATILITY_BARS;
    if (first < book.warmStart) {
      return Double.NaN;
    }
    double sum = 0;
    double squares = 0;
    for (int bar = first + 1; bar <= book.last; bar++) {
      double move = StrictMath.log((double) book.closes[bar] / book.closes[bar - 1]);
      sum += move;
      squares += move * move;
    }
    double variance = Math.max(0, (squares - sum * sum / VOLATILITY_BARS) / (VOLATILITY_BARS - 1));
    return Math.sqrt(variance * (YEAR_MILLIS / book.barMillis));
  }

  /** Lots that a budget pays for at the run's leverage, costs included. */
  long paidFor(Book book, long budget, long ticks) {
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
}
