/** Explorer: which funding is worth harvesting, which pairs hold together, what data there is. */
@NullMarked
package org.candlewright.ui.explorer;

import org.jspecify.annotations.NullMarked;
