/** Backtests: requests, runs, results. */
@NullMarked
package org.candlewright.backtest;

import org.jspecify.annotations.NullMarked;
