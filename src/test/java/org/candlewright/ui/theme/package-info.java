@NullMarked
package org.candlewright.ui.theme;

import org.jspecify.annotations.NullMarked;
