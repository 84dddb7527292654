@NullMarked
package org.candlewright.ui.format;

import org.jspecify.annotations.NullMarked;
