package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * How an entry is worked and how it is left, fixed when it is decided. Prices in ticks of the
 * instrument.
 *
 * @param conviction 0 to 1, for sizing by conviction
 * @param size multiple of what the strategy's sizing gives, integer of 1e-12
 */
public record EntryPlan(Route route, Exits exits, double conviction, long size) {
  private static final long WHOLE = 1_000_000_000_000L;

  /** A market order without stop and target. */
  public static final EntryPlan MARKET = new EntryPlan(Route.MARKET, Exits.NONE, 1);

  /** Of the size that the strategy's sizing gives. */
  public EntryPlan(Route route, Exits exits, double conviction) {
    this(route, exits, conviction, WHOLE);
  }

  /** A market order that is left by the given exits. */
  public static EntryPlan market(Exits exits) {
    return new EntryPlan(Route.MARKET, exits, 1);
  }

  /** A market order of a pair's leg, which the strategy itself will leave. */
  public static EntryPlan leg(double conviction) {
    return new EntryPlan(Route.MARKET, Exits.NONE, conviction);
  }

  /** The kind of the order that enters. */
  public enum Kind {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT
  }

  /**
   * The order that enters.
   *
   * @param triggerTicks of a stop; 0 without
   * @param limitTicks of a limit; 0 without
   * @param postOnly refused rather than crossing
   * @param lifetimeBars bars after which what is left expires; 0 for never
   */
  public record Route(
      Kind kind, long triggerTicks, long limitTicks, boolean postOnly, int lifetimeBars) {
    public static final Route MARKET = new Route(Kind.MARKET, 0, 0, false, 0);
  }

  /**
   * A limit at which a share of the entry leaves.
   *
   * @param share integer of 1e-12 of what the entry holds; the last target takes the rest
   * @param reason number of the reason in the program
   */
  public record Target(long ticks, long share, int reason) {}

  /**
   * A stop that follows the best price since it was armed.
   *
   * @param activationTicks price that arms it; 0 for at once
   * @param distanceTicks distance from the best price; 0 where {@code share} counts
   * @param share distance as a share of the best price, integer of 1e-12
   */
  public record Trail(long activationTicks, long distanceTicks, long share, int reason) {
    public static final Trail NONE = new Trail(-1, 0, 0, -1);

    public boolean exists() {
      return activationTicks >= 0;
    }
  }

  /**
   * Moves the stop to the mean entry price once price has come far enough.
   *
   * @param activationTicks price at which it moves; 0 for never
   * @param offset distance beyond the entry price in favour of the position, integer of 1e-12
   * @param reason number of the reason a stop moved so has
   */
  public record BreakEven(long activationTicks, long offset, int reason) {
    public static final BreakEven NONE = new BreakEven(0, 0, -1);

    public boolean exists() {
      return activationTicks > 0;
    }
  }

  /**
   * How the entry is left besides the rules.
   *
   * @param stopTicks 0 without a stop
   * @param stopReason number of the reason in the program
   * @param targets in the order of their distance
   */
  public record Exits(
      long stopTicks, int stopReason, List<Target> targets, Trail trail, BreakEven breakEven) {
    public static final Exits NONE = new Exits(0, -1, List.of(), Trail.NONE, BreakEven.NONE);

    /** A stop and one target for all. */
    public static Exits bracket(
        long stopTicks, int stopReason, long targetTicks, int targetReason) {
      return new Exits(
          stopTicks,
          stopReason,
          List.of(new Target(targetTicks, WHOLE, targetReason)),
          Trail.NONE,
          BreakEven.NONE);
    }

    public boolean exist() {
      return stopTicks > 0 || !targets.isEmpty() || trail.exists();
    }
  }

  public void save(StateWriter out) {
    out.putLong(route.kind.ordinal());
    out.putLong(route.triggerTicks);
    out.putLong(route.limitTicks);
    out.putLong(route.postOnly ? 1 : 0);
    out.putLong(route.lifetimeBars);
    out.putLong(exits.stopTicks);
    out.putLong(exits.stopReason);
    out.putLong(exits.targets.size());
    for (Target target : exits.targets) {
      out.putLong(target.ticks);
      out.putLong(target.share);
      out.putLong(target.reason);
    }
    out.putLong(exits.trail.activationTicks);
    out.putLong(exits.trail.distanceTicks);
    out.putLong(exits.trail.share);
    out.putLong(exits.trail.reason);
    out.putLong(exits.breakEven.activationTicks);
    out.putLong(exits.breakEven.offset);
    out.putLong(exits.breakEven.reason);
    out.putDouble(conviction);
    out.putLong(size);
  }

  public static EntryPlan restore(StateReader in) {
    Route route =
        new Route(
            Kind.values()[in.getInt()], in.getLong(), in.getLong(), in.getLong() != 0, in.getInt());
    long stop = in.getLong();
    int stopReason = in.getInt();
    List<Target> targets = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      targets.add(new Target(in.getLong(), in.getLong(), in.getInt()));
    }
    Trail trail = new Trail(in.getLong(), in.getLong(), in.getLong(), in.getInt());
    BreakEven breakEven = new BreakEven(in.getLong(), in.getLong(), in.getInt());
    return new EntryPlan(
        route,
        new Exits(stop, stopReason, List.copyOf(targets), trail, breakEven),
        in.getDouble(),
        in.getLong());
  }
}
