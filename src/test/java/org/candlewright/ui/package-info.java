@NullMarked
package org.candlewright.ui;

import org.jspecify.annotations.NullMarked;
