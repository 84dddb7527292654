/** The exchange that backtests and paper trading fill against. */
@NullMarked
package org.candlewright.engine.simulation;

import org.jspecify.annotations.NullMarked;
