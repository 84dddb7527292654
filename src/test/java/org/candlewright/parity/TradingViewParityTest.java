package org.candlewright.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candlewright.analytics.comparison.ListComparison;
import org.candlewright.analytics.comparison.TradePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each recorded list of TradingView's has a strategy file of ours that trades the same: side,
 * quantity, times and prices, in at least 999 of 1,000 trades from the first to the last closed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TradingViewParityTest {
  private static final int NAMED = 12;

  private final List<String> table = new ArrayList<>();
  private ParityMarket market;

  @BeforeAll
  void importBars(@TempDir Path home) {
    Assumptions.assumeTrue(
        Files.isDirectory(ParityMarket.DATA), "recorded lists are not here: " + ParityMarket.DATA);
    market = new ParityMarket(home);
  }

  static List<ParityList> lists() {
    return List.of(
            ParityList.of("analyzer-parity-percent-of-equity-sizing"),
            ParityList.of("bracket-exit-stop-limit-trail-same-bar"),
            ParityList.of("bracket-exit-tp-sl-fixed"),
            ParityList.of("bracket-partial-exit-qty-percent"),
            ParityList.of("bracket-trail-points-with-offset-only"),
            ParityList.of("composite-4emarsi-integration"),
            ParityList.of("mtf-htf-60-sma20-inside-security"),
            ParityList.of("oca-exit-bracket-internal-cancel"),
            ParityList.of("order-close-immediate-vs-next-bar"),
            ParityList.of("order-dual-stop-both-touch-priority"),
            ParityList.of("order-percent-equity-cash-commission"),
            ParityList.of("order-process-on-close-false"),
            ParityList.of("order-process-on-close-true").filledAtClose(),
            ParityList.of("order-same-id-stop-modification"),
            ParityList.of("pyramid-cash-fractional-commission"),
            ParityList.of("ta-bb-rsi-mean-reversion").since("2025-04-05"),
            ParityList.of("ta-dmi-adx-di-cross").since("2025-04-05"),
            ParityList.of("ta-donchian-channel-breakout").since("2025-04-05"),
            ParityList.of("ta-macd-12-26-9-line-signal-cross"),
            ParityList.of("ta-mfi-14-bands-20-80"),
            ParityList.of("ta-rsi14-cross-50"),
            ParityList.of("ta-sma-dual-cross"),
            ParityList.of("ta-stoch-slow-k-d-cross"),
            ParityList.of("ta-supertrend-direction-flip"),
            ParityList.of("vwap-bands-breakout-1sigma").since("2025-04-01"))
        .stream()
        .filter(list -> Files.exists(ParityMarket.strategyFile(list.name())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListIsTradedAgain(ParityList list) throws IOException {
    ListComparison comparison = market.compare(list);
    table.add(row(list, comparison));
    comparison.pairs().stream()
        .filter(pair -> !pair.differences().isEmpty())
        .limit(Integer.getInteger("parity.named", NAMED))
        .forEach(pair -> table.add("    " + words(pair)));
    assertThat((double) comparison.exact())
        .as("trades of %s that agree to the tick, of %s", list, comparison.pairs().size())
        .isGreaterThanOrEqualTo(0.999 * comparison.pairs().size());
  }

  private static String row(ParityList list, ListComparison comparison) {
    return String.format(
        Locale.ROOT,
        "%-42s %6d %6d %8.4f%% %6d of %d",
        list,
        comparison.pairs().size(),
        comparison.exact(),
        100.0 * comparison.exact() / comparison.pairs().size(),
        comparison.pnlAgreeing(),
        comparison.pnlCompared());
  }

  private static String words(TradePair pair) {
    return pair.listed().map(trade -> "trade " + trade.number()).orElse("the run's")
        + pair.run().map(trade -> " (" + trade.number() + ")").orElse("")
        + ": "
        + String.join("; ", pair.differences())
        + (pair.listed().isPresent() && pair.run().isPresent()
            ? ""
            : " " + pair.listed().or(pair::run).orElseThrow());
  }

  @AfterAll
  void printTable() {
    if (market != null) {
      market.close();
      System.out.printf(
          "%-42s %6s %6s %9s %s%n", "list", "trades", "agree", "share", "P&L within a cent");
      table.forEach(System.out::println);
    }
  }
}
