/** What TradingView did, trade by trade, against what the engine does with the same rules. */
@NullMarked
package org.candlewright.parity;

import org.jspecify.annotations.NullMarked;
