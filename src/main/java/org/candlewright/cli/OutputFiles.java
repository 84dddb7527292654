package org.candlewright.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.candlewright.market.InputException;

/** Writes results to disk: a file is there whole or not at all. */
final class OutputFiles {
  private OutputFiles() {}

  static void write(Path file, byte[] content) {
    Path whole = file.toAbsolutePath();
    try {
      if (Files.isDirectory(whole)) {
        throw new InputException("--out: " + file + " is a folder", "Name a file in it");
      }
      Files.createDirectories(whole.getParent());
      replace(whole, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Writes the files of a run into a folder, which is made if it is missing. */
  static void writeAll(Path folder, Map<String, byte[]> files) {
    checkWritable(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** Fails before the work is done rather than after it. */
  static void checkWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".candlewright", ".tmp"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static InputException unwritable(Path place, IOException cause) {
    return new InputException(
        "--out: " + place + " cannot be written (" + reason(cause) + ")",
        "Name a folder that you may write to");
  }

  /** What went wrong with a file, in words. */
  static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied -> "access denied";
      case NoSuchFileException missing -> "no such file";
      case FileAlreadyExistsException exists -> "a file of that name is in the way";
      default -> String.valueOf(cause.getMessage());
    };
  }
}
