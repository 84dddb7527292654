@NullMarked
package org.candlewright.replay;

import org.jspecify.annotations.NullMarked;
