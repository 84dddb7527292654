/** Replay: a run under a playhead, with the strategy's reasons at every bar. */
@NullMarked
package org.candlewright.ui.replay;

import org.jspecify.annotations.NullMarked;
