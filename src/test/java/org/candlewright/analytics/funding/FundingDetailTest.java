package org.candlewright.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.candlewright.market.Period;
import org.junit.jupiter.api.Test;

/** Figures of the detail pane against sums written out plainly, over changing intervals. */
class FundingDetailTest {
  private static final long DAY = 24 * 60;

  private final TreeMap<Long, BigDecimal> rates = rates();
  private final List<Long> minutes = new ArrayList<>(rates.keySet());
  private final double[] given =
      rates.values().stream().mapToDouble(BigDecimal::doubleValue).toArray();
  private final FundingDetail detail =
      FundingDetail.of(
          FundingSeries.of(RecordedFunding.history(rates), Period.ALL),
          FundingAssumptions.defaults(),
          RateHistogram.BINS);

  /** Sixty days of eight hours, then thirty of four, each rate leaning on the one before. */
  private static TreeMap<Long, BigDecimal> rates() {
    SplittableRandom random = new SplittableRandom(21);
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    double rate = 1e-4;
    for (long minute = 480; minute <= 90 * DAY; minute += minute < 60 * DAY ? 480 : 240) {
      rate = 0.6 * rate + 4e-5 + 1e-4 * (random.nextDouble() - 0.5);
      rates.put(minute, BigDecimal.valueOf(Math.round(rate * 1e8), 8));
    }
    return rates;
  }

  /** Rates per eight hours: those after day sixty pay for four. */
  private double[] perEightHours() {
    double[] all = given.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] *= minutes.get(i) > 60 * DAY ? 2 : 1;
    }
    return all;
  }

  @Test
  void cumulativeFundingIsTheSumUpToEachSettlement() {
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      sum += given[i];
      assertThat(detail.cumulative()[i]).isCloseTo(sum, within(1e-15));
    }
  }

  @Test
  void theWorstThirtyDaysAreTheSmallestOfAllWindows() {
    double worst = Double.POSITIVE_INFINITY;
    for (int end = 0; end < given.length; end++) {
      if (minutes.get(end) - minutes.getFirst() < 30 * DAY) {
        continue;
      }
      double sum = 0;
      for (int i = 0; i <= end; i++) {
        sum += minutes.get(i) > minutes.get(end) - 30 * DAY ? given[i] : 0;
      }
      worst = Math.min(worst, sum);
    }
    assertThat(detail.worst30Days().orElseThrow()).isCloseTo(worst, within(1e-14));
  }

  @Test
  void stabilityAndLagCorrelationAreOfRatesPerEightHours() {
    double[] rates8h = perEightHours();
    double mean = Arrays.stream(rates8h).average().orElseThrow();
    double squares = Arrays.stream(rates8h).map(rate -> (rate - mean) * (rate - mean)).sum();
    double cross = 0;
    for (int i = 1; i < rates8h.length; i++) {
      cross += (rates8h[i] - mean) * (rates8h[i - 1] - mean);
    }
    assertThat(detail.stability().orElseThrow())
        .isCloseTo(Math.sqrt(squares / (rates8h.length - 1)) / Math.abs(mean), within(1e-12));
    assertThat(detail.lagCorrelation().orElseThrow()).isCloseTo(cross / squares, within(1e-12));
  }

  @Test
  void halfLifeIsThatOfTheRegressionOfChangesOnLevels() {
    double[] rates8h = perEightHours();
    int pairs = rates8h.length - 1;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int i = 0; i < pairs; i++) {
      double change = rates8h[i + 1] - rates8h[i];
      sumX += rates8h[i];
      sumY += change;
      sumXx += rates8h[i] * rates8h[i];
      sumXy += rates8h[i] * change;
    }
    double slope = (pairs * sumXy - sumX * sumY) / (pairs * sumXx - sumX * sumX);
    assertThat(detail.halfLife().orElseThrow().bars().orElseThrow())
        .isCloseTo(-Math.log(2) / Math.log(1 + slope), within(1e-6));
  }

  @Test
  void hoursAndWeekdaysHoldTheMeanOfTheirSettlements() {
    double[] rates8h = perEightHours();
    for (int hour = 0; hour < 24; hour += 4) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < rates8h.length; i++) {
        if (minutes.get(i) / 60 % 24 == hour) {
          sum += rates8h[i];
          count++;
        }
      }
      assertThat(detail.byHour().counts()[hour]).isEqualTo(count);
      assertThat(detail.byHour().means()[hour]).isCloseTo(sum / count, within(1e-15));
    }
    assertThat(Arrays.stream(detail.byWeekday().counts()).sum()).isEqualTo(rates8h.length);
    assertThat(Arrays.stream(detail.histogram().counts()).sum()).isEqualTo(rates8h.length);
  }
}
