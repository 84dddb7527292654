/** The write-ahead journal: checksummed records in append-only blocks. */
@NullMarked
package org.candlewright.trading.journal;

import org.jspecify.annotations.NullMarked;
