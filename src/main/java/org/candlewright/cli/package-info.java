/** The command line: the program without a window, through the same services. */
@NullMarked
package org.candlewright.cli;

import org.jspecify.annotations.NullMarked;
