@NullMarked
package org.candlewright.app;

import org.jspecify.annotations.NullMarked;
