@NullMarked
package org.candlewright.trading.journal;

import org.jspecify.annotations.NullMarked;
