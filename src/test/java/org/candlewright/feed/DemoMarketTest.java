package org.candlewright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.junit.jupiter.api.Test;

/** The demo market must look like a market: else what is learnt on it is worth nothing. */
class DemoMarketTest {
  private static final long HOUR = 3_600_000L;
  private static final List<InstrumentData> MARKET = DemoMarket.generate(DemoMarket.SEED);

  @Test
  void holdsAtLeastTwentyFourInstrumentsEachPerpetualWithItsSpotLeg() {
    assertThat(MARKET).hasSizeGreaterThanOrEqualTo(24);
    for (int i = 0; i < MARKET.size(); i += 2) {
      InstrumentId perpetual = MARKET.get(i).instrument().id();
      assertThat(perpetual.kind().isPerpetual()).isTrue();
      assertThat(MARKET.get(i + 1).instrument().id()).isEqualTo(perpetual.spot());
    }
  }

  @Test
  void everyInstrumentSaysThatItIsSimulated() {
    assertThat(MARKET).allMatch(data -> data.instrument().simulated());
  }

  @Test
  void theSameSeedGivesTheSameMarketAndAnotherSeedAnother() {
    assertThat(closes(DemoMarket.generate(DemoMarket.SEED))).isEqualTo(closes(MARKET));
    assertThat(closes(DemoMarket.generate(7))).isNotEqualTo(closes(MARKET));
  }

  @Test
  void coversAYearOfHoursWithoutAGapAndWithPossibleBars() {
    for (InstrumentData data : MARKET) {
      BarSeries bars = data.bars();
      assertThat(bars.size()).isEqualTo(8_760);
      for (int i = 0; i < bars.size(); i++) {
        assertThat(bars.openTimes()[i]).isEqualTo(bars.openTimes()[0] + i * HOUR);
        long open = bars.opens()[i];
        long close = bars.closes()[i];
        assertThat(bars.lows()[i]).isPositive().isLessThanOrEqualTo(Math.min(open, close));
        assertThat(bars.highs()[i]).isGreaterThanOrEqualTo(Math.max(open, close));
        assertThat(bars.volumes()[i]).isNotNegative();
      }
    }
  }

  @Test
  void volatilityClustersAsInRealMarkets() {
    for (InstrumentData data : MARKET) {
      double[] size = Arrays.stream(returns(data)).map(Math::abs).toArray();
      assertThat(correlation(head(size, 1), tail(size, 1)))
          .as("autocorrelation of absolute returns of %s", data.instrument().id())
          .isGreaterThan(0.05);
    }
  }

  @Test
  void regimesMakeQuietAndStormyMonths() {
    double[] returns = returns(MARKET.getFirst());
    double[] monthly =
        IntStream.range(0, 12)
            .mapToDouble(
                month -> deviation(Arrays.copyOfRange(returns, month * 729, month * 729 + 729)))
            .toArray();
    double calmest = Arrays.stream(monthly).min().orElseThrow();
    double wildest = Arrays.stream(monthly).max().orElseThrow();
    assertThat(wildest / calmest).isGreaterThan(1.5);
  }

  @Test
  void someFundingIsRichSomeIsPoorAndSomeIsPaidTheOtherWay() {
    double[] yearly =
        MARKET.stream()
            .filter(DemoMarketTest::funds)
            .mapToDouble(DemoMarketTest::sumOfRates)
            .toArray();
    assertThat(yearly).hasSizeGreaterThanOrEqualTo(12);
    assertThat(Arrays.stream(yearly).filter(rate -> rate > 0.25).count()).isGreaterThanOrEqualTo(2);
    assertThat(Arrays.stream(yearly).filter(rate -> rate > 0 && rate < 0.1).count())
        .isGreaterThanOrEqualTo(2);
    assertThat(Arrays.stream(yearly).filter(rate -> rate < 0).count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void fundingSettlesAtIntervalsThatDiffer() {
    List<Long> intervals =
        MARKET.stream()
            .filter(DemoMarketTest::funds)
            .map(data -> (data.funding().time(1) - data.funding().time(0)) / HOUR)
            .distinct()
            .sorted()
            .toList();
    assertThat(intervals).containsExactly(4L, 8L);
  }

  /** b of Δs = a + b·s₋₁ for s = ln A − β ln B: well below zero only where the pair reverts. */
  @Test
  void plantedPairsRevertAndOthersWander() {
    assertThat(DemoMarket.cointegratedPairs()).hasSizeGreaterThanOrEqualTo(3);
    for (List<InstrumentId> pair : DemoMarket.cointegratedPairs()) {
      assertThat(reversion(find(pair.get(0)), find(pair.get(1)))).isLessThan(-0.01);
    }
    InstrumentData bitcoin = MARKET.get(1);
    InstrumentData doge = MARKET.get(MARKET.size() - 1);
    assertThat(reversion(bitcoin, doge)).isGreaterThan(-0.01);
  }

  private static boolean funds(InstrumentData data) {
    return data.funding().size() > 0;
  }

  private static double sumOfRates(InstrumentData data) {
    FundingHistory funding = data.funding();
    return IntStream.range(0, funding.size()).mapToDouble(i -> funding.rateUnits(i) / 1e12).sum();
  }

  private static InstrumentData find(InstrumentId id) {
    return MARKET.stream()
        .filter(data -> data.instrument().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<long[]> closesOf(List<InstrumentData> market) {
    return market.stream()
        .map(data -> Arrays.copyOf(data.bars().closes(), data.bars().size()))
        .toList();
  }

  private static String closes(List<InstrumentData> market) {
    return closesOf(market).stream().map(Arrays::hashCode).toList().toString();
  }

  private static double[] logs(InstrumentData data) {
    return Arrays.stream(data.bars().closes())
        .limit(data.bars().size())
        .mapToDouble(Math::log)
        .toArray();
  }

  private static double[] returns(InstrumentData data) {
    double[] logs = logs(data);
    return IntStream.range(1, logs.length).mapToDouble(i -> logs[i] - logs[i - 1]).toArray();
  }

  private static double reversion(InstrumentData first, InstrumentData second) {
    double[] a = logs(first);
    double[] b = logs(second);
    double beta = correlation(a, b) * deviation(a) / deviation(b);
    double[] spread = IntStream.range(0, a.length).mapToDouble(i -> a[i] - beta * b[i]).toArray();
    double[] change =
        IntStream.range(1, a.length).mapToDouble(i -> spread[i] - spread[i - 1]).toArray();
    double[] before = head(spread, 1);
    return correlation(change, before) * deviation(change) / deviation(before);
  }

  private static double[] head(double[] values, int less) {
    return Arrays.copyOf(values, values.length - less);
  }

  private static double[] tail(double[] values, int skip) {
    return Arrays.copyOfRange(values, skip, values.length);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElseThrow());
  }

  private static double correlation(double[] first, double[] second) {
    double a = mean(first);
    double b = mean(second);
    double product =
        IntStream.range(0, first.length)
            .mapToDouble(i -> (first[i] - a) * (second[i] - b))
            .average()
            .orElseThrow();
    return product / deviation(first) / deviation(second);
  }
}
