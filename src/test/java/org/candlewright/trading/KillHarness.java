package org.candlewright.trading;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.candlewright.indicator.Indicators;
import org.candlewright.store.Store;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.RecordKind;

/**
 * Kills a session again and again, lets it go on from its journal each time, and compares in the
 * end with one that nobody interrupted. Half of the kills are at random moments, the others in the
 * windows between journalling an intent, sending it and booking its report. From the command line:
 * {@code KillHarness FOLDER KILLS [DAYS] [SEED]}.
 */
final class KillHarness {
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final int days;
  private final SplittableRandom random;
  private final Map<SessionProbe.Moment, Integer> hit = new EnumMap<>(SessionProbe.Moment.class);
  private int randomKills;
  private List<String> code = List.of("-cp", System.getProperty("java.class.path"));

  KillHarness(Path folder, int days, long seed) {
    this.folder = folder;
    this.days = days;
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int kills = Integer.parseInt(arguments[1]);
    KillHarness harness =
        new KillHarness(
            Path.of(arguments[0]),
            arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300,
            arguments.length > 3 ? Long.parseLong(arguments[3]) : 1);
    harness.archive();
    System.out.println(harness.run(kills));
  }

  /**
   * Puts the classes into archives that are mapped instead of loaded, and checked anew, in each
   * life: that halves what a life takes.
   */
  private void archive() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path classes = Path.of(entry);
      if (Files.isDirectory(classes)) {
        Path jar = folder.toAbsolutePath().resolve("classes-" + path.size() + ".jar");
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-cf", jar.toString(), "-C", entry, ".");
        path.add(jar.toString());
      } else {
        path.add(entry);
      }
    }
    List<String> jars = List.of("-cp", String.join(File.pathSeparator, path));
    Path archive = folder.toAbsolutePath().resolve("classes.jsa");
    code = List.of("-XX:ArchiveClassesAtExit=" + archive, jars.get(0), jars.get(1));
    live(folder.resolve("archived"), "none", Integer.MAX_VALUE);
    code = List.of("-XX:SharedArchiveFile=" + archive, jars.get(0), jars.get(1));
  }

  /** Kills that often and returns what was found, in a sentence. */
  String run(int kills) throws IOException, InterruptedException {
    Path undisturbed = folder.resolve("undisturbed");
    live(undisturbed, "none", Integer.MAX_VALUE);
    Path home = folder.resolve("killed");
    SessionProbe.Moment[] moments = SessionProbe.Moment.values();
    boolean over = false;
    for (int kill = 0; kill < kills && !over; kill++) {
      boolean window = kill % 2 == 1;
      over =
          live(
              home,
              window ? moments[kill / 2 % moments.length].name() : "none",
              window ? Integer.MAX_VALUE : 1 + random.nextInt(4));
      if (over) {
        compare(undisturbed, home);
        home = folder.resolve("killed" + kill);
        over = false;
      }
      if (kill % 50 == 49) {
        System.out.println(kill + 1 + " kills: random " + randomKills + ", " + hit);
      }
    }
    live(home, "none", Integer.MAX_VALUE);
    int records = compare(undisturbed, home);
    return "killed "
        + randomKills
        + " times at random and "
        + hit
        + "; "
        + records
        + " records the same as undisturbed";
  }

  /** One life; true if it came to the session's end before it was killed. */
  private boolean live(Path home, String stopAt, int instants)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    Process process = start(home, stopAt);
    long delay = random.nextInt(3_000_000);
    int seen = 0;
    try (BufferedReader out =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null) {
        if (line.startsWith("FAILED") || line.startsWith("ALARM") || line.contains("Exception")) {
          throw new IllegalStateException(line + " in " + home);
        }
        if (line.equals("DONE")) {
          return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        seen += line.equals("I") ? 1 : 0;
        boolean window = line.startsWith("AT ");
        if (window || seen >= instants) {
          note(line, window, delay);
          process.destroyForcibly().waitFor();
          return false;
        }
        line = out.readLine();
      }
    }
    throw new IllegalStateException("a life ended by itself in " + home);
  }

  private void note(String line, boolean window, long delay) throws InterruptedException {
    if (window) {
      hit.merge(SessionProbe.Moment.valueOf(line.substring(3)), 1, Integer::sum);
    } else {
      randomKills++;
      TimeUnit.NANOSECONDS.sleep(delay);
    }
  }

  private Process start(Path home, String stopAt) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(code);
    command.addAll(
        List.of(KilledSession.class.getName(), home.toString(), Integer.toString(days), stopAt));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Compares journals record by record, and the exchange's book with the intents. */
  private static int compare(Path undisturbed, Path killed) throws IOException {
    List<JournalRecord> expected = records(undisturbed);
    List<JournalRecord> found = records(killed);
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      if (!found.get(i).saysTheSameAs(expected.get(i))) {
        throw new IllegalStateException(found.get(i) + " differs from " + expected.get(i));
      }
    }
    if (expected.size() != found.size()) {
      throw new IllegalStateException(found.size() + " records instead of " + expected.size());
    }
    List<String> intents =
        found.stream()
            .filter(record -> record.kind() == RecordKind.ORDER_INTENT)
            .map(record -> record.body().getText())
            .toList();
    List<String> book = Files.readAllLines(killed.resolve("exchange.txt"));
    for (int i = 0; i < Math.max(book.size(), intents.size()); i++) {
      String sent = i < book.size() ? book.get(i) : "nothing";
      String meant = i < intents.size() ? intents.get(i) : "nothing";
      if (!sent.equals(meant)) {
        throw new IllegalStateException(
            killed + ": order " + (i + 1) + " sent is " + sent + ", meant was " + meant);
      }
    }
    return found.size();
  }

  private static List<JournalRecord> records(Path home) {
    List<JournalRecord> records = new ArrayList<>();
    try (Store store = Store.open(home)) {
      new JournalledSessions(store.journals(), new Strategies(Indicators.standard()))
          .forEach(
              KilledSession.RUN,
              record -> {
                if (record.kind() != RecordKind.RECOVERED) {
                  records.add(record);
                }
              });
    }
    return records;
  }
}
