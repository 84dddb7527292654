package org.candlewright.strategy;

import java.util.List;
import java.util.Optional;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * A strategy compiled for the instruments of one run. The engine drives it: columns are computed
 * block by block, decisions are asked for only at bars where one can fall.
 *
 * <p>Instruments are numbered as in the run. Bars are indexes into the instrument's own series.
 * Results must not depend on where blocks end.
 */
public interface StrategyProgram {
  /** Bars of an instrument that must have ended before it may be entered. */
  int minimumBars();

  /** Bars before the start of the run that are used where stored: 25 periods, 0 without need. */
  int warmUpBars();

  /** What is traded as one unit; the two legs of one follow each other in the run's order. */
  default Legs legs() {
    return Legs.ONE;
  }

  /** Which entries an exit closes first where a position has several. */
  default CloseRule closeRule() {
    return CloseRule.FIFO;
  }

  /** Reason codes by number, as {@link DecisionPass#enter} and {@link DecisionPass#exit} take. */
  List<String> reasons();

  /** Whether entries of that reason say how sure they are, in {@link EntryPlan#conviction}. */
  default boolean statesConviction(int reason) {
    return false;
  }

  /**
   * The regime of the market as a whole at a time, from bars that had ended then; empty where none
   * is told apart.
   */
  default Optional<String> regime(long millis) {
    return Optional.empty();
  }

  /** The regime that counts for an instrument at a time; the market's unless it has one itself. */
  default Optional<String> regime(int instrument, long millis) {
    return regime(millis);
  }

  /** Computes the columns of bars [from, to); called in order and without gaps. */
  void update(int instrument, int from, int to);

  /**
   * The first bar in [from, to) of the last updated block at which a decision may fall.
   *
   * @param side side held now: 1 long, -1 short, 0 flat
   * @return that bar, or {@code to} if there is none
   */
  int nextDecision(int instrument, int from, int to, int side);

  /** One decision pass over all instruments. Must not allocate where nothing is decided. */
  void decide(DecisionPass pass);

  /** Lines worth drawing for the instrument, in the order of {@link #lineValue}. */
  List<IndicatorLine> lines(int instrument);

  /** A line's value at a bar of the last updated block; NaN while warming up. */
  double lineValue(int instrument, int line, int bar);

  /**
   * What the strategy saw at a bar of the last updated block: inputs and the rule trees with the
   * values that made them true or false.
   *
   * @param side side held at that bar before the decision
   */
  Explanation explain(int instrument, int bar, int side);

  /**
   * The same where the age of the position is known too.
   *
   * @param barsInTrade as {@link DecisionPass#barsInTrade} tells it, 0 while flat
   * @param entryPrice as {@link DecisionPass#entryPrice} tells it, NaN while flat
   */
  default Explanation explain(
      int instrument, int bar, int side, int barsInTrade, double entryPrice) {
    return explain(instrument, bar, side);
  }

  void save(StateWriter out);

  void restore(StateReader in);
}
