@NullMarked
package org.candlewright.analytics.pairs;

import org.jspecify.annotations.NullMarked;
