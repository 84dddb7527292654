package org.candlewright.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every recorded funding file against decimals that lose nothing, to the last digit shown. */
class RecordedFundingTest {
  private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final MathContext EXACT = new MathContext(60);

  @BeforeEach
  void skipWithoutTheData() {
    assumeTrue(Files.isDirectory(RecordedFunding.DATA), "the recorded funding is not there");
  }

  @Test
  void statisticsOfEveryFileAgreeToTheLastDigitShown() throws IOException {
    List<Path> files = RecordedFunding.files();
    assertThat(files).hasSizeGreaterThan(60);
    for (Path file : files) {
      TreeMap<Long, BigDecimal> rates = RecordedFunding.rates(file);
      RateStatistics ours = summary(rates).statistics().orElseThrow();
      List<BigDecimal> sorted = new ArrayList<>(rates.values());
      Collections.sort(sorted);
      BigDecimal count = BigDecimal.valueOf(sorted.size());
      BigDecimal mean = sum(sorted).divide(count, EXACT);
      BigDecimal squares =
          sum(sorted.stream().map(rate -> rate.subtract(mean).pow(2, EXACT)).toList());
      long positive = sorted.stream().filter(rate -> rate.signum() > 0).count();
      same(file, "mean", mean, ours.mean());
      same(
          file,
          "deviation",
          squares.divide(count.subtract(BigDecimal.ONE), EXACT).sqrt(EXACT),
          ours.deviation().orElseThrow());
      same(file, "minimum", sorted.getFirst(), ours.min());
      same(file, "maximum", sorted.getLast(), ours.max());
      same(file, "median", percentile(sorted, "0.5"), ours.median());
      same(file, "25th percentile", percentile(sorted, "0.25"), ours.percentile25());
      same(file, "75th percentile", percentile(sorted, "0.75"), ours.percentile75());
      same(
          file,
          "share positive",
          BigDecimal.valueOf(positive).divide(count, EXACT),
          ours.sharePositive());
    }
  }

  @Test
  void yieldOfAFileThatKeepsItsIntervalIsTheMeanTimesSettlementsInAYear() throws IOException {
    for (Path file : RecordedFunding.files()) {
      TreeMap<Long, BigDecimal> rates = RecordedFunding.rates(file);
      if (file.toString().contains("XTZ")) {
        continue;
      }
      FundingSummary ours = summary(rates);
      BigDecimal aYear =
          BigDecimal.valueOf(8_760).divide(BigDecimal.valueOf(ours.commonestHours()), EXACT);
      same(
          file,
          "gross yield",
          sum(rates.values()).multiply(aYear).divide(BigDecimal.valueOf(rates.size()), EXACT),
          ours.yields().orElseThrow().gross());
      same(
          file,
          "coverage",
          BigDecimal.valueOf((long) rates.size() * ours.commonestHours())
              .divide(BigDecimal.valueOf(24), EXACT),
          ours.coveredDays());
    }
  }

  /** XTZ settled every 8, then 4, for two days 1 hour: customs that fix an interval mislead. */
  @Test
  void yieldOfAChangingIntervalIsWhatWasPaidOverTheDaysItWasPaidFor() throws IOException {
    Path file = RecordedFunding.DATA.resolve("funding_binance_1y/XTZUSDT_funding.csv");
    TreeMap<Long, BigDecimal> rates = RecordedFunding.rates(file);
    FundingSummary ours = summary(rates);
    // Without gaps, what is covered is the time between first and last, and the first's 8 hours.
    BigDecimal hours = BigDecimal.valueOf((rates.lastKey() - rates.firstKey()) / 60 + 8);
    BigDecimal paid = sum(rates.values());
    double gross = ours.yields().orElseThrow().gross();
    same(file, "coverage", hours.divide(BigDecimal.valueOf(24), EXACT), ours.coveredDays());
    same(file, "gross yield", paid.multiply(BigDecimal.valueOf(8_760)).divide(hours, EXACT), gross);
    double mean = ours.statistics().orElseThrow().mean();
    double threeADay = mean * 3 * 365;
    double commonest = mean * 8_760 / ours.commonestHours();
    assertThat(commonest / threeADay).isCloseTo(2, within(1e-9));
    assertThat(gross / threeADay).isBetween(1.5, 1.9);
    assertThat(ours.note()).contains("interval changes");
  }

  private static FundingSummary summary(TreeMap<Long, BigDecimal> rates) {
    return FundingSummary.of(
        new FundingCandidate(
            InstrumentId.parse("binance:XUSDT.P"),
            FundingSeries.of(RecordedFunding.history(rates), Period.ALL),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty()),
        FundingAssumptions.defaults());
  }

  private static BigDecimal sum(Iterable<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      sum = sum.add(value);
    }
    return sum;
  }

  private static BigDecimal percentile(List<BigDecimal> sorted, String share) {
    BigDecimal at = new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L));
    int below = at.intValue();
    BigDecimal fraction = at.subtract(BigDecimal.valueOf(below));
    return fraction.signum() == 0
        ? sorted.get(below)
        : sorted
            .get(below)
            .add(fraction.multiply(sorted.get(below + 1).subtract(sorted.get(below))));
  }

  private static void same(Path file, String what, BigDecimal expected, double ours) {
    assertThat(BigDecimal.valueOf(ours).round(SHOWN))
        .as("%s of %s", what, file)
        .isEqualByComparingTo(expected.round(SHOWN));
  }
}
