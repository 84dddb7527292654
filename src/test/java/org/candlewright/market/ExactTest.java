package org.candlewright.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Exact arithmetic against unlimited integers. */
class ExactTest {
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    5,
    7,
    1L << 31,
    1L << 32,
    (1L << 32) - 1,
    1L << 62,
    Exact.RATE_ONE,
    -Exact.RATE_ONE,
    Long.MAX_VALUE,
    -Long.MAX_VALUE,
    Long.MIN_VALUE,
    999_999_999_999_999_999L
  };

  @Test
  void quotientsOfWideProductsAreExactOrOverflowLoudly() {
    SplittableRandom random = new SplittableRandom(20_251_124);
    for (int i = 0; i < 300_000; i++) {
      check(draw(random), draw(random), Math.max(1, Math.abs(draw(random))));
    }
    for (long a : EDGES) {
      for (long b : EDGES) {
        for (long d : EDGES) {
          if (d > 0) {
            check(a, b, d);
          }
        }
      }
    }
  }

  private static long draw(SplittableRandom random) {
    return random.nextInt(10) == 0
        ? EDGES[random.nextInt(EDGES.length)]
        : random.nextLong() >> random.nextInt(63);
  }

  private static void check(long a, long b, long d) {
    BigDecimal product = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
    check(product, d, RoundingMode.FLOOR, () -> Exact.mulDivFloor(a, b, d));
    check(product, d, RoundingMode.CEILING, () -> Exact.mulDivCeil(a, b, d));
    check(product, d, RoundingMode.HALF_EVEN, () -> Exact.mulDivHalfEven(a, b, d));
  }

  private static void check(
      BigDecimal product, long d, RoundingMode mode, java.util.function.LongSupplier ours) {
    BigDecimal expected = product.divide(BigDecimal.valueOf(d), 0, mode);
    // At the very edge of 64 bits throwing is allowed; a wrong number never is.
    if (expected.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE - 1)) <= 0) {
      assertThat(ours.getAsLong())
          .as("%s / %s %s", product, d, mode)
          .isEqualTo(expected.longValueExact());
    } else {
      assertThat(orOverflow(ours, expected)).isEqualByComparingTo(expected);
    }
  }

  /** Our value; the expected one where we threw, which beyond 64 bits is the right answer. */
  private static BigDecimal orOverflow(java.util.function.LongSupplier ours, BigDecimal expected) {
    try {
      return BigDecimal.valueOf(ours.getAsLong());
    } catch (ArithmeticException overflow) {
      return expected;
    }
  }

  @Test
  void anOverflowThrows() {
    assertThatThrownBy(() -> Exact.mulDivFloor(Long.MAX_VALUE, 4, 2))
        .isInstanceOf(ArithmeticException.class);
  }
}
