/** Numbers and times as people read them. */
@NullMarked
package org.candlewright.ui.format;

import org.jspecify.annotations.NullMarked;
