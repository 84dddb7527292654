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

  /**
   * Equity × target / volatility, so that every position moves equity alike; never more than the
   * instrument's share of equity pays for. The volatility is the sample deviation of the last 20
   * logarithmic returns of the bars, a year having 365 days.
   *
   * @param target volatility of a position in a year, a fraction of equity
   */
  record VolatilityTarget(BigDecimal target) implements Sizing {}

  /**
   * A fraction of what Kelly's formula says of the last 20 closed trades: (W − (1 − W) / R) ×
   * fraction of equity, from 0 to the instrument's share; W is the share of winners, R the mean win
   * over the mean loss. Before ten trades have closed the whole share is used.
   *
   * @param fraction above 0, at most 1
   */
  record Kelly(BigDecimal fraction) implements Sizing {}

  /**
   * A base, scaled by how sure the strategy is of the entry: min + (max − min) × conviction.
   *
   * @param min fraction at conviction 0
   * @param max fraction at conviction 1
   * @param notional the base in quote units; empty means the instrument's share of equity
   * @param cap most that all positions may be worth at their entry prices, in quote units
   */
  record Conviction(
      BigDecimal min, BigDecimal max, Optional<BigDecimal> notional, Optional<BigDecimal> cap)
      implements Sizing {}
}
