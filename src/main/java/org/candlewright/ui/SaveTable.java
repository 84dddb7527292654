package org.candlewright.ui;

import java.util.function.Supplier;

/** What a view asks of the window around it. */
public interface SaveTable {
  /**
   * Asks where to write a file and writes it in the background.
   *
   * @param name proposed file name
   * @param content asked on the window's thread
   */
  void save(String name, Supplier<byte[]> content);

  /** Shows the log. */
  void openLog();
}
