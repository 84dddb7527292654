@NullMarked
package org.candlewright.analytics.comparison;

import org.jspecify.annotations.NullMarked;
