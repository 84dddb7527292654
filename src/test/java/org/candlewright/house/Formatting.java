package org.candlewright.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one format of all Java sources. Run as a program it reformats them in place: {@code mvn -q
 * -Pformat process-test-classes}.
 */
final class Formatting {
  private static final Formatter FORMATTER =
      new Formatter(
          JavaFormatterOptions.builder()
              .style(JavaFormatterOptions.Style.GOOGLE)
              .formatJavadoc(true)
              .build());

  private Formatting() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    for (Path file : differing(Path.of("src"))) {
      Files.writeString(file, formatted(file));
      System.out.println("formatted " + file);
    }
  }

  /** Sources below the folder that are not formatted. */
  static List<Path> differing(Path folder) throws IOException, FormatterException {
    List<Path> differing = new ArrayList<>();
    for (Path file : sources(folder)) {
      if (!Files.readString(file).equals(formatted(file))) {
        differing.add(file);
      }
    }
    return differing;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String formatted(Path file) throws IOException, FormatterException {
    String used = RemoveUnusedImports.removeUnusedImports(Files.readString(file));
    String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
    return FORMATTER.formatSource(ordered);
  }
}
