package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.candlewright.market.Exact;

/**
 * A fraction such as a fee rate or a leverage, kept as a reduced ratio so that products with money
 * stay within 64 bits where they can.
 *
 * @param numerator may be negative (a rebate)
 * @param denominator above zero
 */
public record Rate(long numerator, long denominator) {
  public static final Rate ZERO = new Rate(0, 1);
  public static final Rate ONE = new Rate(1, 1);

  /** The exact value of a decimal. */
  public static Rate of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() < 0) {
      plain = plain.setScale(0);
    }
    return of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  /** numerator / denominator, reduced. */
  public static Rate of(BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator).max(BigInteger.ONE);
    return new Rate(
        numerator.divide(common).longValueExact(), denominator.divide(common).longValueExact());
  }

  /** amount × rate, half even. */
  public long times(long amount) {
    return Exact.mulDivHalfEven(amount, numerator, denominator);
  }

  /** ⌊amount × rate⌋. */
  public long timesFloor(long amount) {
    return Exact.mulDivFloor(amount, numerator, denominator);
  }

  /** amount / rate, half even. */
  public long divide(long amount) {
    return Exact.mulDivHalfEven(amount, denominator, numerator);
  }

  public BigDecimal decimal() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator));
  }
}
