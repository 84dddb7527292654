package org.candlewright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.candlewright.feed.BarFeed;
import org.candlewright.trading.Surroundings;

/** Clocks of this machine, the feed's time, and the kill file of a home. */
public record SessionSurroundings(BarFeed feed, Path home) implements Surroundings {
  /** Present while trading is to stay closed. */
  static Path killFile(Path home) {
    return home.resolve("KILL_SWITCH");
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long wallMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public OptionalLong marketMillis() {
    return feed.marketMillis();
  }

  @Override
  public boolean killed() {
    return Files.exists(killFile(home));
  }
}
