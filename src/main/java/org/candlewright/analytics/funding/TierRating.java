package org.candlewright.analytics.funding;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candlewright.engine.cost.LiquidityTier;

/**
 * How big an asset is.
 *
 * @param tier empty if nothing tells
 */
public record TierRating(Optional<LiquidityTier> tier, Source source) {

  /** What a tier was taken from. */
  public enum Source {
    MARKET_CAPITALISATION,
    /** The turnover of 24 hours stands in for the market capitalisation. */
    TURNOVER_PROXY,
    NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TierRating of(OptionalDouble marketCapitalisation, Optional<Turnover> turnover) {
    if (marketCapitalisation.isPresent()) {
      return new TierRating(
          Optional.of(LiquidityTier.ofMarketCapitalisation(marketCapitalisation.getAsDouble())),
          Source.MARKET_CAPITALISATION);
    }
    return turnover
        .map(
            known ->
                new TierRating(
                    Optional.of(LiquidityTier.ofDailyTurnover(known.quote())),
                    Source.TURNOVER_PROXY))
        .orElseGet(() -> new TierRating(Optional.empty(), Source.NONE));
  }

  /** Name of the tier, or {@code unknown}. */
  public String name() {
    return tier.map(LiquidityTier::toString).orElse("unknown");
  }
}
