/** Strategy definitions, their JSON form, and the programs they compile to. */
@NullMarked
package org.candlewright.strategy;

import org.jspecify.annotations.NullMarked;
