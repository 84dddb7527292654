package org.candlewright.analytics.funding;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candlewright.market.InstrumentId;

/**
 * What is known of a perpetual whose funding might be harvested.
 *
 * @param turnover of the perpetual; empty without bars
 * @param spotTurnover of the spot of the same base and quote at the same venue; empty without bars
 * @param marketCapitalisation of the asset in dollars, if known
 */
public record FundingCandidate(
    InstrumentId perpetual,
    FundingSeries series,
    Optional<Turnover> turnover,
    Optional<Turnover> spotTurnover,
    OptionalDouble marketCapitalisation) {}
