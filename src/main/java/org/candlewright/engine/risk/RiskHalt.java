package org.candlewright.engine.risk;

/**
 * Why and when a breaker ended trading.
 *
 * @param code {@code daily_stop_loss}, {@code weekly_stop_loss} or {@code max_drawdown}
 * @param limit fraction of the equity it is measured from
 * @param value the loss that was reached, a fraction likewise
 */
public record RiskHalt(long timeMillis, String code, String limit, String value) {}
