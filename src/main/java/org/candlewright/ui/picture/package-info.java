/** Pictures of the views. */
@NullMarked
package org.candlewright.ui.picture;

import org.jspecify.annotations.NullMarked;
