@NullMarked
package org.candlewright.cli;

import org.jspecify.annotations.NullMarked;
