package org.candlewright.indicator;

import java.util.function.IntFunction;

/**
 * A registered indicator: what rules, the builder and the documentation need to know of it.
 *
 * @param name name in strategy files, for example {@code ema}
 * @param label name on charts, for example {@code EMA}
 * @param help one sentence
 * @param onPrice whether its values are prices and share the price axis
 * @param recursive whether it remembers all the past, so that 25 periods warm it up
 * @param lowGuide lower guide level, NaN for none
 * @param highGuide upper guide level, NaN for none
 * @param factory makes one for a period in bars
 */
public record IndicatorKind(
    String name,
    String label,
    String help,
    boolean onPrice,
    boolean recursive,
    double lowGuide,
    double highGuide,
    IntFunction<Indicator> factory) {}
