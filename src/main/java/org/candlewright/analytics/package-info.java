/** Figures of a run: one catalogue of metrics, tables and statistics over an immutable view. */
@NullMarked
package org.candlewright.analytics;

import org.jspecify.annotations.NullMarked;
