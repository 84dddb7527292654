package org.candlewright.engine.risk;

import java.util.Arrays;
import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** When entries were made and trades ended, and the pauses that follow. */
final class Pacing {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long NEVER = Long.MIN_VALUE / 4;

  private final RiskProfile profile;

  /** Times and instruments of the last entries, as many as a day may have. */
  private final long[] times;

  private final long[] instruments;
  private int entries;
  private final long[] pausedUntil;
  private int losses;
  private long lastLoss = NEVER;

  Pacing(RiskProfile profile, int instrumentCount) {
    this.profile = profile;
    this.times = new long[profile.count(RiskLimit.TRADE_FREQUENCY_DAILY)];
    this.instruments = new long[profile.count(RiskLimit.TRADE_FREQUENCY_DAILY)];
    Arrays.fill(times, NEVER);
    this.pausedUntil = new long[instrumentCount];
    Arrays.fill(pausedUntil, NEVER);
  }

  void entered(int instrument, long millis) {
    int at = entries++ % times.length;
    times[at] = millis;
    instruments[at] = instrument;
  }

  void closed(int instrument, long millis, long net, boolean stopped) {
    long pause =
        stopped
            ? profile.millis(RiskLimit.COOLDOWN_AFTER_STOP)
            : net > 0
                ? profile.millis(RiskLimit.COOLDOWN_AFTER_WIN)
                : profile.millis(RiskLimit.COOLDOWN_AFTER_LOSS);
    pausedUntil[instrument] = Math.max(pausedUntil[instrument], millis + pause);
    losses = net < 0 ? losses + 1 : 0;
    lastLoss = net < 0 ? millis : lastLoss;
  }

  void check(Proposal proposal, List<RiskCheck> checks) {
    long now = proposal.timeMillis();
    long last = entries == 0 ? NEVER : times[(entries - 1) % times.length];
    checks.add(
        pause("global_trade_spacing", profile.millis(RiskLimit.GLOBAL_TRADE_SPACING), now - last));
    long left = pausedUntil[proposal.instrument()] - now;
    checks.add(
        new RiskCheck(
            "symbol_cooldown_active", () -> "0", () -> seconds(Math.max(0, left)), left <= 0));
    int streakLength = losses;
    boolean streak =
        losses >= profile.count(RiskLimit.CONSECUTIVE_LOSSES)
            && now - lastLoss < profile.millis(RiskLimit.CONSECUTIVE_LOSS_COOLDOWN);
    checks.add(
        new RiskCheck(
            "consecutive_loss_cooldown",
            () -> Integer.toString(profile.count(RiskLimit.CONSECUTIVE_LOSSES)),
            () -> Integer.toString(streakLength),
            !streak));
    checks.add(
        count(
            "trade_frequency_hourly",
            profile.count(RiskLimit.TRADE_FREQUENCY_HOURLY),
            since(now - HOUR, -1)));
    checks.add(
        count(
            "trade_frequency_daily",
            profile.count(RiskLimit.TRADE_FREQUENCY_DAILY),
            since(now - DAY, -1)));
    if (proposal.adds()) {
      int adds = Math.max(0, since(now - DAY, proposal.instrument()) - 1);
      checks.add(count("pyramid_limit", profile.count(RiskLimit.PYRAMID_LIMIT), adds));
    }
  }

  private static RiskCheck pause(String name, long least, long passed) {
    boolean ever = passed < -NEVER / 2;
    return new RiskCheck(
        name, () -> seconds(least), () -> ever ? seconds(passed) : "none before", passed >= least);
  }

  private static RiskCheck count(String name, int most, int had) {
    return new RiskCheck(
        name, () -> Integer.toString(most), () -> Integer.toString(had), had < most);
  }

  /** Entries after an instant, of one instrument or (−1) of all. */
  private int since(long millis, int instrument) {
    int count = 0;
    for (int i = 0; i < times.length; i++) {
      count += times[i] > millis && (instrument < 0 || instruments[i] == instrument) ? 1 : 0;
    }
    return count;
  }

  private static String seconds(long millis) {
    return millis / 1_000 + " s";
  }

  void save(StateWriter out) {
    out.putLongs(times, times.length);
    out.putLongs(instruments, instruments.length);
    out.putLong(entries);
    out.putLongs(pausedUntil, pausedUntil.length);
    out.putLong(losses);
    out.putLong(lastLoss);
  }

  void restore(StateReader in) {
    in.getLongs(times);
    in.getLongs(instruments);
    entries = in.getInt();
    in.getLongs(pausedUntil);
    losses = in.getInt();
    lastLoss = in.getLong();
  }
}
