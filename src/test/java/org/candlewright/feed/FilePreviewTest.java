package org.candlewright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candlewright.feed.DataLibrary.Content;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file seems to hold. */
class FilePreviewTest {
  private static final String CANDLES = "open_time_ms,open,high,low,close,volume\n";

  @TempDir private Path folder = Path.of("");

  private FilePreview preview(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return FilePreview.of(Files.writeString(file, content));
  }

  @Test
  void candlesAreToldByTheirColumnsAndTheInstrumentByTheName() throws IOException {
    FilePreview seen =
        preview(
            "binance-usdm-BTCUSDT-4h.csv",
            CANDLES + "1609459200000,1,1,1,1,1\n1609473600000,1,1,1,1,1\n");
    assertThat(seen.content()).isEqualTo(Content.CANDLES);
    assertThat(seen.instrument()).contains(InstrumentId.parse("binance:BTCUSDT.P"));
    assertThat(seen.timeframe()).contains(Timeframe.parse("4h"));
    assertThat(seen.rows()).isEqualTo(2);
  }

  @Test
  void spotAndMarkAreToldByTheName() throws IOException {
    assertThat(preview("bybit/1000SHIBUSDT_spot_1h.csv", CANDLES + "1609459200000,1,1,1,1,1\n"))
        .extracting(FilePreview::instrument)
        .isEqualTo(java.util.Optional.of(InstrumentId.parse("bybit:1000SHIBUSDT")));
    assertThat(preview("okx/XRPUSDT_mark_1h.csv", CANDLES + "1609459200000,1,1,1,1,1\n"))
        .extracting(FilePreview::content)
        .isEqualTo(Content.MARK);
  }

  @Test
  void fundingIsToldByItsRateAndSymbolsAreCounted() throws IOException {
    FilePreview seen =
        preview(
            "rates.csv",
            "settle_time_ms,symbol,rate\n1609459200000,AUSDT,0.1\n1609459200000,BUSDT,0.1\n");
    assertThat(seen.content()).isEqualTo(Content.FUNDING);
    assertThat(seen.symbols()).containsExactly("AUSDT", "BUSDT");
    assertThat(seen.perpetual()).isTrue();
    assertThat(seen.instrument()).isEmpty();
    assertThat(seen.timeframe()).isEmpty();
  }

  @Test
  void whatIsNeitherIsRefusedWithTheColumnsWanted() {
    assertThatThrownBy(() -> preview("x.csv", "a,b\n1,2\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("neither a rate nor a close");
  }
}
