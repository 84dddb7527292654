package org.candlewright.engine.risk;

/**
 * Why and when a breaker ended trading.
 *
 * @param code {@code daily_stop_loss}, {@code weekly_stop_loss}, {@code max_drawdown}, or {@code
 *     kill_switch} where a person did
 * @param limit fraction of the equity it is measured from
 * @param value the loss that was reached, a fraction likewise
 */
public record RiskHalt(long timeMillis, String code, String limit, String value) {}
