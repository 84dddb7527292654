package org.candlewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.candlewright.backtest.MarketStore;
import org.candlewright.cli.Finding;
import org.candlewright.market.InputException;

/** What the program needs of the machine and its home, checked one by one. */
final class HealthChecks {
  private static final int OLDEST_JAVA = 25;
  private static final long LEAST_FREE_BYTES = 500_000_000L;

  /** No clock of a machine that runs this program can rightly show less. */
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final Home home;
  private final Supplier<MarketStore> market;

  HealthChecks(Home home, Supplier<MarketStore> market) {
    this.home = home;
    this.market = market;
  }

  List<Finding> all() {
    return Stream.<Supplier<Finding>>of(
            HealthChecks::java,
            HealthChecks::javaFx,
            this::writable,
            this::disk,
            this::store,
            HealthChecks::clock)
        .map(Supplier::get)
        .toList();
  }

  private static Finding java() {
    String version = Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor");
    return Runtime.version().feature() >= OLDEST_JAVA
        ? Finding.good("java", version)
        : Finding.bad("java", version, "Install a JDK " + OLDEST_JAVA + " or newer");
  }

  private static Finding javaFx() {
    try {
      Class.forName("javafx.scene.control.Control", false, HealthChecks.class.getClassLoader());
      return Finding.good(
          "javafx", System.getProperty("javafx.version", "present, not started yet"));
    } catch (ClassNotFoundException e) {
      return Finding.bad(
          "javafx",
          "its libraries are not there",
          "Build the program again: mvn -q -DskipTests package");
    }
  }

  private Finding writable() {
    try {
      Path folder = Files.createDirectories(home.directory());
      Files.delete(Files.createTempFile(folder, ".candlewright", ".tmp"));
      return Finding.good("home", folder + " can be written");
    } catch (IOException e) {
      return Finding.bad(
          "home",
          home.directory() + " cannot be written",
          "Name a folder that you may write to with --home or CANDLEWRIGHT_HOME");
    }
  }

  private Finding disk() {
    try {
      Path existing = home.directory();
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      long free = Files.getFileStore(existing).getUsableSpace();
      String detail = free / 1_000_000 + " MB free";
      return free >= LEAST_FREE_BYTES
          ? Finding.good("disk", detail)
          : Finding.bad("disk", detail, "Free some space, or move the home with --home");
    } catch (IOException e) {
      return Finding.bad(
          "disk",
          "free space is unknown (" + e.getMessage() + ")",
          "Check the disk that holds " + home.directory());
    }
  }

  private Finding store() {
    try {
      int series = market.get().contents().size();
      return Finding.good("store", "opens; " + series + " series stored");
    } catch (InputException e) {
      return Finding.bad("store", String.valueOf(e.getMessage()), e.remedy());
    }
  }

  private static Finding clock() {
    Instant now = Instant.now();
    return now.isAfter(EARLIEST) && now.isBefore(LATEST)
        ? Finding.good("clock", now + " UTC")
        : Finding.bad("clock", now + " UTC cannot be right", "Set the machine's clock");
  }
}
