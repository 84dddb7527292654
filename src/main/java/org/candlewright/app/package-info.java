/** The composition root. */
@NullMarked
package org.candlewright.app;

import org.jspecify.annotations.NullMarked;
