/** Scrubbing: a stored run opened again, with its columns, events and the state at any bar. */
@NullMarked
package org.candlewright.replay;

import org.jspecify.annotations.NullMarked;
