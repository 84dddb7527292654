package org.candlewright.bench;

import org.candlewright.market.Exact;

/**
 * What a backtest of one perpetual costs with no abstraction at all: one loop over {@code long}
 * columns in ticks and lots, with its signals given. It books the same fills, fees, funding and
 * equity as the engine, which is checked to the last unit, so that the engine's time over this
 * one's is the price of everything the engine is besides.
 *
 * <p>Valid for equity-share sizing without leverage, volumes that bound no fill, and funding marked
 * at the bars' closes. Money is in units of the account's currency.
 */
final class BareLoop {
  private final long[] opens;
  private final long[] closes;
  private final byte[] signals;
  private final int[] settlementBars;
  private final long[] settlementRates;
  private final Terms terms;

  final long[] fillTicks;
  final long[] fillLots;
  final long[] fillFees;
  int fills;
  long equity;
  long peak;
  long fees;
  long funding;

  /**
   * Constants of a run.
   *
   * @param unit money units of one lot at one tick
   * @param capital money units
   * @param shareDivisor the n in a share of equity of 1 / n
   * @param costFactor what sizing divides by, integer of 1e-12
   * @param flatCost half spread plus slippage, integer of 1e-12
   * @param feeNumerator taker fee, as a ratio
   */
  record Terms(
      long unit,
      long capital,
      long shareDivisor,
      long costFactor,
      long flatCost,
      long feeNumerator,
      long feeDenominator) {}

  /**
   * @param signals per bar 1 to be long, -1 to be short, 0 for no signal
   * @param settlementBars bars at whose end funding settles, ascending
   * @param settlementRates integers of 1e-12
   */
  BareLoop(
      long[] opens,
      long[] closes,
      byte[] signals,
      int[] settlementBars,
      long[] settlementRates,
      Terms terms) {
    this.opens = opens;
    this.closes = closes;
    this.signals = signals;
    this.settlementBars = settlementBars;
    this.settlementRates = settlementRates;
    this.terms = terms;
    int most = 1;
    for (byte signal : signals) {
      most += signal == 0 ? 0 : 2;
    }
    this.fillTicks = new long[most];
    this.fillLots = new long[most];
    this.fillFees = new long[most];
  }

  void run() {
    long unit = terms.unit;
    long cash = terms.capital;
    long lots = 0;
    long basis = 0;
    long highest = cash;
    long paid = 0;
    long settled = 0;
    int count = 0;
    int settlement = 0;
    int nextSettlement = settlementBars.length > 0 ? settlementBars[0] : -1;
    int last = closes.length - 1;
    for (int i = 0; i <= last; i++) {
      long close = closes[i];
      if (i == nextSettlement) {
        long amount =
            -Exact.mulDivHalfEven(lots * unit * close, settlementRates[settlement], Exact.RATE_ONE);
        cash += amount;
        settled += amount;
        settlement++;
        nextSettlement = settlement < settlementBars.length ? settlementBars[settlement] : -1;
      }
      long value = cash + lots * unit * close - basis;
      if (value > highest) {
        highest = value;
      }
      long signal = signals[i];
      if (signal != 0 && signal != Long.signum(lots) && i < last) {
        long gross =
            Exact.mulDivFloor(value / terms.shareDivisor, Exact.RATE_ONE, terms.costFactor);
        long wanted = gross / (unit * close);
        long open = opens[i + 1];
        long step = Exact.mulDivCeil(open, terms.flatCost, Exact.RATE_ONE);
        long ticks = signal > 0 ? open + step : open - step;
        if (lots != 0) {
          long exit = -lots;
          long fee = fee(exit * unit * ticks);
          cash += lots * unit * ticks - basis - fee;
          paid += fee;
          fillTicks[count] = ticks;
          fillLots[count] = exit;
          fillFees[count++] = fee;
        }
        long entryFee = fee(wanted * unit * ticks);
        lots = signal * wanted;
        basis = lots * unit * ticks;
        cash -= entryFee;
        paid += entryFee;
        fillTicks[count] = ticks;
        fillLots[count] = lots;
        fillFees[count++] = entryFee;
      }
    }
    if (lots != 0) {
      long close = closes[last];
      long step = Exact.mulDivCeil(close, terms.flatCost, Exact.RATE_ONE);
      long ticks = lots > 0 ? close - step : close + step;
      long fee = fee(lots * unit * ticks);
      cash += lots * unit * ticks - basis - fee;
      paid += fee;
      fillTicks[count] = ticks;
      fillLots[count] = -lots;
      fillFees[count++] = fee;
    }
    fills = count;
    equity = cash;
    peak = Math.max(highest, cash);
    fees = paid;
    funding = settled;
  }

  private long fee(long notional) {
    return Exact.mulDivHalfEven(Math.abs(notional), terms.feeNumerator, terms.feeDenominator);
  }
}
