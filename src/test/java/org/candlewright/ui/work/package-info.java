@NullMarked
package org.candlewright.ui.work;

import org.jspecify.annotations.NullMarked;
