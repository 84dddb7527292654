/** The deterministic core: events in, decisions out. */
@NullMarked
package org.candlewright.engine;

import org.jspecify.annotations.NullMarked;
