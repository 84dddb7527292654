/**
 * Benchmarks by name. Ratios need both sides measured alternately in one process, which JMH does
 * not do (it runs one benchmark after another), so those have a loop of their own in {@link
 * org.candlewright.bench.Alternation}; single figures are measured by JMH.
 */
@NullMarked
package org.candlewright.bench;

import org.jspecify.annotations.NullMarked;
