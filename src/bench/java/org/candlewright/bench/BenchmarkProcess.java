package org.candlewright.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.market.InputException;

/**
 * Runs each benchmark in a Java process of its own, with the options of this one: what the compiler
 * has learned from one benchmark would otherwise change the figures of the next.
 */
final class BenchmarkProcess {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchmarkProcess() {}

  static Figure run(String name) {
    try {
      Path answer = Files.createTempFile("candlewright-bench", ".json");
      try {
        Process process =
            new ProcessBuilder(command(name, answer))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
          throw new InputException(
              "bench: " + name + " failed", "Its reason stands above; nothing was measured");
        }
        return JSON.readValue(answer.toFile(), Figure.class);
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("bench: " + name + " was interrupted", "Run it again");
    }
  }

  private static List<String> command(String name, Path answer) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    // Compiled code is waited for, so that warm-up ends with it however busy the machine is.
    command.add("-Xbatch");
    // The collector of the command line: the default one spends more on a run than the engine does.
    command.add("-XX:+UseSerialGC");
    command.addAll(Benchmarks.find(name).options());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BenchmarkProcess.class.getName());
    command.add(name);
    command.add(answer.toString());
    return command;
  }

  public static void main(String[] arguments) {
    try {
      JSON.writeValue(Path.of(arguments[1]).toFile(), Benchmarks.find(arguments[0]).measure());
    } catch (Exception e) {
      System.err.println("error: " + arguments[0] + ": " + e);
      System.exit(1);
    }
  }
}
