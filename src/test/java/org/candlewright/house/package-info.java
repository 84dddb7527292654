/** Rules about the code itself: how it is stacked and how it is written. */
@NullMarked
package org.candlewright.house;

import org.jspecify.annotations.NullMarked;
