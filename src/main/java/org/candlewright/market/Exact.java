package org.candlewright.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Exact integer arithmetic with 128-bit products and one stated rounding. Overflow throws {@link
 * ArithmeticException}: a wrong amount of money is worse than a stopped run.
 */
public final class Exact {
  /** Denominator of rates, spreads and slippage: they are integers of 1e-12. */
  public static final long RATE_ONE = 1_000_000_000_000L;

  private Exact() {}

  /** ⌊a · b / d⌋ for d &gt; 0. */
  public static long mulDivFloor(long a, long b, long d) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63) {
      return Math.floorDiv(low, d);
    }
    return divideFloor(high, low, d);
  }

  /** ⌈a · b / d⌉ for d &gt; 0. */
  public static long mulDivCeil(long a, long b, long d) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63) {
      return Math.ceilDiv(low, d);
    }
    return Math.negateExact(divideFloor(-high - (low == 0 ? 0 : 1), -low, d));
  }

  /** a · b / d rounded half even, for d &gt; 0. */
  public static long mulDivHalfEven(long a, long b, long d) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    long quotient;
    if (high == low >> 63) {
      quotient = Math.floorDiv(low, d);
    } else {
      quotient = divideFloor(high, low, d);
    }
    // The remainder lies in [0, d), so wrapping arithmetic on the low words gives it exactly.
    long remainder = low - quotient * d;
    long other = d - remainder;
    if (remainder > other || (remainder == other && (quotient & 1) != 0)) {
      return Math.addExact(quotient, 1);
    }
    return quotient;
  }

  /** a · b / d rounded toward zero, for d &gt; 0. */
  public static long mulDivTowardZero(long a, long b, long d) {
    return (a < 0) == (b < 0) ? mulDivFloor(a, b, d) : mulDivCeil(a, b, d);
  }

  /** The product of factors over the product of divisors, rounded half even once. */
  public static long ratioHalfEven(BigInteger numerator, BigInteger denominator) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** A decimal as an integer of 10^-digits, half even. */
  public static long scaled(BigDecimal value, int digits) {
    return value.movePointRight(digits).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** An integer of 10^-digits as a decimal. */
  public static BigDecimal decimal(long units, int digits) {
    return BigDecimal.valueOf(units, digits);
  }

  private static long divideFloor(long high, long low, long d) {
    BigInteger product =
        BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(d));
    BigInteger quotient = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return quotient.longValueExact();
  }
}
