/** The window around the views: header, tabs, status bar. */
@NullMarked
package org.candlewright.ui.shell;

import org.jspecify.annotations.NullMarked;
