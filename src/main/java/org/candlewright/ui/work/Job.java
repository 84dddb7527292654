package org.candlewright.ui.work;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Something that takes time. Runs on a background thread. */
public interface Job<T> {
  /**
   * @param cancelled asked now and then; a job that sees true ends with an exception of its own
   * @param progress may be told the share done, 0 to 1, as often as the job likes
   */
  T run(BooleanSupplier cancelled, DoubleConsumer progress);
}
