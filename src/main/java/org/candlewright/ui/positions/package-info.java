/** Positions: what a session on paper holds, why, what stands in its way, and its controls. */
@NullMarked
package org.candlewright.ui.positions;

import org.jspecify.annotations.NullMarked;
