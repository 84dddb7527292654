/** The window: what a person looks at and touches. */
@NullMarked
package org.candlewright.ui;

import org.jspecify.annotations.NullMarked;
