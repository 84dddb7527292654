package org.candlewright.ui.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.PairSpread;
import org.candlewright.analytics.pairs.PriceSeries;
import org.candlewright.analytics.pairs.ScreeningQuestion;
import org.candlewright.analytics.pairs.ScreeningStore.Finding;
import org.candlewright.market.InstrumentId;
import org.candlewright.ui.chart.Series;

/**
 * What the detail pane shows of one pair, computed away from the window's thread.
 *
 * @param lines empty where the pair could not be tested
 * @param history what screenings found of it, the newest first
 */
record PairContent(
    PairRow row, ScreeningQuestion question, Optional<Lines> lines, List<Finding> history) {

  /**
   * The pair over time.
   *
   * @param first price of the first instrument, its first bar being 100
   * @param second likewise
   */
  record Lines(PairSpread spread, Series first, Series second, Series difference, Series zScore) {
    static Lines of(PairSpread spread) {
      long[] times = spread.openTimes();
      return new Lines(
          spread,
          indexed(times, spread.first()),
          indexed(times, spread.second()),
          Series.of(times, spread.spread()),
          Series.of(times, spread.zScores()));
    }

    private static Series indexed(long[] times, double[] prices) {
      return Series.of(
          times, Arrays.stream(prices).map(price -> price / prices[0] * 100).toArray());
    }
  }

  static PairContent of(PairRow row, ScreeningQuestion question, ExplorerServices services) {
    return new PairContent(
        row,
        question,
        row.figures()
            .map(
                figures ->
                    PairSpread.of(
                        series(row.first(), question, services),
                        series(row.second(), question, services),
                        figures))
            // Its bars may have been deleted since.
            .filter(spread -> spread.openTimes().length > 1)
            .map(Lines::of),
        services.screenings().history(row.first(), row.second()));
  }

  private static PriceSeries series(
      InstrumentId id, ScreeningQuestion question, ExplorerServices services) {
    return PriceSeries.of(
        services.market().bars(id, question.timeframe(), question.period()), question.prices());
  }
}
