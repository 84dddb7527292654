package org.candlewright.strategy;

import java.util.List;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;

/**
 * Tells the regime from a reference instrument, the first test that holds:
 *
 * <ul>
 *   <li>crisis: change of 7 days below −10 % or volatility above 100 %
 *   <li>trend: change at least 10 % and volatility below 60 %
 *   <li>bear: change at most −5 %
 *   <li>chop: otherwise, and while data is short
 * </ul>
 *
 * <p>It keeps nothing: a moment's regime follows from the bars that had ended then.
 */
final class RegimeGauge {
  private static final int WEEK_HOURS = 168;

  private final BarSeries bars;
  private final int back;
  private final double crisisChange;
  private final double crisisVolatility;
  private final double trendChange;
  private final double trendVolatility;
  private final double bearChange;

  RegimeGauge(TriggersStrategy strategy, BarSeries bars) {
    this.bars = bars;
    this.back = HourlyReturns.bars(bars, WEEK_HOURS);
    this.crisisChange = percent(strategy, MarketRegime.CRISIS, "change_below");
    this.crisisVolatility = percent(strategy, MarketRegime.CRISIS, "volatility_above");
    this.trendChange = percent(strategy, MarketRegime.TREND, "change_from");
    this.trendVolatility = percent(strategy, MarketRegime.TREND, "volatility_below");
    this.bearChange = percent(strategy, MarketRegime.BEAR, "change_to");
  }

  private static double percent(TriggersStrategy strategy, MarketRegime regime, String name) {
    return strategy.number(regime.qualified(name)) / 100;
  }

  /**
   * The series that tells the regime: the named one, else the run's BTC perpetual, else its BTC
   * spot, else its first.
   */
  static BarSeries reference(TriggersStrategy strategy, List<InstrumentData> instruments) {
    if (strategy.reference().isPresent()) {
      InstrumentId wanted = strategy.reference().get();
      return instruments.stream()
          .filter(each -> each.instrument().id().equals(wanted))
          .findFirst()
          .orElseThrow(
              () ->
                  new org.candlewright.market.InputException(
                      strategy.name()
                          + ": regimes.reference: "
                          + wanted
                          + " is not among the run's instruments",
                      "Add it to the instruments, or leave the reference out"))
          .bars();
    }
    InstrumentData found = instruments.getFirst();
    int best = 0;
    for (InstrumentData each : instruments) {
      int rank =
          !each.instrument().base().equals("BTC")
              ? 0
              : each.instrument().id().kind().isPerpetual() ? 2 : 1;
      if (rank > best) {
        best = rank;
        found = each;
      }
    }
    return found.bars();
  }

  BarSeries bars() {
    return bars;
  }

  /** Last bar of the reference that has ended at a time; −1 if none. */
  int bar(long millis) {
    return bars.lastEndedAt(millis);
  }

  double change(int bar) {
    return bar < 0 ? Double.NaN : HourlyReturns.change(bars, bar, back);
  }

  double volatility(int bar) {
    return bar < 0 ? Double.NaN : HourlyReturns.volatility(bars, bar, WEEK_HOURS);
  }

  /**
   * @param bar of the reference, −1 for none
   */
  MarketRegime at(int bar) {
    double change = change(bar);
    double volatility = volatility(bar);
    if (Double.isNaN(change) || Double.isNaN(volatility)) {
      return MarketRegime.CHOP;
    }
    if (change < crisisChange || volatility > crisisVolatility) {
      return MarketRegime.CRISIS;
    }
    if (change >= trendChange && volatility < trendVolatility) {
      return MarketRegime.TREND;
    }
    return change <= bearChange ? MarketRegime.BEAR : MarketRegime.CHOP;
  }
}
