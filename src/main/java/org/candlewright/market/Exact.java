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
      // Ratios such as a leverage of 1 are common, and a division is not cheap.
      return d == 1 ? low : Math.floorDiv(low, d);
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
      if (d == 1) {
        return low;
      }
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

  /** ⌊(high · 2^64 + low) / d⌋ for d &gt; 0; the quotient must fit 63 bits. */
  private static long divideFloor(long high, long low, long d) {
    if (high < 0) {
      // ⌊−x / d⌋ = −⌈x / d⌉ = −(⌊(x − 1) / d⌋ + 1), and −(high, low) − 1 is the complement.
      return Math.subtractExact(-1, dividePositive(~high, ~low, d));
    }
    return dividePositive(high, low, d);
  }

  /**
   * Long division of two 64-bit digits by one in base 2^32 (Knuth, The Art of Computer Programming,
   * volume 2, 4.3.1, algorithm D; the form of Hacker's Delight, divlu).
   */
  private static long dividePositive(long high, long low, long d) {
    if (high >= d) {
      throw new ArithmeticException("long overflow");
    }
    int shift = Long.numberOfLeadingZeros(d);
    long divisor = d << shift;
    long divisorHigh = divisor >>> 32;
    long divisorLow = divisor & 0xFFFFFFFFL;
    long upper = shift == 0 ? high : high << shift | low >>> (64 - shift);
    long lower = low << shift;
    long first = digit(upper, lower >>> 32, divisorHigh, divisorLow);
    long rest = (upper << 32) + (lower >>> 32) - first * divisor;
    long second = digit(rest, lower & 0xFFFFFFFFL, divisorHigh, divisorLow);
    long quotient = (first << 32) + second;
    if (quotient < 0) {
      throw new ArithmeticException("long overflow");
    }
    return quotient;
  }

  /** One digit of the quotient: an estimate that is at most two too high, corrected. */
  private static long digit(long upper, long next, long divisorHigh, long divisorLow) {
    long digit = Long.divideUnsigned(upper, divisorHigh);
    long rest = upper - digit * divisorHigh;
    while (digit >>> 32 != 0 || Long.compareUnsigned(digit * divisorLow, (rest << 32) + next) > 0) {
      digit--;
      rest += divisorHigh;
      if (rest >>> 32 != 0) {
        break;
      }
    }
    return digit;
  }

  /** A number as text: no exponent, no trailing zeros. */
  public static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }
}
