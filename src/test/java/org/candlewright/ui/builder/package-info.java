@NullMarked
package org.candlewright.ui.builder;

import org.jspecify.annotations.NullMarked;
