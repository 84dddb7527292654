package org.candlewright.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.candlewright.analytics.comparison.PairChecks.PnlBasis;
import org.junit.jupiter.api.Test;

class ListComparisonTest {
  private static final PairChecks SAME = checks(new PnlBasis.Same());

  private static PairChecks checks(PnlBasis basis) {
    return new PairChecks(new BigDecimal("0.01"), basis);
  }

  private static ListedTrade trade(
      int number, int side, String entry, String price, String exit, String out) {
    BigDecimal pnl =
        new BigDecimal(out).subtract(new BigDecimal(price)).multiply(BigDecimal.valueOf(side));
    return new ListedTrade(
        number,
        side,
        BigDecimal.ONE,
        Instant.parse("2025-04-0" + entry + ":00Z").toEpochMilli(),
        new BigDecimal(price),
        Instant.parse("2025-04-0" + exit + ":00Z").toEpochMilli(),
        new BigDecimal(out),
        Optional.of(pnl),
        BigDecimal.ZERO,
        false);
  }

  private static final ListedTrade FIRST = trade(1, 1, "1T10:00", "1800.00", "1T12:00", "1810.00");
  private static final ListedTrade SECOND =
      trade(2, -1, "1T12:00", "1810.00", "1T18:00", "1820.00");
  private static final ListedTrade THIRD = trade(3, 1, "1T18:00", "1820.00", "2T00:00", "1830.00");

  private static TradeList list(ListedTrade... trades) {
    return new TradeList(List.of(trades), "USDT", "USDT");
  }

  @Test
  void equalTradesAgreeInEverything() {
    ListComparison comparison =
        ListComparison.of(list(FIRST, SECOND, THIRD), List.of(FIRST, SECOND, THIRD), SAME);
    assertThat(comparison.exact()).isEqualTo(3);
    assertThat(comparison.pnlAgreeing()).isEqualTo(3);
    assertThat(comparison.share()).isEqualByComparingTo("1");
    assertThat(comparison.pairs()).allMatch(pair -> pair.differences().isEmpty());
  }

  @Test
  void aPriceOneTickOffAgreesButIsNamed() {
    ListedTrade off = trade(1, 1, "1T10:00", "1800.01", "1T12:00", "1810.00");
    ListComparison comparison = ListComparison.of(list(FIRST), List.of(off), SAME);
    assertThat(comparison.agreeing()).isEqualTo(1);
    assertThat(comparison.exact()).isZero();
    assertThat(comparison.pairs().getFirst().differences())
        .containsExactly("entry price: list 1800, run 1800.01");
  }

  @Test
  void aPriceTwoTicksOffDoesNotAgree() {
    ListedTrade off = trade(1, 1, "1T10:00", "1800.02", "1T12:00", "1810.00");
    ListComparison comparison = ListComparison.of(list(FIRST), List.of(off), SAME);
    assertThat(comparison.agreeing()).isZero();
    assertThat(comparison.pnlAgreeing()).isZero();
  }

  @Test
  void anExitABarLateIsPairedAndNamed() {
    ListedTrade late = trade(7, 1, "1T10:00", "1800.00", "1T12:15", "1810.00");
    ListComparison comparison = ListComparison.of(list(FIRST), List.of(late), SAME);
    assertThat(comparison.pairs()).hasSize(1);
    assertThat(comparison.pairs().getFirst().differences())
        .containsExactly("exit time: list 2025-04-01T12:00:00Z, run 2025-04-01T12:15:00Z");
    assertThat(comparison.agreeing()).isZero();
  }

  @Test
  void missingAndExtraTradesCountAgainstTheShare() {
    ListedTrade extra = trade(9, -1, "1T11:00", "1805.00", "1T11:30", "1804.00");
    ListComparison comparison =
        ListComparison.of(list(FIRST, SECOND, THIRD), List.of(FIRST, extra, THIRD), SAME);
    assertThat(comparison.missing()).isEqualTo(1);
    assertThat(comparison.extra()).isEqualTo(1);
    assertThat(comparison.share()).isEqualByComparingTo("0.5");
  }

  @Test
  void whatTheListStillHeldAndWhatTheRunTradedOutsideIsNotCompared() {
    ListedTrade open =
        new ListedTrade(
            3,
            1,
            BigDecimal.ONE,
            THIRD.entryMillis(),
            THIRD.entryPrice(),
            THIRD.exitMillis(),
            THIRD.exitPrice(),
            Optional.empty(),
            BigDecimal.ZERO,
            true);
    ListedTrade before = trade(1, 1, "1T08:00", "1790.00", "1T09:00", "1791.00");
    ListComparison comparison =
        ListComparison.of(list(FIRST, SECOND, open), List.of(before, FIRST, SECOND, THIRD), SAME);
    assertThat(comparison.listed()).isEqualTo(2);
    assertThat(comparison.open()).isEqualTo(1);
    assertThat(comparison.outside()).isEqualTo(2);
    assertThat(comparison.exact()).isEqualTo(2);
  }

  @Test
  void twoTradesOfOneEntryArePairedByWhatFits() {
    ListedTrade half = trade(1, 1, "1T10:00", "1800.00", "1T11:00", "1805.00");
    ListedTrade rest = trade(2, 1, "1T10:00", "1800.00", "1T12:00", "1795.00");
    ListComparison comparison = ListComparison.of(list(half, rest), List.of(rest, half), SAME);
    assertThat(comparison.exact()).isEqualTo(2);
  }

  @Test
  void profitsAreConvertedAtTheCloseOfTheDayBeforeTheExit() {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    closes.put(LocalDate.parse("2025-03-31"), new BigDecimal("0.9"));
    closes.put(LocalDate.parse("2025-04-01"), new BigDecimal("0.5"));
    ListedTrade dollars =
        new ListedTrade(
            1,
            1,
            BigDecimal.ONE,
            FIRST.entryMillis(),
            FIRST.entryPrice(),
            FIRST.exitMillis(),
            FIRST.exitPrice(),
            Optional.of(new BigDecimal("9.00")),
            BigDecimal.ZERO,
            false);
    ListComparison comparison =
        ListComparison.of(
            list(dollars), List.of(FIRST), checks(new PnlBasis.Converted(new DailyRates(closes))));
    assertThat(comparison.pnlAgreeing()).isEqualTo(1);
  }

  @Test
  void theZoneOfAListIsTheOneThatFitsTheRun() {
    ZoneId zone = ZoneOffset.ofHours(8);
    TradeList wallClock =
        new TradeList(
            List.of(FIRST, SECOND, THIRD).stream()
                .map(each -> each.at(each.entryMillis() + 28_800_000, each.exitMillis()))
                .toList(),
            "USDT",
            "USDT");
    assertThat(
            ZoneDetection.detect(wallClock, List.of(FIRST, SECOND, THIRD), new BigDecimal("0.01")))
        .contains(zone);
  }
}
