/** Which pairs hold together: correlation, cointegration and the screening of whole universes. */
@NullMarked
package org.candlewright.analytics.pairs;

import org.jspecify.annotations.NullMarked;
