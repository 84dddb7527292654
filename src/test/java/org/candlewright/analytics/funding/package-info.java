@NullMarked
package org.candlewright.analytics.funding;

import org.jspecify.annotations.NullMarked;
