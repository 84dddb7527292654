package org.candlewright.engine.risk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry that a strategy wants, and how the account stands without it. Values are money units; of
 * a position that the entry turns, nothing is counted.
 *
 * @param lots wanted; of a pair, whole steps of both legs
 * @param lotValue value of a lot at the price of the order, of a pair that of both legs
 * @param hedged whether it opens both legs of a pair
 * @param equity with open profit
 * @param total value of all positions and entries on their way, hedged pairs apart
 * @param symbol what of it is the instrument's
 * @param pairs value of both legs of all hedged pairs and of those on their way
 * @param openPositions instruments or pairs held or being entered, this one apart
 * @param adds whether the same side is held already
 * @param pending whether an entry of the instrument still works
 * @param quietMillis since the last bar of the instrument ended
 * @param barMillis length of its bars
 * @param priceGap distance of the order's price from the last close, a fraction of that
 * @param minOrder the venue's least order value, in quote
 * @param slippageBps expected half spread and slippage
 * @param feeBps expected fee
 * @param stopDistance from the order's price to its stop, a fraction; 0 without a stop
 * @param hedgeGap by how much the values of a step's two legs differ; 0 of one instrument
 * @param market how its market stands
 */
public record Proposal(
    long timeMillis,
    int instrument,
    long lots,
    long lotValue,
    boolean hedged,
    long equity,
    long total,
    long symbol,
    long pairs,
    int openPositions,
    boolean adds,
    boolean pending,
    long quietMillis,
    long barMillis,
    BigDecimal priceGap,
    BigDecimal minOrder,
    BigDecimal leverage,
    BigDecimal maintenance,
    RiskProfile.TierClass tier,
    BigDecimal slippageBps,
    BigDecimal feeBps,
    BigDecimal stopDistance,
    long hedgeGap,
    Market market) {

  /** How the market of the instrument stands; what takes long to find is found when asked for. */
  public interface Market {
    Optional<BigDecimal> volatility();

    Optional<Cluster> cluster();

    long inCluster();

    /** Positions on the same side of the market that move with it. */
    int alike();

    /** Whether there are at least so many of them. */
    default boolean asManyAlike(int count) {
      return alike() >= count;
    }

    BigDecimal spreadBps();

    OptionalLong depth();

    /** Of which nothing is known. */
    static Market unknown() {
      return new Known(
          Optional.empty(), Optional.empty(), 0, 0, BigDecimal.ZERO, OptionalLong.empty());
    }
  }

  /**
   * A market of which everything has been found.
   *
   * @param volatility of the last day's returns over a year; empty while too few are known
   * @param cluster of coins that it belongs to
   * @param inCluster what positions and entries in that cluster are worth, without this one
   * @param alike positions on the same side of the market that move with it
   * @param spreadBps best ask less best bid, as recorded or else as the model has it
   * @param depth value that stands at the best price against the order, where a book is recorded
   */
  public record Known(
      Optional<BigDecimal> volatility,
      Optional<Cluster> cluster,
      long inCluster,
      int alike,
      BigDecimal spreadBps,
      OptionalLong depth)
      implements Market {}
}
