package org.candlewright.strategy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Local time of a zone, its offset looked up once for each stretch between two clock changes. */
final class LocalClock {
  private static final long DAY = 86_400_000L;

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private long offset;

  LocalClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Milliseconds of the local day and time, as if it were UTC. */
  long local(long epochMillis) {
    if (epochMillis < from || epochMillis >= to) {
      Instant instant = Instant.ofEpochMilli(epochMillis);
      offset = rules.getOffset(instant).getTotalSeconds() * 1_000L;
      from = epochMillis;
      ZoneOffsetTransition next = rules.nextTransition(instant);
      to = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
    }
    return epochMillis + offset;
  }

  /** Minute of the local day, 0 to 1439. */
  static int minuteOfDay(long local) {
    return (int) (Math.floorMod(local, DAY) / 60_000L);
  }

  /** 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
  static int weekday(long local) {
    return (int) Math.floorMod(Math.floorDiv(local, DAY) + 3, 7L) + 1;
  }
}
