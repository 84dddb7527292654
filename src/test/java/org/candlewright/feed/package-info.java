@NullMarked
package org.candlewright.feed;

import org.jspecify.annotations.NullMarked;
