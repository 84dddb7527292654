@NullMarked
package org.candlewright.market;

import org.jspecify.annotations.NullMarked;
