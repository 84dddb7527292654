package org.candlewright.engine.simulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.Rate;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.market.QuoteHistory;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Prices, capacities, fees and coin amounts of fills in one instrument: pure arithmetic on ticks
 * and lots, no state but the shared capacity of the bar at hand.
 */
public final class FillModel {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private final Instrument instrument;

  /** Words of a cache line. */
  private static final int CACHE_LINE = 8;

  private final ContractCosts costs;
  private final long unit;
  private final BarSeries bars;
  private final long[] volumes;
  private int known;
  private final long[] opens;
  private final Rate lotsPerVolume;
  private final Rate capPerVolume;
  private final boolean capped;
  private long fetched;
  private final long lotCoins;

  /** What a coin money unit is worth at a price of one tick, as a reduced fraction. */
  private final long coinWorth;

  private final long coinParts;
  private final long flatCost;
  private final int slippageTicks;

  /** Recorded best bid and ask; null where none are stored. */
  private @Nullable QuoteHistory quotes;

  /** The recorded quote at the instant being worked; −1 where there is none. */
  private int quote = -1;

  private int bar = -1;
  private long usedBuy;
  private long usedSell;

  /**
   * @param bars bars whose volumes bound fills
   * @param coinDigits digits of the base currency's money unit in this run
   */
  public FillModel(
      Instrument instrument, ContractCosts costs, BarSeries bars, int coinDigits, FillRules rules) {
    this.instrument = instrument;
    this.costs = costs;
    this.slippageTicks = rules.slippageTicks();
    this.unit = instrument.notionalUnit();
    this.bars = bars;
    this.volumes = bars.quoteVolume() ? new long[bars.capacity()] : bars.volumes();
    this.opens = bars.opens();
    int digits = bars.quoteVolume() ? baseVolumeDigits(bars) : bars.volumeDigits();
    BigDecimal perLot = instrument.lot().movePointRight(digits);
    this.lotsPerVolume = inverse(perLot, BigDecimal.ONE);
    this.capped = costs.participation().isPresent();
    this.capPerVolume = inverse(perLot, costs.participation().orElse(BigDecimal.ONE));
    this.lotCoins = instrument.lot().movePointRight(coinDigits).longValueExact();
    long common = BigInteger.valueOf(unit).gcd(BigInteger.valueOf(lotCoins)).longValueExact();
    this.coinWorth = unit / common;
    this.coinParts = lotCoins / common;
    this.flatCost = costs.halfSpread() + costs.slippage();
    extend();
  }

  /** Takes note of bars that the series has got since. */
  public void extend() {
    if (bars.quoteVolume()) {
      baseVolumes();
    }
    known = bars.size();
  }

  /** Lets recorded best bid and ask take the place of the spread model. */
  public void recorded(QuoteHistory history) {
    quotes = history;
  }

  /** Turns to an instant: fills that follow take place under the quote recorded then. */
  public void quoteAt(long millis) {
    QuoteHistory history = quotes;
    quote = history == null ? -1 : history.at(millis);
  }

  /** Best ask less best bid in ticks, as recorded; −1 where no quote is. */
  public long recordedSpread() {
    QuoteHistory history = quotes;
    return history == null || quote < 0 ? -1 : history.asks()[quote] - history.bids()[quote];
  }

  /** The recorded price a taker of that side gets, ticks; −1 where no quote is. */
  public long recordedPrice(int side) {
    QuoteHistory history = quotes;
    if (history == null || quote < 0) {
      return -1;
    }
    return side > 0 ? history.asks()[quote] : history.bids()[quote];
  }

  /** What stood there, whole lots; −1 where no quote is. */
  public long recordedLots(int side) {
    QuoteHistory history = quotes;
    if (history == null || quote < 0) {
      return -1;
    }
    long size = side > 0 ? history.askSizes()[quote] : history.bidSizes()[quote];
    return inverse(instrument.lot().movePointRight(history.sizeDigits()), BigDecimal.ONE)
        .timesFloor(size);
  }

  private static Rate inverse(BigDecimal perLot, BigDecimal share) {
    BigDecimal lot = perLot.stripTrailingZeros();
    BigDecimal part = share.stripTrailingZeros();
    int scale = Math.max(0, Math.max(lot.scale(), part.scale()));
    return Rate.of(
        part.movePointRight(scale).toBigIntegerExact(),
        lot.movePointRight(scale).toBigIntegerExact());
  }

  private static int baseVolumeDigits(BarSeries bars) {
    return Math.max(3, bars.volumeDigits());
  }

  /** Quote volume over the bar's close, in integers of the digits above. */
  private void baseVolumes() {
    BigDecimal scale = BigDecimal.ONE.movePointRight(baseVolumeDigits(bars) - bars.volumeDigits());
    Rate perTick = inverse(bars.tick(), scale);
    for (int i = known; i < bars.size(); i++) {
      volumes[i] = perTick.timesFloor(bars.volumes()[i]) / bars.closes()[i];
    }
  }

  /** Money units of the quote for a quantity at a price. */
  public long notional(long lots, long ticks) {
    return Math.multiplyExact(Math.multiplyExact(lots, unit), ticks);
  }

  /** Lots that orders of this side may still fill in the bar. */
  public long capacity(int barIndex, int side) {
    if (!capped) {
      return Long.MAX_VALUE;
    }
    turnTo(barIndex);
    return capPerVolume.timesFloor(volumes[barIndex]) - (side > 0 ? usedBuy : usedSell);
  }

  /**
   * Fetches what fills inside a block will read. Opens and volumes are read nowhere else, so they
   * are far from the processor, and waiting for them one by one was a tenth of a run; together, one
   * word a cache line, they come while others are under way.
   */
  public void approach(int from, int to) {
    long word = 0;
    for (int bar = from; bar < to; bar += CACHE_LINE) {
      word ^= volumes[bar] ^ opens[bar];
    }
    fetched = word;
  }

  /** What {@link #approach} fetched, so that fetching has an effect. */
  long fetched() {
    return fetched;
  }

  /** Takes lots from the capacity of the bar. */
  public void use(int barIndex, int side, long lots) {
    turnTo(barIndex);
    if (side > 0) {
      usedBuy = Math.addExact(usedBuy, lots);
    } else {
      usedSell = Math.addExact(usedSell, lots);
    }
  }

  /** Writes what is used of the bar at hand. */
  public void save(StateWriter out) {
    out.putLong(bar);
    out.putLong(usedBuy);
    out.putLong(usedSell);
  }

  public void restore(StateReader in) {
    bar = in.getInt();
    usedBuy = in.getLong();
    usedSell = in.getLong();
  }

  private void turnTo(int barIndex) {
    if (bar != barIndex) {
      bar = barIndex;
      usedBuy = 0;
      usedSell = 0;
    }
  }

  /**
   * Price in ticks at which a market order fills: base × (1 ± (half spread + slippage)), rounded to
   * a whole tick against the order.
   *
   * @param base open, trigger or close in ticks
   */
  public long marketPrice(int barIndex, int side, long base, long lots) {
    long spread = recordedSpread();
    if (spread >= 0) {
      // Half the recorded spread; what the best price does not have for it slips as modelled.
      long slips = lots > recordedLots(side) ? slippage(barIndex, lots) : 0;
      return against(base, side, slips) + side * Math.ceilDiv(spread, 2L);
    }
    return against(base, side, costs.halfSpread() + slippage(barIndex, lots));
  }

  /** Price at which an order fills that goes to the market at an instant: the recorded one. */
  public long openPrice(int barIndex, int side, long base, long lots) {
    long best = recordedPrice(side);
    return best < 0
        ? marketPrice(barIndex, side, base, lots)
        : against(best, side, lots > recordedLots(side) ? slippage(barIndex, lots) : 0);
  }

  /** The same without size impact: liquidation and end of run. */
  public long flatPrice(int side, long base) {
    return against(base, side, flatCost);
  }

  private long against(long base, int side, long cost) {
    long step = Exact.mulDivCeil(base, cost, Exact.RATE_ONE) + slippageTicks;
    return side > 0 ? Math.addExact(base, step) : base - step;
  }

  /** The other side's best price where the mid is at the base: half a spread away, in ticks. */
  public long touchPrice(int side, long base) {
    long step = Exact.mulDivCeil(base, costs.halfSpread(), Exact.RATE_ONE);
    return side > 0 ? Math.addExact(base, step) : base - step;
  }

  /** Slippage of a quantity filled in a bar, integer of 1e-12: ⌊√(tier² × 100 q / V)⌋, ≥ tier. */
  private long slippage(int barIndex, long lots) {
    long tier = costs.slippage();
    long volume = volumes[barIndex];
    if (!costs.sizeImpact()
        || volume == 0
        || tier == 0
        || lots <= lotsPerVolume.timesFloor(volume) / 100) {
      return tier;
    }
    BigInteger ratio =
        BigInteger.valueOf(tier)
            .pow(2)
            .multiply(HUNDRED)
            .multiply(BigInteger.valueOf(lots))
            .multiply(BigInteger.valueOf(lotsPerVolume.denominator()))
            .divide(
                BigInteger.valueOf(volume).multiply(BigInteger.valueOf(lotsPerVolume.numerator())));
    return Math.max(tier, ratio.sqrt().longValueExact());
  }

  /** Taker fee in money units of the quote, half even once. */
  public long takerFee(long lots, long ticks) {
    return fee(lots, ticks, false);
  }

  /** Fee in money units of the quote, half even once; negative for a rebate. */
  public long fee(long lots, long ticks, boolean maker) {
    return rate(maker).times(notional(lots, ticks));
  }

  private Rate rate(boolean maker) {
    return maker ? costs.maker() : costs.taker();
  }

  /** Whether the buyer's fee comes out of the coin bought. A rebate is paid in quote. */
  public boolean coinFee(boolean maker) {
    return instrument.buyerPaysInBase() && rate(maker).numerator() > 0;
  }

  /** Fee in coin money units for buying that many lots, half even. */
  public long feeCoins(long lots, boolean maker) {
    return rate(maker).times(Math.multiplyExact(lots, lotCoins));
  }

  /** Coin money units of a lot. */
  public long lotCoins() {
    return lotCoins;
  }

  /** Whole lots left of a purchase after the fee in coin. */
  public long heldAfterFee(long boughtLots, boolean maker) {
    return coinFee(maker)
        ? (boughtLots * lotCoins - feeCoins(boughtLots, maker)) / lotCoins
        : boughtLots;
  }

  /** Lots to buy as taker so that at least the wanted lots are held after the fee in coin. */
  public long grossUp(long wantedLots) {
    if (!coinFee(false)) {
      return wantedLots;
    }
    Rate taker = costs.taker();
    long gross =
        Exact.mulDivFloor(wantedLots, taker.denominator(), taker.denominator() - taker.numerator());
    while (heldAfterFee(gross, false) < wantedLots) {
      gross++;
    }
    while (gross > wantedLots && heldAfterFee(gross - 1, false) >= wantedLots) {
      gross--;
    }
    return gross;
  }

  /**
   * Value of an amount of coin at a price, in money units of the quote, half even.
   *
   * @param coins coin money units
   */
  public long coinValue(long coins, long ticks) {
    return Exact.mulDivHalfEven(coins, Math.multiplyExact(ticks, coinWorth), coinParts);
  }

  public ContractCosts costs() {
    return costs;
  }

  /** Half spread plus slippage without size impact, integer of 1e-12. */
  public long flatCost() {
    return flatCost;
  }

  /** Digits of the coin's money unit: 12, but 8 where a lot is a whole coin or more. */
  public static int coinDigits(Iterable<Instrument> sameBase) {
    for (Instrument each : sameBase) {
      if (each.lot().compareTo(BigDecimal.ONE) >= 0) {
        return Currency.DOLLAR_DIGITS;
      }
    }
    return Currency.COIN_DIGITS;
  }
}
