/** Background work: started by view models, shown in the status bar. */
@NullMarked
package org.candlewright.ui.work;

import org.jspecify.annotations.NullMarked;
