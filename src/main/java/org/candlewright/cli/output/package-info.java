/** Results on standard output: for people, as CSV and as JSON, from one description. */
@NullMarked
package org.candlewright.cli.output;

import org.jspecify.annotations.NullMarked;
