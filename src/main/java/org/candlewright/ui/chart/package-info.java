/** Charts: scales, ticks, painters and panes that every view shares. */
@NullMarked
package org.candlewright.ui.chart;

import org.jspecify.annotations.NullMarked;
