/** Planning and running backtests. */
@NullMarked
package org.candlewright.backtest;

import org.jspecify.annotations.NullMarked;
