package org.candlewright.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;

/** Finds the strategy that an argument names: a template, or a file. */
final class StrategySource {
  private static final long LARGEST_BYTES = 1_000_000;

  private final Strategies strategies;

  StrategySource(Strategies strategies) {
    this.strategies = strategies;
  }

  StrategyDefinition find(String fileOrName) {
    return strategies.template(fileOrName).orElseGet(() -> file(fileOrName));
  }

  private StrategyDefinition file(String text) {
    Path file = path(text);
    if (!Files.exists(file)) {
      throw new InputException(
          "--strategy: '" + text + "' is neither a template nor a file",
          Nearest.of(text, strategies.templateNames())
              .map(near -> "Did you mean " + near + "?")
              .orElse("Run candlewright strategies to see the templates"));
    }
    return read(file);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException(
          "--strategy: '" + text + "' is not a file's name", "Name a strategy file or a template");
    }
  }

  /** Reads a strategy file. */
  StrategyDefinition read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new InputException(file + ": is a folder", "Name a strategy file");
      }
      if (Files.size(file) > LARGEST_BYTES) {
        throw new InputException(
            file + ": is too large for a strategy",
            "Name a strategy file; candlewright strategies show ema-crossover prints one");
      }
      return strategies.parse(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new InputException(file + ": is no text in UTF-8", "Name a strategy file");
    } catch (IOException e) {
      throw new InputException(
          file + ": cannot be read (" + OutputFiles.reason(e) + ")",
          "Name a strategy file that you may read");
    }
  }
}
