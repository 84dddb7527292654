package org.candlewright.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.reference.ReferenceMarket.Bar;
import org.candlewright.reference.ReferenceMarket.Series;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceComparisonTest {
  @TempDir Path folder = Path.of("");
  private final Series series = Series.of("binance:WAVEUSDT.P", wave(), List.of(), List.of());
  private final ReferenceOptions options =
      ReferenceOptions.of("10000", 0, 600 * ReferenceMarket.HOUR, "0.0007", "0.0007");
  private final ReferenceResult result = ReferenceEmaCrossover.run(options, List.of(series));

  private static List<Bar> wave() {
    List<Bar> bars = new ArrayList<>();
    BigDecimal open = new BigDecimal("100.00");
    for (int i = 0; i < 600; i++) {
      long time = i * ReferenceMarket.HOUR;
      BigDecimal close =
          BigDecimal.valueOf(100 + 10 * StrictMath.sin(i / 40.0) + 4 * StrictMath.sin(i / 6.0))
              .setScale(2, RoundingMode.HALF_EVEN);
      bars.add(
          new Bar(
              time,
              time + ReferenceMarket.HOUR,
              open,
              open.max(close),
              open.min(close),
              close,
              new BigDecimal("100000")));
      open = close;
    }
    return bars;
  }

  @BeforeEach
  void write() throws IOException {
    result.write(folder);
    Files.writeString(folder.resolve("run.json"), "{}");
    Files.write(
        folder.resolve("ledger.csv"),
        List.of(
            "sequence,time,entry,account,currency,amount,reference",
            "1,1970-01-01T00:00:00Z,1,cash,USDT,10000,",
            "2,1970-01-01T00:00:00Z,1,capital,USDT,-10000,",
            "3,1970-01-02T00:00:00Z,2,cash,USDT,-" + result.fees().toPlainString() + ",",
            "4,1970-01-02T00:00:00Z,2,fees,USDT," + result.fees().toPlainString() + ","));
  }

  private ReferenceComparison comparison() {
    return new ReferenceComparison(folder, result, options, List.of(series));
  }

  private void replace(String file, String from, String to) throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(from);
    Files.writeString(folder.resolve(file), before.replaceFirst(from, to));
  }

  @Test
  void ownFilesAreIdenticalAndKeepAllIdentities() {
    assertThat(result.trades()).hasSizeGreaterThan(5);
    assertThat(comparison().report()).containsExactly("identical; all identities hold");
  }

  @Test
  void oneUnitOfMoneyIsADifferenceAndBreaksTheTradesIdentity() throws IOException {
    String net = result.trades().getFirst().net().stripTrailingZeros().toPlainString();
    String other = result.trades().getFirst().net().add(new BigDecimal("1e-8")).toPlainString();
    replace("trades.csv", net, other);
    assertThat(comparison().differences()).singleElement().asString().contains("net_pnl");
    assertThat(comparison().violations()).anyMatch(each -> each.contains("trade 1: net_pnl"));
  }

  @Test
  void priceOffByATickIsFoundInTheFillAndAgainstItsBar() throws IOException {
    BigDecimal price = result.fills().getFirst().price();
    replace(
        "fills.csv",
        "," + price.toPlainString() + ",",
        "," + price.add(new BigDecimal("0.01")).toPlainString() + ",");
    assertThat(comparison().differences()).singleElement().asString().contains("price");
    assertThat(comparison().violations()).anyMatch(each -> each.contains("fill 1: price"));
  }

  @Test
  void unbalancedLedgerEntryIsFound() throws IOException {
    replace("ledger.csv", "USDT,-10000,", "USDT,-9999.99999999,");
    assertThat(comparison().violations()).anyMatch(each -> each.contains("entry 1 USDT"));
  }
}
