/** Which funding is worth harvesting: statistics of settled rates, costs, yields, patterns. */
@NullMarked
package org.candlewright.analytics.funding;

import org.jspecify.annotations.NullMarked;
