package org.candlewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candlewright.backtest.RunStore.Summary;
import org.candlewright.market.InputException;

/** Files of a run, wherever it is kept: in the store, or in a folder that {@code --out} wrote. */
final class KeptFiles {
  private final CommandContext context;

  KeptFiles(CommandContext context) {
    this.context = context;
  }

  /**
   * All files by name.
   *
   * @param run id or name of a stored run, or a folder
   */
  Map<String, byte[]> all(String run) {
    Optional<Path> folder = folder(run);
    if (folder.isPresent()) {
      return fromFolder(folder.get());
    }
    return context.services().runs().find(run).orElseThrow(() -> unknown(run)).files();
  }

  byte[] one(String run, String file) {
    return Optional.ofNullable(all(run).get(file))
        .orElseThrow(
            () ->
                new InputException(
                    "run " + run + ": it has no " + file,
                    "Make the run again to get all its files"));
  }

  private static Optional<Path> folder(String run) {
    try {
      return Optional.of(Path.of(run))
          .filter(each -> Files.isRegularFile(each.resolve("run.json")));
    } catch (InvalidPathException e) {
      // Names of runs are free text; one that cannot be a folder is looked up in the store.
      return Optional.empty();
    }
  }

  private static Map<String, byte[]> fromFolder(Path folder) {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new InputException(
          folder + ": cannot be read (" + OutputFiles.reason(e) + ")",
          "Make the run again with --out");
    }
    return files;
  }

  private InputException unknown(String run) {
    var names = context.services().runs().summaries().stream().map(Summary::name).toList();
    return new InputException(
        "run '" + run + "': no stored run has this id or name, and it is no" + " folder of one",
        Nearest.of(run, names)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Run candlewright runs to see what is stored"));
  }
}
