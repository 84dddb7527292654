package org.candlewright.ui;

import java.util.function.Supplier;

/** Asks where to write a file and writes it in the background; the shell provides it. */
public interface SaveFile {
  /**
   * @param name proposed file name
   * @param content made in the background, once a place was chosen
   */
  void save(String name, Supplier<byte[]> content);
}
