/** Orders and their life cycle. */
@NullMarked
package org.candlewright.engine.order;

import org.jspecify.annotations.NullMarked;
