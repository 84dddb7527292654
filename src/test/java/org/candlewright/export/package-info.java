/** Tests of the files of runs. */
@NullMarked
package org.candlewright.export;

import org.jspecify.annotations.NullMarked;
