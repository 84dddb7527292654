package org.candlewright.engine;

import java.math.BigDecimal;
import org.candlewright.market.InputException;

/**
 * The smallest equal base quantity of two legs: the coarser of both lots.
 *
 * @param perpetualLots lots of the perpetual in one step
 * @param spotLots lots of the spot leg in one step
 */
record PairStep(long perpetualLots, long spotLots) {
  static PairStep of(Book perpetual, Book spot) {
    BigDecimal perpetualLot = perpetual.instrument.lot();
    BigDecimal spotLot = spot.instrument.lot();
    BigDecimal coarser = perpetualLot.max(spotLot);
    if (coarser.remainder(perpetualLot).signum() != 0 || coarser.remainder(spotLot).signum() != 0) {
      throw new InputException(
          "the lots of "
              + perpetual.instrument.id()
              + " ("
              + perpetualLot.toPlainString()
              + ") and "
              + spot.instrument.id()
              + " ("
              + spotLot.toPlainString()
              + ") have no common step",
          "Import one of them with a --lot that divides the other");
    }
    return new PairStep(
        coarser.divideToIntegralValue(perpetualLot).longValueExact(),
        coarser.divideToIntegralValue(spotLot).longValueExact());
  }
}
