package org.candlewright.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.app.Application;
import org.candlewright.app.FirstFrameProcess;
import org.candlewright.app.Home;
import org.candlewright.cli.Benchmarking.Figure;

/**
 * From the start of the process to the first frame of the program's window, on a home with the demo
 * market; and the same of a window with one word in it.
 */
final class FirstFrame implements Benchmark {
  private static final int ROUNDS = 7;

  @Override
  public String name() {
    return "first_frame";
  }

  @Override
  public Figure measure() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("candlewright-bench");
    try {
      String home = folder.resolve("home").toString();
      makeDemoMarket(home);
      Path answer = folder.resolve("milliseconds");
      List<Long> ours = new ArrayList<>();
      List<Long> bare = new ArrayList<>();
      for (int round = -1; round < ROUNDS; round++) {
        long program = start(home, answer);
        long window = start("bare", answer);
        if (round >= 0) {
          ours.add(program);
          bare.add(window);
        }
      }
      return Figures.of(
          name(),
          median(ours),
          "ms",
          Map.of("bare_window", (double) median(ours) / median(bare)),
          ("from the start of the process to the first frame, software renderer, home with the demo"
                  + " market; a window with one word takes %d ms")
              .formatted(median(bare)));
    } finally {
      TemporaryHome.delete(folder);
    }
  }

  private static void makeDemoMarket(String home) {
    try (Application application =
        new Application(
            Home.of(Optional.of(Path.of(home))),
            services -> {
              throw new IllegalStateException("nothing is drawn here");
            })) {
      application.market().instruments();
    }
  }

  private static long start(String what, Path answer) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> !argument.equals("-Xbatch") && !argument.contains("SerialGC"))
            .toList());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FirstFrameProcess.class.getName());
    command.add(what);
    command.add(answer.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("the window of " + what + " did not open");
    }
    return Long.parseLong(Files.readString(answer));
  }

  private static long median(List<Long> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }
}
