/** Tables: columns declared once for the screen and for export. */
@NullMarked
package org.candlewright.ui.table;

import org.jspecify.annotations.NullMarked;
