package org.candlewright.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A figure, or the reason why there is none: never a stand-in, a cap or a clip. */
public sealed interface MetricValue {
  /** Decimals of ratios and means, half even. */
  int DECIMALS = 12;

  record Known(BigDecimal value) implements MetricValue {}

  record Undefined(String reason) implements MetricValue {}

  /** The number, if there is one. */
  default Optional<BigDecimal> number() {
    return switch (this) {
      case Known known -> Optional.of(known.value());
      case Undefined ignored -> Optional.empty();
    };
  }

  /** Why there is no number; empty if there is one. */
  default String reason() {
    return switch (this) {
      case Known ignored -> "";
      case Undefined undefined -> undefined.reason();
    };
  }

  static MetricValue of(BigDecimal value) {
    return new Known(value);
  }

  static MetricValue count(long value) {
    return new Known(BigDecimal.valueOf(value));
  }

  static MetricValue undefined(String reason) {
    return new Undefined(reason);
  }

  /** A money amount given in units of 10^-digits. */
  static MetricValue money(long units, int digits) {
    return new Known(BigDecimal.valueOf(units, digits));
  }

  /** An exact quotient of integers, rounded once; undefined over zero. */
  static MetricValue ratio(long numerator, long denominator, String reasonIfZero) {
    return quotient(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), reasonIfZero);
  }

  /** A money amount in units of 10^-digits divided by a count. */
  static MetricValue mean(long units, long count, int digits, String reasonIfNone) {
    return quotient(BigDecimal.valueOf(units, digits), BigDecimal.valueOf(count), reasonIfNone);
  }

  private static MetricValue quotient(
      BigDecimal numerator, BigDecimal denominator, String reasonIfZero) {
    return denominator.signum() == 0
        ? new Undefined(reasonIfZero)
        : new Known(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** A statistic; undefined if it is no finite number. */
  static MetricValue statistic(double value, String reasonIfUndefined) {
    return Double.isFinite(value)
        ? new Known(new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN))
        : new Undefined(reasonIfUndefined);
  }
}
