/** Block-streaming indicators: one implementation for blocks of thousands and blocks of one. */
@NullMarked
package org.candlewright.indicator;

import org.jspecify.annotations.NullMarked;
