package org.candlewright.replay;

import org.candlewright.strategy.IndicatorLine;

/**
 * An indicator line over the bars of a run, as the engine computed it. Kept in single precision,
 * which is finer than a pixel; exact values stand in each {@link Moment}.
 *
 * @param values one per bar from {@code firstBar} on; NaN while warming up
 */
public record Line(IndicatorLine shape, int firstBar, float[] values, Pyramid extremes) {}
