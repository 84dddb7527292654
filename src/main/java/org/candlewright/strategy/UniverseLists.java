package org.candlewright.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.Instrument;

/**
 * What a person says about instruments. They are named as {@code binance:BTCUSDT.P}, or by base
 * coin as {@code BTC} for all of it.
 *
 * @param include traded whatever volume, spread and age are
 * @param exclude never traded
 * @param neverTrade base coins that are no market of their own, as coins pegged to a currency
 * @param firstTier the only ones that may be of tier 1; empty for any
 * @param tiers tiers set by hand
 * @param excludedCategories names of categories that are left out
 * @param categories base coins by category
 * @param redFlags bans of limited length
 */
public record UniverseLists(
    List<String> include,
    List<String> exclude,
    List<String> neverTrade,
    List<String> firstTier,
    Map<String, Integer> tiers,
    List<String> excludedCategories,
    Map<String, List<String>> categories,
    List<RedFlag> redFlags) {

  /**
   * A reason to stay away for a while.
   *
   * @param instrument or base coin
   * @param fromMillis since when it is known, epoch milliseconds
   */
  public record RedFlag(String instrument, long fromMillis, String reason) {}

  public UniverseLists {
    tiers = Map.copyOf(tiers);
    categories = Map.copyOf(categories);
  }

  static UniverseLists standard() {
    return new UniverseLists(
        List.of(),
        List.of(),
        List.of("USDC", "USDT", "DAI", "TUSD", "FDUSD", "USDE", "PYUSD", "BUSD", "USDP", "EUR"),
        List.of("BTC", "ETH", "SOL"),
        Map.of(),
        List.of(),
        Map.of(
            "stablecoins", List.of("USDC", "USDT", "DAI", "TUSD", "FDUSD", "USDE", "PYUSD"),
            "interest", List.of("AAVE", "COMP", "MKR", "CRV", "JST", "XVS", "ENA", "PENDLE"),
            "gambling", List.of("FUN", "RLB", "WIN", "DICE"),
            "memes",
                List.of("DOGE", "1000SHIB", "SHIB", "PEPE", "1000PEPE", "1000BONK", "BONK", "WIF")),
        List.of());
  }

  static boolean names(String word, Instrument instrument) {
    return word.equalsIgnoreCase(instrument.base())
        || word.equalsIgnoreCase(instrument.id().toString());
  }

  static boolean anyNames(List<String> words, Instrument instrument) {
    return words.stream().anyMatch(word -> names(word, instrument));
  }

  /** The first category left out that the instrument belongs to. */
  Optional<String> categoryOf(Instrument instrument) {
    return excludedCategories.stream()
        .filter(name -> anyNames(categories.getOrDefault(name, List.of()), instrument))
        .findFirst();
  }

  /** The tier set by hand, 0 for none; the instrument's own name counts before its coin's. */
  int tierOf(Instrument instrument) {
    Integer own = tiers.get(instrument.id().toString());
    return own != null ? own : tiers.getOrDefault(instrument.base(), 0);
  }
}
