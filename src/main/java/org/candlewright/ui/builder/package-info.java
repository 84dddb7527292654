/** Builder: a strategy, where and when to run it, and what came of it. */
@NullMarked
package org.candlewright.ui.builder;

import org.jspecify.annotations.NullMarked;
