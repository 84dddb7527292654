@NullMarked
package org.candlewright.trading;

import org.jspecify.annotations.NullMarked;
