package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.Optional;

/** How much to trade: the {@code sizing} object of a strategy file. */
public sealed interface Sizing {
  /** Always the same quantity, in base units. */
  record FixedQuantity(BigDecimal quantity) implements Sizing {}

  /** Always the same value, in quote units. */
  record FixedNotional(BigDecimal notional) implements Sizing {}

  /**
   * A share of the account's equity.
   *
   * @param share fraction; empty means 1 / number of the run's instruments
   */
  record EquityShare(Optional<BigDecimal> share) implements Sizing {}

  /**
   * What a trade may lose at its stop.
   *
   * @param share fraction of equity
   */
  record RiskPerTrade(BigDecimal share) implements Sizing {}
}
