package org.candlewright.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.candlewright.analytics.funding.FundingAssumptions;
import org.candlewright.analytics.funding.FundingCandidate;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.analytics.funding.FundingSeries;
import org.candlewright.analytics.funding.FundingSummary;
import org.candlewright.analytics.funding.Turnover;
import org.candlewright.cli.Benchmarking.Figure;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.InstrumentKind;
import org.candlewright.market.Period;

/** From settlements in memory to a ranking. */
final class RankSettlements implements Benchmark {
  private static final int INSTRUMENTS = 200;
  private static final int SETTLEMENTS = 10_000;
  private static final long HOUR = 3_600_000L;

  private int ranked;

  @Override
  public String name() {
    return "rank_2m_settlements";
  }

  @Override
  public Figure measure() {
    List<FundingHistory> histories = histories();
    double nanos =
        new Alternation().with(() -> ranked += rank(histories).size()).medians(20, 21)[0];
    if (ranked == 0) {
      throw new IllegalStateException("nothing was ranked");
    }
    return Figures.of(
        name(),
        nanos / 1e6,
        "ms",
        Map.of(),
        "%d perpetuals with %,d settlements each, every summary column, %d processors"
            .formatted(INSTRUMENTS, SETTLEMENTS, Runtime.getRuntime().availableProcessors()));
  }

  private static List<FundingSummary> rank(List<FundingHistory> histories) {
    List<FundingCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      Optional<Turnover> turnover = Optional.of(new Turnover(1e6 * (i + 1), 0));
      candidates.add(
          new FundingCandidate(
              new InstrumentId("binance", "C" + i + "USDT", InstrumentKind.LINEAR_PERPETUAL),
              FundingSeries.of(histories.get(i), Period.ALL),
              turnover,
              turnover,
              OptionalDouble.empty()));
    }
    return FundingRanking.ranked(candidates, FundingAssumptions.defaults());
  }

  private static List<FundingHistory> histories() {
    SplittableRandom random = new SplittableRandom(15);
    List<FundingHistory> histories = new ArrayList<>();
    for (int i = 0; i < INSTRUMENTS; i++) {
      long[] times = new long[SETTLEMENTS];
      BigDecimal[] rates = new BigDecimal[SETTLEMENTS];
      int hours = 1 << i % 4;
      for (int at = 0; at < SETTLEMENTS; at++) {
        times[at] = (at + 1L) * hours * HOUR;
        rates[at] = BigDecimal.valueOf(random.nextInt(-20_000, 40_000), 8);
      }
      histories.add(new FundingHistory(SETTLEMENTS, times, times, rates));
    }
    return histories;
  }
}
