package org.candlewright.engine.risk;

import java.math.BigDecimal;
import org.candlewright.market.InputException;

/**
 * A named set of limits. Shares are fractions of equity, durations milliseconds.
 *
 * @param limited whether the limits below are checked at all
 * @param dailyStop loss since 00:00 UTC that ends trading
 * @param weeklyStop loss since Monday 00:00 UTC that ends trading
 * @param maxDrawdown fall below the highest equity that ends trading
 * @param totalAtRisk most that all positions together may be worth
 * @param hedgedGross most that both legs of all hedged pairs together may be worth
 * @param symbolExposure most that the position in one instrument may be worth
 * @param largestOrder most that one order may be worth, as a share of equity
 * @param smallestOrder least that one order must be worth, as a share of equity
 * @param maxLeverage of the run
 * @param minOrder least value of an order, in quote
 * @param maxOrder most value of an order, in quote
 * @param priceCollar most that an order's price may lie away from the last close, a fraction
 * @param spacing between any two entries
 * @param afterWin pause of an instrument after a trade that won
 * @param afterLoss after one that lost
 * @param afterStop after one that its stop ended
 * @param streak losses in a row that pause all entries
 * @param afterStreak how long
 * @param entriesAnHour most entries in an hour
 * @param entriesADay most entries in 24 hours
 * @param maxPositions instruments held at once
 * @param addsADay entries that add to a position, per instrument in 24 hours
 */
public record RiskProfile(
    String name,
    boolean limited,
    BigDecimal dailyStop,
    BigDecimal weeklyStop,
    BigDecimal maxDrawdown,
    BigDecimal totalAtRisk,
    BigDecimal hedgedGross,
    BigDecimal symbolExposure,
    BigDecimal largestOrder,
    BigDecimal smallestOrder,
    BigDecimal maxLeverage,
    BigDecimal minOrder,
    BigDecimal maxOrder,
    BigDecimal priceCollar,
    long spacing,
    long afterWin,
    long afterLoss,
    long afterStop,
    int streak,
    long afterStreak,
    int entriesAnHour,
    int entriesADay,
    int maxPositions,
    int addsADay) {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;

  private static final RiskProfile GUARDED = withNumbers("guarded", true);
  private static final RiskProfile RESEARCH = withNumbers("research", false);

  private static RiskProfile withNumbers(String name, boolean limited) {
    return new RiskProfile(
        name,
        limited,
        new BigDecimal("0.03"),
        new BigDecimal("0.07"),
        new BigDecimal("0.10"),
        new BigDecimal("0.25"),
        new BigDecimal("0.50"),
        new BigDecimal("0.03"),
        new BigDecimal("0.10"),
        new BigDecimal("0.0025"),
        BigDecimal.valueOf(5),
        BigDecimal.TEN,
        BigDecimal.valueOf(100_000),
        new BigDecimal("0.05"),
        90 * SECOND,
        10 * MINUTE,
        60 * MINUTE,
        120 * MINUTE,
        3,
        60 * MINUTE,
        3,
        120,
        8,
        1);
  }

  /** Balance, margin and liquidation alone. */
  public static RiskProfile research() {
    return RESEARCH;
  }

  /** All checks. */
  public static RiskProfile guarded() {
    return GUARDED;
  }

  /** The profile of that name. */
  public static RiskProfile parse(String name) {
    return switch (name) {
      case "research" -> RESEARCH;
      case "guarded" -> GUARDED;
      default ->
          throw new InputException(
              "risk: profile '" + name + "' is not available", "Use research or guarded");
    };
  }

  /** Largest expected half spread and slippage of a tier, in basis points. */
  public BigDecimal slippageLimit(TierClass tier) {
    return switch (tier) {
      case FIRST -> BigDecimal.valueOf(20);
      case SECOND -> BigDecimal.valueOf(40);
      case THIRD -> BigDecimal.valueOf(60);
    };
  }

  /** Largest expected fee, half spread and slippage of a tier, in basis points. */
  public BigDecimal costLimit(TierClass tier) {
    return switch (tier) {
      case FIRST -> BigDecimal.valueOf(60);
      case SECOND -> BigDecimal.valueOf(95);
      case THIRD -> BigDecimal.valueOf(120);
    };
  }

  /** Classes of liquidity that limits of cost are given for. */
  public enum TierClass {
    /** Mega and large. */
    FIRST,
    /** Mid. */
    SECOND,
    /** Small and micro. */
    THIRD
  }
}
