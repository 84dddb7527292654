/** Look of the window: design tokens, fonts, themes. */
@NullMarked
package org.candlewright.ui.theme;

import org.jspecify.annotations.NullMarked;
