@NullMarked
package org.candlewright.ui.shell;

import org.jspecify.annotations.NullMarked;
