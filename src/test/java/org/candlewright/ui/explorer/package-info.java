/** Tests of Explorer. */
@NullMarked
package org.candlewright.ui.explorer;

import org.jspecify.annotations.NullMarked;
