package org.candlewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.junit.jupiter.api.Test;

class InstrumentSelectionTest {
  private static final List<InstrumentId> KNOWN =
      List.of(
          InstrumentId.parse("binance:BTCUSDT.P"),
          InstrumentId.parse("binance:BTCUSDT"),
          InstrumentId.parse("binance:ADAUSDT.P"),
          InstrumentId.parse("bybit:BTCUSDT.P"));

  @Test
  void namesKeepTheOrderTheyAreWrittenIn() {
    assertThat(chosen("bybit:BTCUSDT.P, binance:ADAUSDT.P"))
        .containsExactly("bybit:BTCUSDT.P", "binance:ADAUSDT.P");
  }

  @Test
  void aWildcardFindsWhatEndsAlikeByName() {
    assertThat(chosen("binance:*USDT.P")).containsExactly("binance:ADAUSDT.P", "binance:BTCUSDT.P");
    assertThat(chosen("binance:*USDT")).containsExactly("binance:BTCUSDT");
  }

  @Test
  void allMeansEverythingStored() {
    assertThat(chosen("all")).hasSize(4).isSorted();
  }

  @Test
  void anInstrumentNamedTwiceCountsOnce() {
    assertThat(chosen("binance:BTCUSDT,binance:*")).hasSize(3).startsWith("binance:BTCUSDT");
  }

  @Test
  void wildcardsFindOnlyWhatIsEligible() {
    assertThat(InstrumentSelection.of("all", KNOWN, id -> id.kind().isPerpetual())).hasSize(3);
  }

  @Test
  void anUnknownNameSuggestsTheNearest() {
    assertThatThrownBy(() -> chosen("binance:BTCUSTD.P"))
        .isInstanceOfSatisfying(
            InputException.class,
            wrong ->
                assertThat(wrong.line())
                    .contains("binance:BTCUSTD.P is not stored")
                    .contains("Did you mean binance:BTCUSDT.P?"));
  }

  @Test
  void aWildcardThatFindsNothingSaysSo() {
    assertThatThrownBy(() -> chosen("kraken:*")).hasMessageContaining("nothing stored matches");
  }

  private static List<String> chosen(String text) {
    return InstrumentSelection.of(text, KNOWN, id -> true).stream()
        .map(InstrumentId::toString)
        .toList();
  }
}
