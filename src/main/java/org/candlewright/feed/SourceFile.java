package org.candlewright.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.candlewright.market.InputException;

/**
 * A text file, plain or gzip, told apart by its first bytes; read whole before anything is kept.
 */
final class SourceFile {
  private SourceFile() {}

  static String read(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a directory", "Name a CSV file in it");
    }
    if (!Files.isReadable(file)) {
      throw new InputException(file + ": cannot be read", "Check the path and your rights");
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      boolean gzip = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
      String text = decode(file, gzip ? unzip(file, bytes) : bytes);
      if (text.isBlank()) {
        throw new InputException(file + ": empty", "Choose a CSV file with a header line");
      }
      return text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    } catch (IOException e) {
      throw new InputException(
          file + ": cannot be read, " + e.getMessage(), "Check the path and your rights");
    }
  }

  private static byte[] unzip(Path file, byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new InputException(
          file + ": the gzip is damaged or cut short (" + e.getMessage() + ")",
          "Fetch the file again");
    }
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw new InputException(
          file + ": no text file in UTF-8", "Choose a CSV file, plain or gzip");
    }
    throw new InputException(file + ": no text file", "Choose a CSV file, plain or gzip");
  }
}
