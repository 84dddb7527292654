/** Tests of the store. */
@NullMarked
package org.candlewright.store;

import org.jspecify.annotations.NullMarked;
