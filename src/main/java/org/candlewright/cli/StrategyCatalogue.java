package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;

/** Templates and strategy files. */
public interface StrategyCatalogue {
  List<Template> templates();

  /** A template as the JSON of a strategy file. */
  String json(String template);

  /** Everything wrong with a strategy file; empty if it can be run. */
  List<Problem> check(Path file);

  record Template(String name, String kind, String description) {}

  /**
   * @param path place in the JSON, for example {@code parameters.fast}
   */
  record Problem(String path, String problem, String remedy) {}
}
