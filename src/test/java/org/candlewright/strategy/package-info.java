@NullMarked
package org.candlewright.strategy;

import org.jspecify.annotations.NullMarked;
