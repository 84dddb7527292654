@NullMarked
package org.candlewright.cli.output;

import org.jspecify.annotations.NullMarked;
