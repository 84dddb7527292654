/** Results as files: CSV and JSON. */
@NullMarked
package org.candlewright.export;

import org.jspecify.annotations.NullMarked;
