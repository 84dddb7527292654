package org.candlewright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Asks somebody for files to read. */
@FunctionalInterface
public interface ChooseFiles {
  /**
   * @param chosen gets the files; not called if nothing was chosen
   */
  void choose(Consumer<List<Path>> chosen);
}
