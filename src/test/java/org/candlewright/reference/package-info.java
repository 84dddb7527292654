/**
 * A second, slow reading of the rules in decimal arithmetic, to check the engine against: it shares
 * no code with it.
 */
@NullMarked
package org.candlewright.reference;

import org.jspecify.annotations.NullMarked;
