package org.candlewright.engine.risk;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InputException;

/**
 * A named set of limits.
 *
 * @param limited whether the limits are checked at all
 * @param limits every {@link RiskLimit}
 */
public record RiskProfile(
    String name, boolean limited, Map<RiskLimit, BigDecimal> limits, List<Cluster> clusters) {
  private static final long SECOND = 1_000;

  private static final RiskProfile GUARDED =
      new RiskProfile("guarded", true, guardedLimits(), Cluster.guarded());
  private static final RiskProfile RESEARCH =
      new RiskProfile("research", false, guardedLimits(), Cluster.guarded());

  private static Map<RiskLimit, BigDecimal> guardedLimits() {
    Map<RiskLimit, BigDecimal> limits = new EnumMap<>(RiskLimit.class);
    for (RiskLimit each : RiskLimit.values()) {
      limits.put(each, each.guarded());
    }
    return limits;
  }

  public RiskProfile {
    limits = new EnumMap<>(limits);
    clusters = List.copyOf(clusters);
  }

  /** Balance, margin and liquidation alone. */
  public static RiskProfile research() {
    return RESEARCH;
  }

  /** All checks. */
  public static RiskProfile guarded() {
    return GUARDED;
  }

  /** The profile of that name. */
  public static RiskProfile parse(String name) {
    return switch (name) {
      case "research" -> RESEARCH;
      case "guarded" -> GUARDED;
      default ->
          throw new InputException(
              "risk: profile '" + name + "' is not available",
              "Use research, guarded or the name of a file");
    };
  }

  /** The same with another limit. */
  public RiskProfile with(RiskLimit limit, String value) {
    Map<RiskLimit, BigDecimal> changed = new EnumMap<>(limits);
    changed.put(limit, new BigDecimal(value));
    return new RiskProfile(name, limited, changed, clusters);
  }

  /** The value of a limit. */
  public BigDecimal limit(RiskLimit limit) {
    return limits.getOrDefault(limit, limit.guarded());
  }

  int count(RiskLimit limit) {
    return limit(limit).intValueExact();
  }

  /** A limit in seconds, as milliseconds. */
  long millis(RiskLimit limit) {
    return SECOND * limit(limit).longValueExact();
  }

  /** The cluster that a coin belongs to. */
  public Optional<Cluster> cluster(String base) {
    return clusters.stream().filter(each -> each.bases().contains(base)).findFirst();
  }

  /** Widest spread of a tier, in basis points. */
  BigDecimal spreadLimit(TierClass tier) {
    return limit(
        switch (tier) {
          case FIRST -> RiskLimit.SPREAD_TOO_WIDE_LARGE;
          case SECOND -> RiskLimit.SPREAD_TOO_WIDE_MID;
          case THIRD -> RiskLimit.SPREAD_TOO_WIDE_SMALL;
        });
  }

  /** Largest expected half spread and slippage of a tier, in basis points. */
  BigDecimal slippageLimit(TierClass tier) {
    return limit(
        switch (tier) {
          case FIRST -> RiskLimit.SLIPPAGE_LIMIT_LARGE;
          case SECOND -> RiskLimit.SLIPPAGE_LIMIT_MID;
          case THIRD -> RiskLimit.SLIPPAGE_LIMIT_SMALL;
        });
  }

  /** Largest expected fee, half spread and slippage of a tier, in basis points. */
  BigDecimal costLimit(TierClass tier) {
    return limit(
        switch (tier) {
          case FIRST -> RiskLimit.COST_BUDGET_LARGE;
          case SECOND -> RiskLimit.COST_BUDGET_MID;
          case THIRD -> RiskLimit.COST_BUDGET_SMALL;
        });
  }

  /** Classes of liquidity that limits of cost are given for. */
  public enum TierClass {
    /** Mega and large. */
    FIRST,
    /** Mid. */
    SECOND,
    /** Small and micro. */
    THIRD
  }
}
