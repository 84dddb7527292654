package org.candlewright.engine.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Coins that tend to fall together, and what positions in them may be worth in all.
 *
 * @param limit share of equity
 * @param bases base coins, by name
 */
public record Cluster(String name, BigDecimal limit, Set<String> bases) {

  /** Those of the profile {@code guarded}. */
  static List<Cluster> guarded() {
    return List.of(
        of("LAYER1", "0.1", "ADA APT ATOM AVAX BNB DOT ETH NEAR SOL SUI TON TRX XLM XRP"),
        of("LAYER2", "0.06", "ARB IMX MATIC METIS OP POL STRK ZK"),
        of("MEME", "0.04", "BONK DOGE FLOKI PEPE SHIB TRUMP WIF"),
        of("DEFI", "0.05", "AAVE COMP CRV ENA JUP LDO MKR PENDLE SNX SUSHI UNI YFI"));
  }

  private static Cluster of(String name, String limit, String bases) {
    return new Cluster(name, new BigDecimal(limit), new TreeSet<>(List.of(bases.split(" "))));
  }
}
