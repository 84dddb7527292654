package org.candlewright.feed.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Timeframe;

/**
 * A simulated market: thirteen coins, each spot and perpetual, one year of hourly bars and funding.
 * The same seed gives the same numbers on every machine.
 *
 * <p>A market-wide regime (bull, bear, chop, crash) sets drift and volatility; volatility clusters
 * (GARCH(1,1) around the regime's); each coin follows the market with its own beta and noise. Three
 * coins are a multiple of another plus a mean-reverting spread, and so cointegrated. Funding
 * follows the basis between perpetual and spot, which reverts to a level of each coin's own.
 */
public final class DemoMarket {
  /** Seed of the market that a new home begins with. */
  public static final long SEED = 20_250_101L;

  private static final int BARS = 8_760;
  private static final long START = 1_735_689_600_000L;
  private static final long HOUR = 3_600_000L;
  private static final double[] DRIFT = {0.00022, -0.00018, 0, -0.0022};
  private static final double[] VOLATILITY = {0.0055, 0.0065, 0.004, 0.016};
  private static final double[] STAY = {0.9985, 0.9985, 0.998, 0.985};

  /**
   * How a coin behaves.
   *
   * @param anchor index of the coin it is cointegrated with; -1 for none
   * @param premium mean funding rate per 8 hours
   * @param hours funding interval
   */
  private record Coin(
      String name,
      double price,
      int decimals,
      double beta,
      double noise,
      int anchor,
      double premium,
      int hours,
      double dailyTurnover) {}

  private static final List<Coin> COINS =
      List.of(
          new Coin("BTC", 61_000, 1, 1.0, 0.0012, -1, 0.00009, 8, 6e9),
          new Coin("ETH", 2_400, 2, 1.15, 0.002, -1, 0.0001, 8, 3e9),
          new Coin("SOL", 145, 2, 1.35, 0.0035, -1, 0.00012, 8, 1.4e9),
          new Coin("BNB", 560, 2, 0.9, 0.0022, -1, 0.00006, 8, 9e8),
          new Coin("XRP", 0.58, 4, 1.1, 0.004, -1, 0.00028, 8, 8e8),
          new Coin("ADA", 0.36, 4, 1.2, 0.004, -1, 0.00005, 8, 3e8),
          new Coin("AVAX", 27, 3, 1.3, 0.0042, 2, 0.00011, 8, 3e8),
          new Coin("LINK", 11.5, 3, 1.2, 0.004, 1, 0.00042, 4, 2.5e8),
          new Coin("DOT", 4.3, 3, 1.15, 0.004, 5, -0.00012, 8, 1.5e8),
          new Coin("LTC", 66, 2, 0.95, 0.003, -1, 0.00002, 8, 2.5e8),
          new Coin("NEAR", 4.6, 3, 1.4, 0.005, -1, 0.00055, 4, 1.2e8),
          new Coin("XLM", 0.095, 5, 1.05, 0.0045, -1, -0.00025, 8, 6e7),
          new Coin("DOGE", 0.11, 5, 1.3, 0.0055, -1, 0.00033, 8, 9e8));

  private final SplitRandom random;
  private final double[] marketReturns = new double[BARS];
  private final double[] stress = new double[BARS];

  private DemoMarket(long seed) {
    this.random = new SplitRandom(seed);
    walkMarket();
  }

  /** Makes the market; each perpetual comes with its spot leg behind it. */
  public static List<InstrumentData> generate(long seed) {
    DemoMarket market = new DemoMarket(seed);
    double[][] spots = new double[COINS.size()][];
    List<InstrumentData> all = new ArrayList<>();
    for (int i = 0; i < COINS.size(); i++) {
      Coin coin = COINS.get(i);
      spots[i] =
          market.walkCoin(
              coin, coin.anchor() < 0 ? Optional.empty() : Optional.of(spots[coin.anchor()]));
      double[] basis = market.walkBasis(coin);
      double[] perpetual = new double[BARS + 1];
      for (int bar = 0; bar <= BARS; bar++) {
        perpetual[bar] = spots[i][bar] * (1 + basis[bar]);
      }
      all.add(
          market.data(
              coin, InstrumentKind.LINEAR_PERPETUAL, perpetual, market.funding(coin, basis)));
      all.add(market.data(coin, InstrumentKind.SPOT, spots[i], FundingHistory.none()));
    }
    return all;
  }

  /** Spot pairs whose log prices are cointegrated by construction. */
  public static List<List<InstrumentId>> cointegratedPairs() {
    return COINS.stream()
        .filter(coin -> coin.anchor() >= 0)
        .map(
            coin ->
                List.of(
                    id(coin, InstrumentKind.SPOT),
                    id(COINS.get(coin.anchor()), InstrumentKind.SPOT)))
        .toList();
  }

  private void walkMarket() {
    int regime = 2;
    double variance = VOLATILITY[2] * VOLATILITY[2];
    for (int bar = 0; bar < BARS; bar++) {
      if (random.uniform() > STAY[regime]) {
        double draw = random.uniform();
        regime = draw < 0.36 ? 0 : draw < 0.62 ? 1 : draw < 0.95 ? 2 : 3;
      }
      double level = VOLATILITY[regime] * VOLATILITY[regime];
      double shock = StrictMath.sqrt(variance) * random.fatTailed();
      marketReturns[bar] = DRIFT[regime] + shock;
      stress[bar] = StrictMath.sqrt(variance / (VOLATILITY[2] * VOLATILITY[2]));
      variance = 0.06 * level + 0.08 * shock * shock + 0.86 * variance;
    }
  }

  private double[] walkCoin(Coin coin, Optional<double[]> anchor) {
    double[] prices = new double[BARS + 1];
    prices[0] = coin.price();
    double spread = 0;
    double log = StrictMath.log(coin.price());
    for (int bar = 0; bar < BARS; bar++) {
      double own = coin.noise() * random.fatTailed() * StrictMath.min(2, stress[bar]);
      if (anchor.isPresent()) {
        spread = 0.985 * spread + own;
        prices[bar + 1] =
            coin.price() * anchor.get()[bar + 1] / anchor.get()[0] * StrictMath.exp(spread);
      } else {
        log += coin.beta() * marketReturns[bar] + own;
        prices[bar + 1] = StrictMath.exp(log);
      }
    }
    return prices;
  }

  private double[] walkBasis(Coin coin) {
    double[] basis = new double[BARS + 1];
    double mean = coin.premium() * 3;
    double value = mean;
    for (int bar = 0; bar <= BARS; bar++) {
      value += 0.02 * (mean - value) + 0.00012 * random.gaussian();
      basis[bar] = value;
    }
    return basis;
  }

  /** Rate per interval: the mean basis since the last settlement, a third of it per 8 hours. */
  private FundingHistory funding(Coin coin, double[] basis) {
    int count = BARS / coin.hours();
    long[] times = new long[count];
    BigDecimal[] rates = new BigDecimal[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int bar = i * coin.hours(); bar < (i + 1) * coin.hours(); bar++) {
        sum += basis[bar + 1];
      }
      double rate = sum / coin.hours() / 3 * coin.hours() / 8;
      double capped = StrictMath.max(-0.003, StrictMath.min(0.003, rate));
      times[i] = START + (i + 1L) * coin.hours() * HOUR;
      rates[i] = BigDecimal.valueOf(StrictMath.round(capped * 1e8), 8);
    }
    return new FundingHistory(count, times, times, rates);
  }

  private static InstrumentId id(Coin coin, InstrumentKind kind) {
    return new InstrumentId("demo", coin.name() + "USDT", kind);
  }

  private InstrumentData data(
      Coin coin, InstrumentKind kind, double[] path, FundingHistory funding) {
    BigDecimal tick = BigDecimal.ONE.movePointLeft(coin.decimals());
    Instrument plain = Instrument.of(id(coin, kind), tick, Instrument.smallestLot(tick, "USDT"));
    Instrument instrument =
        new Instrument(
            plain.id(),
            plain.base(),
            plain.quote(),
            plain.tick(),
            plain.lot(),
            plain.minNotional(),
            plain.buyerPaysInBase(),
            plain.maintenanceRate(),
            true);
    long[][] columns = new long[6][BARS];
    double scale = StrictMath.pow(10, coin.decimals());
    double hourly = coin.dailyTurnover() / 24;
    for (int bar = 0; bar < BARS; bar++) {
      long open = ticks(path[bar], scale);
      long close = ticks(path[bar + 1], scale);
      double wick = coin.noise() * stress[bar] * path[bar] * scale;
      columns[0][bar] = START + bar * HOUR;
      columns[1][bar] = open;
      columns[2][bar] =
          Math.max(open, close) + StrictMath.round(wick * Math.abs(random.gaussian()));
      columns[3][bar] =
          Math.max(1, Math.min(open, close) - StrictMath.round(wick * Math.abs(random.gaussian())));
      columns[4][bar] = close;
      double day = 1 + 0.35 * StrictMath.sin((bar % 24 - 8) * StrictMath.PI / 12);
      columns[5][bar] =
          StrictMath.round(
              hourly
                  / path[bar]
                  * day
                  * stress[bar]
                  * StrictMath.exp(0.4 * random.gaussian())
                  * 1_000);
    }
    return new InstrumentData(
        instrument,
        new BarSeries(
            instrument.id(),
            Timeframe.ONE_HOUR,
            tick,
            3,
            false,
            BARS,
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5]),
        Optional.empty(),
        funding);
  }

  private static long ticks(double price, double scale) {
    return Math.max(1, StrictMath.round(price * scale));
  }
}
