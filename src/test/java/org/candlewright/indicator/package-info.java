@NullMarked
package org.candlewright.indicator;

import org.jspecify.annotations.NullMarked;
