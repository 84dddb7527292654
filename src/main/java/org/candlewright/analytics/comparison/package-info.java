/** Two accounts of the same trading laid side by side: a run and a list, or two runs. */
@NullMarked
package org.candlewright.analytics.comparison;

import org.jspecify.annotations.NullMarked;
