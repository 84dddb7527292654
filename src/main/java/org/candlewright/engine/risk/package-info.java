/** Limits that entries must keep, and breakers that end trading: the same in every mode. */
@NullMarked
package org.candlewright.engine.risk;

import org.jspecify.annotations.NullMarked;
