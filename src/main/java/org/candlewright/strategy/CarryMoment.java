package org.candlewright.strategy;

import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;

/**
 * Where a pair stands at one instant. One object is moved from pair to pair, so that a decision
 * pass allocates nothing.
 */
final class CarryMoment {
  private FundingHistory funding = FundingHistory.none();
  private BarSeries perpetual;
  private BarSeries spot;
  private int pair;
  private int settlement;
  private int perpetualBar;
  private int spotBar;

  CarryMoment(InstrumentData perpetual, InstrumentData spot) {
    this.perpetual = perpetual.bars();
    this.spot = spot.bars();
  }

  /**
   * @param settlement last settlement at or before now, at least 0
   * @param perpetualBar last ended bar of the perpetual; -1 if none
   * @param spotBar last ended bar of the spot leg; -1 if none
   */
  void moveTo(
      int pair,
      InstrumentData perpetualData,
      InstrumentData spotData,
      int settlement,
      int perpetualBar,
      int spotBar) {
    this.pair = pair;
    this.funding = perpetualData.funding();
    this.perpetual = perpetualData.bars();
    this.spot = spotData.bars();
    this.settlement = settlement;
    this.perpetualBar = perpetualBar;
    this.spotBar = spotBar;
  }

  int pair() {
    return pair;
  }

  int settlement() {
    return settlement;
  }

  FundingHistory funding() {
    return funding;
  }

  BarSeries perpetual() {
    return perpetual;
  }

  int perpetualBar() {
    return perpetualBar;
  }

  /** The settled rate normalised to 8 hours, a fraction. */
  double rate(int at) {
    return funding.rateUnits(at) * 8 / 1e12 / funding.intervalHours(at);
  }

  /** (perpetual − spot) / spot at the last closes; NaN where a leg has no bar yet. */
  double basis() {
    if (perpetualBar < 0 || spotBar < 0) {
      return Double.NaN;
    }
    double spotPrice = spot.price(spot.closes()[spotBar]);
    return (perpetual.price(perpetual.closes()[perpetualBar]) - spotPrice) / spotPrice;
  }
}
