package org.candlewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.candlewright.store.Store;

/** A store in a folder of its own, gone when closed. */
final class TemporaryHome implements AutoCloseable {
  private final Path folder;
  private final Store store;

  TemporaryHome() throws IOException {
    folder = Files.createTempDirectory("candlewright-bench");
    store = Store.open(folder);
  }

  Path folder() {
    return folder;
  }

  Store store() {
    return store;
  }

  @Override
  public void close() throws IOException {
    store.close();
    delete(folder);
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
