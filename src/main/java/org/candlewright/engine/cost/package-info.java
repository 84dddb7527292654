/** One cost model for simulation, sizing, decision and attribution. */
@NullMarked
package org.candlewright.engine.cost;

import org.jspecify.annotations.NullMarked;
