@NullMarked
package org.candlewright.ui.replay;

import org.jspecify.annotations.NullMarked;
