@NullMarked
package org.candlewright.ui.chart;

import org.jspecify.annotations.NullMarked;
