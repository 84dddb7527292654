@NullMarked
package org.candlewright.engine;

import org.jspecify.annotations.NullMarked;
