/** The offline demo market. */
@NullMarked
package org.candlewright.feed.demo;

import org.jspecify.annotations.NullMarked;
