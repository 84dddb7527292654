package org.candlewright.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.junit.jupiter.api.Test;

class FundingSummaryTest {
  private static final Turnover LARGE = new Turnover(2e9, 0);

  @Test
  void costIsTheFeesSpreadsAndSlippageOfFourFills() {
    FundingSummary summary = summary(every(8, 90, "0.0001"), Optional.of(LARGE), 30);
    // Binance VIP 0 takers 0.1 % and 0.05 %, twice; half spread and slippage of large, 1 bp each.
    assertThat(summary.cost().roundTrip()).isCloseTo(0.003 + 4 * 0.0002, within(1e-15));
    assertThat(summary.cost().feeName()).isEqualTo("binance-vip0");
  }

  @Test
  void aSizeAboveOnePercentOfAnHourPaysMoreSlippage() {
    Turnover micro = new Turnover(240_000, 0);
    FundingSummary summary = summary(every(8, 90, "0.0001"), Optional.of(micro), 30);
    // 1,000 of 10,000 an hour is ten times one percent: slippage of micro, 13 bps, times √10.
    assertThat(summary.cost().roundTrip())
        .isCloseTo(0.003 + 4 * (0.0012 + 0.0013 * Math.sqrt(10)), within(1e-12));
  }

  @Test
  void netYieldPaysTheCostOnceAHoldingTime() {
    FundingSummary summary = summary(every(8, 90, "0.0001"), Optional.of(LARGE), 73);
    FundingYield yields = summary.yields().orElseThrow();
    assertThat(yields.gross()).isCloseTo(0.1095, within(1e-12));
    assertThat(yields.net()).isCloseTo(0.1095 - 0.0038 * 5, within(1e-12));
    assertThat(yields.netOnCapital()).isCloseTo(yields.net() / 2, within(1e-15));
    assertThat(yields.breakEvenDays().orElseThrow()).isCloseTo(0.0038 / 0.0003, within(1e-9));
  }

  @Test
  void streakCountsRatesPerEightHoursFromTheNewestBack() {
    TreeMap<Long, BigDecimal> rates = every(4, 40, "0.0001");
    rates.put(rates.lastKey() + 240, new BigDecimal("0.00015"));
    rates.put(rates.lastKey() + 240, new BigDecimal("0.0002"));
    // 0.00015 in four hours is 0.0003 in eight: at the threshold.
    assertThat(summary(rates, Optional.empty(), 30).streak()).isEqualTo(2);
  }

  @Test
  void oneSettlementSaysThatNoYieldIsKnown() {
    FundingSummary summary = summary(every(8, 1, "0.0001"), Optional.of(LARGE), 30);
    assertThat(summary.yields()).isEmpty();
    assertThat(summary.statistics().orElseThrow().deviation()).isEmpty();
    assertThat(summary.note()).contains("one settlement only");
  }

  @Test
  void noSettlementSaysSo() {
    FundingSummary summary = summary(new TreeMap<>(), Optional.of(LARGE), 30);
    assertThat(summary.statistics()).isEmpty();
    assertThat(summary.note()).isEqualTo("no funding stored in the period");
  }

  @Test
  void tierComesFromMarketCapitalisationElseTurnoverElseIsUnknown() {
    assertThat(TierRating.of(OptionalDouble.of(60e9), Optional.of(LARGE)).name()).isEqualTo("mega");
    TierRating proxy = TierRating.of(OptionalDouble.empty(), Optional.of(LARGE));
    assertThat(proxy.name()).isEqualTo("large");
    assertThat(proxy.source()).isEqualTo(TierRating.Source.TURNOVER_PROXY);
    assertThat(TierRating.of(OptionalDouble.empty(), Optional.empty()).name()).isEqualTo("unknown");
  }

  @Test
  void rankingPutsEnoughDataFirstThenNetYieldThenWhatCannotBeRanked() {
    List<FundingSummary> ranked =
        FundingRanking.ranked(
            List.of(
                candidate("a:NONE.P", new TreeMap<>()),
                candidate("a:FEW.P", every(8, 10, "0.001")),
                candidate("a:LOW.P", every(8, 100, "0.0001")),
                candidate("a:HIGH.P", every(8, 100, "0.0002"))),
            FundingAssumptions.defaults());
    assertThat(ranked.stream().map(row -> row.perpetual().symbol()))
        .containsExactly("HIGH", "LOW", "FEW", "NONE");
  }

  static TreeMap<Long, BigDecimal> every(int hours, int count, String rate) {
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    for (int i = 1; i <= count; i++) {
      rates.put((long) i * hours * 60, new BigDecimal(rate));
    }
    return rates;
  }

  private static FundingCandidate candidate(String name, TreeMap<Long, BigDecimal> rates) {
    return new FundingCandidate(
        InstrumentId.parse(name),
        FundingSeries.of(RecordedFunding.history(rates), Period.ALL),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  private static FundingSummary summary(
      TreeMap<Long, BigDecimal> rates, Optional<Turnover> turnover, double holdingDays) {
    return FundingSummary.of(
        new FundingCandidate(
            InstrumentId.parse("binance:XUSDT.P"),
            FundingSeries.of(RecordedFunding.history(rates), Period.ALL),
            turnover,
            turnover,
            OptionalDouble.empty()),
        FundingAssumptions.defaults().with(holdingDays, 1_000));
  }
}
