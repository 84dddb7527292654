/** The metrics against plain formulas over exported files, and their statistics by example. */
@NullMarked
package org.candlewright.analytics;

import org.jspecify.annotations.NullMarked;
