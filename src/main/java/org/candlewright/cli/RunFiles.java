package org.candlewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candlewright.backtest.RunStore.Summary;
import org.candlewright.market.InputException;

/** Files of a run, wherever it is kept: in the store, or in a folder that {@code --out} wrote. */
final class RunFiles {
  private final CommandContext context;

  RunFiles(CommandContext context) {
    this.context = context;
  }

  /**
   * @param run id or name of a stored run, or a folder
   */
  byte[] read(String run, String file) {
    Path folder = Path.of(run);
    if (Files.isRegularFile(folder.resolve("run.json"))) {
      return fromFolder(folder.resolve(file));
    }
    return context.services().runs().find(run)
        .map(stored -> Optional.ofNullable(stored.files().get(file))
            .orElseThrow(() -> new InputException("run " + run + ": it has no " + file,
                "Make the run again to get all its files")))
        .orElseThrow(() -> unknown(run));
  }

  private byte[] fromFolder(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + OutputFiles.reason(e) + ")",
          "Make the run again with --out");
    }
  }

  InputException unknown(String run) {
    var names = context.services().runs().summaries().stream().map(Summary::name).toList();
    return new InputException("run '" + run + "': no stored run has this id or name, and it is no"
        + " folder of one",
        Nearest.of(run, names).map(near -> "Did you mean " + near + "?")
            .orElse("Run candlewright runs to see what is stored"));
  }
}
