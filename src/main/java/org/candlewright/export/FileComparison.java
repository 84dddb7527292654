package org.candlewright.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the files of two runs. */
final class FileComparison {
  private FileComparison() {}

  /** The first file and line that differ, with both texts; empty if all bytes are the same. */
  static Optional<String> firstDifference(Map<String, byte[]> stored, Map<String, byte[]> again) {
    for (Map.Entry<String, byte[]> file : again.entrySet()) {
      byte[] before = stored.get(file.getKey());
      if (before == null) {
        return Optional.of(file.getKey() + ": missing in the stored run");
      }
      if (!Arrays.equals(before, file.getValue())) {
        return Optional.of(file.getKey() + ":" + lines(before, file.getValue()));
      }
    }
    return Optional.empty();
  }

  private static String lines(byte[] before, byte[] after) {
    List<String> first = new String(before, StandardCharsets.UTF_8).lines().toList();
    List<String> second = new String(after, StandardCharsets.UTF_8).lines().toList();
    int line = 0;
    while (line < Math.min(first.size(), second.size())
        && first.get(line).equals(second.get(line))) {
      line++;
    }
    return (line + 1) + ": stored '" + at(first, line) + "', now '" + at(second, line) + "'";
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(end of file)";
  }
}
