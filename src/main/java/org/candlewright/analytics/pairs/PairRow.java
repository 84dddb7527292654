package org.candlewright.analytics.pairs;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.candlewright.market.InstrumentId;

/**
 * One pair of a screening.
 *
 * @param first before {@code second} by name
 * @param bars bars that both have
 * @param correlation Pearson's, of log returns; empty where it cannot be computed
 * @param figures empty where cointegration cannot be tested
 * @param qValue smallest false discovery rate at which the pair still passes
 * @param passes whether it passes at the rate chosen
 * @param note why something is missing, or empty
 */
public record PairRow(
    InstrumentId first,
    InstrumentId second,
    int bars,
    OptionalDouble correlation,
    Optional<PairFigures> figures,
    OptionalDouble qValue,
    boolean passes,
    String note) {

  PairRow judged(double adjusted, double rate) {
    return new PairRow(
        first,
        second,
        bars,
        correlation,
        figures,
        OptionalDouble.of(adjusted),
        adjusted <= rate,
        adjusted <= rate ? withStability() : note);
  }

  /**
   * False-discovery control believes the p-values, and where volatility shifts they are too small:
   * of the pairs that pass without holding in most stretches, more than the chosen rate are wrong.
   */
  private String withStability() {
    OptionalInt stable = figures.map(PairFigures::stableWindows).orElse(OptionalInt.empty());
    if (stable.isEmpty() || stable.getAsInt() >= PairFigures.MOST_STRETCHES) {
      return note;
    }
    String doubt = "passes as a whole, but only " + stable.getAsInt() + " of 4 stretches do";
    return note.isEmpty() ? doubt : note + "; " + doubt;
  }

  /** Whether it passes and, where that can be told, most stretches of its history do too. */
  public boolean passesThroughout() {
    return passes
        && figures
            .map(PairFigures::stableWindows)
            .filter(stable -> stable.isEmpty() || stable.getAsInt() >= PairFigures.MOST_STRETCHES)
            .isPresent();
  }

  /** The dependent instrument, if the pair could be tested. */
  public Optional<InstrumentId> dependent() {
    return figures.map(known -> known.firstDependent() ? first : second);
  }
}
