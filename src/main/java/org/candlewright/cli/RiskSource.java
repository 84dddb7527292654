package org.candlewright.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.RiskProfileJson;
import org.candlewright.market.InputException;

/** Finds the risk profile that an argument names: one of the two, or a file. */
final class RiskSource {
  private static final List<String> NAMES = List.of("research", "guarded");
  private static final long LARGEST_BYTES = 1_000_000;

  private RiskSource() {}

  static RiskProfile find(String nameOrFile) {
    if (NAMES.contains(nameOrFile)) {
      return RiskProfile.parse(nameOrFile);
    }
    Path file = path(nameOrFile);
    if (!Files.exists(file)) {
      throw unknown(nameOrFile);
    }
    try {
      if (Files.isDirectory(file) || Files.size(file) > LARGEST_BYTES) {
        throw new InputException(file + ": is no risk profile", "Name a profile's file");
      }
      return RiskProfileJson.parse(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new InputException(file + ": is no text in UTF-8", "Name a profile's file");
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read", "Check that it may be read");
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw unknown(text);
    }
  }

  private static InputException unknown(String text) {
    return new InputException(
        "--risk: '" + text + "' is neither a profile nor a file",
        Nearest.of(text, NAMES)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Use research, guarded or the name of a file"));
  }
}
