/**
 * Trading sessions: one thread owns all state, every input and what follows from it is journalled
 * before it counts, and starting up is replaying the journal.
 *
 * <p>A session is a function of its inputs. Market inputs (bars, settlements, ends of instants) and
 * commands come through one queue, are numbered and written ahead, and drive the one engine: series
 * grow by a bar, the engine runs to the instant whose end was announced. What it decides, orders,
 * fills and books is journalled behind the input. An order leaves only once its intent is on disk.
 */
@NullMarked
package org.candlewright.trading;

import org.jspecify.annotations.NullMarked;
