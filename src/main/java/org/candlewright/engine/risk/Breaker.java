package org.candlewright.engine.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** A loss from some equity at which trading ends. */
final class Breaker {
  private final String code;
  private final BigDecimal limit;
  private final Rate kept;
  private long base;
  private long floor;

  Breaker(String code, BigDecimal limit, long equity) {
    this.code = code;
    this.limit = limit;
    this.kept = Rate.of(BigDecimal.ONE.subtract(limit));
    measureFrom(equity);
  }

  String code() {
    return code;
  }

  void measureFrom(long equity) {
    base = equity;
    floor = kept.timesFloor(Math.max(0, equity));
  }

  /** Measures from the highest equity so far. */
  void rise(long equity) {
    if (equity > base) {
      measureFrom(equity);
    }
  }

  /** Whether the loss has reached the limit. */
  boolean trips(long equity) {
    return equity <= floor;
  }

  RiskCheck check(long equity) {
    return new RiskCheck(code, limit::toPlainString, lossSince(base, equity), !trips(equity));
  }

  RiskHalt halt(long millis, long equity) {
    return new RiskHalt(millis, code, limit.toPlainString(), loss(base, equity));
  }

  RiskHalt halted(long millis, String value) {
    return new RiskHalt(millis, code, limit.toPlainString(), value);
  }

  private static Supplier<String> lossSince(long base, long equity) {
    return () -> loss(base, equity);
  }

  /** Loss as a fraction, six decimals; negative for a gain. */
  private static String loss(long base, long equity) {
    if (base == 0) {
      return "0";
    }
    return BigDecimal.valueOf(base - equity)
        .divide(BigDecimal.valueOf(base), MathContext.DECIMAL64)
        .setScale(6, RoundingMode.DOWN)
        .toPlainString();
  }

  void save(StateWriter out) {
    out.putLong(base);
  }

  void restore(StateReader in) {
    measureFrom(in.getLong());
  }
}
