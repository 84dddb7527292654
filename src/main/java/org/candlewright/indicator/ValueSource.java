package org.candlewright.indicator;

/** What an indicator is computed from: a price of the bar or the output of another indicator. */
@FunctionalInterface
public interface ValueSource {
  /** Values of the block's bars in {@code [0..size)}; to be read only, and only for this block. */
  double[] values(PriceBlock block);
}
