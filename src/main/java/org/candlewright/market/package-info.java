/**
 * Values of the market: instruments, timeframes, bar columns, funding, exact fixed-point numbers.
 */
@NullMarked
package org.candlewright.market;

import org.jspecify.annotations.NullMarked;
