package org.candlewright.analytics.comparison;

import java.util.List;
import java.util.Optional;

/**
 * A listed trade beside the run's; one of them may be missing.
 *
 * @param differences in words, empty where nothing differs
 * @param agrees same side, quantity and times, prices within a tick
 * @param exact as {@code agrees}, with prices equal
 * @param pnlAgrees profit within a cent; empty where it could not be compared
 */
public record TradePair(
    Optional<ListedTrade> listed,
    Optional<ListedTrade> run,
    List<String> differences,
    boolean agrees,
    boolean exact,
    Optional<Boolean> pnlAgrees) {}
