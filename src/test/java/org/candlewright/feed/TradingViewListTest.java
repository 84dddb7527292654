package org.candlewright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.candlewright.analytics.comparison.ListedTrade;
import org.candlewright.analytics.comparison.TradeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingViewListTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("list.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trade #,Type,Date and time,Signal,Price USDT,Size (qty),Size (value),Net P&L USD",
        "Trade number,Type,Date and time,Signal,Price USDT,Size (qty),Size (value),Net PnL USD",
        "Trade #,Type,Date and time,Signal,Price USDT,Position size (qty),Position size"
            + " (value),Net P&L USD",
        "Trade #,Type,Date/Time,Signal,Price USDT,Contracts,Size (value),Profit USD"
      })
  void everySpellingOfTheHeaderIsRead(String header) throws IOException {
    TradeList list =
        TradingViewList.read(
            file(
                "\uFEFF"
                    + header
                    + "\n1,Exit short,2025-04-01 02:30,close,1839.77,2,1,-8.31"
                    + "\n1,Entry short,2025-04-01 01:30,open,1831.46,2,1,-8.31\n"));
    assertThat(list.priceCurrency()).isEqualTo("USDT");
    assertThat(list.pnlCurrency()).isEqualTo("USD");
    ListedTrade trade = list.trades().getFirst();
    assertThat(trade.side()).isEqualTo(-1);
    assertThat(trade.quantity()).isEqualByComparingTo("2");
    assertThat(trade.entryPrice()).isEqualByComparingTo("1831.46");
    assertThat(trade.exitPrice()).isEqualByComparingTo("1839.77");
    assertThat(Instant.ofEpochMilli(trade.entryMillis())).isEqualTo("2025-04-01T01:30:00Z");
    assertThat(trade.netPnl().orElseThrow()).isEqualByComparingTo("-8.31");
    assertThat(trade.open()).isFalse();
  }

  @Test
  void aTradeWhoseExitSaysOpenIsOpen() throws IOException {
    TradeList list =
        TradingViewList.read(
            file(
                "Trade #,Type,Date and time,Signal,Price USDT,Size (qty),Net P&L USD\n"
                    + "1,Exit long,2025-04-01 02:30,Open,1839.77,1,8.31\n"
                    + "1,Entry long,2025-04-01 01:30,go,1831.46,1,8.31\n"));
    assertThat(list.trades().getFirst().open()).isTrue();
  }

  @Test
  void aRowOfAnotherKindIsNamedWithItsLine() throws IOException {
    Path file =
        file(
            "Trade #,Type,Date and time,Signal,Price USDT,Size (qty),Net P&L USD\n"
                + "1,Transfer,2025-04-01 02:30,x,1839.77,1,8.31\n");
    assertThatThrownBy(() -> TradingViewList.read(file))
        .hasMessage(file + ":2: type: 'Transfer' is neither an entry nor an exit");
  }

  @Test
  void aFileThatIsNoListNamesTheColumnItLacks() throws IOException {
    Path file = file("time,open,high,low,close\n2025-04-01,1,1,1,1\n");
    assertThatThrownBy(() -> TradingViewList.read(file))
        .hasMessageContaining("trade number: column missing");
  }
}
