package org.candlewright.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candlewright.reference.ReferenceMarket.Bar;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.reference.ReferenceMarket.Settlement;
import org.candlewright.reference.ReferenceResult.FillRow;
import org.candlewright.reference.ReferenceResult.TradeRow;
import org.candlewright.reference.ReferenceTrade.Leg;
import org.candlewright.reference.ReferenceTrade.Order;
import org.junit.jupiter.api.Test;

/** The worked examples, to the last digit. */
class ReferenceExamplesTest {
  private static final long HOUR = ReferenceMarket.HOUR;
  private static final BigDecimal TICK = new BigDecimal("0.1");
  private static final BigDecimal LOT = new BigDecimal("0.001");

  /** Does what a test says at each hour. */
  private static final class Script implements ReferenceBacktest.Strategy {
    private final Map<Long, Runnable> acts = new HashMap<>();

    void at(int hour, Runnable act) {
      acts.put(hour * HOUR, act);
    }

    @Override
    public void decide(long time, BigDecimal equity) {
      acts.getOrDefault(time, () -> {}).run();
    }
  }

  private static List<Bar> bars(String volume, String... rows) {
    List<Bar> bars = new ArrayList<>();
    for (String row : rows) {
      List<BigDecimal> cells = List.of(row.split(" ")).stream().map(BigDecimal::new).toList();
      long open = bars.size() * HOUR;
      bars.add(
          new Bar(
              open,
              open + HOUR,
              cells.get(0),
              cells.get(1),
              cells.get(2),
              cells.get(3),
              new BigDecimal(volume)));
    }
    return bars;
  }

  private static Series perpetual(List<Bar> bars, List<Settlement> funding) {
    return new Series("binance:XUSDT.P", TICK, LOT, bars, funding, List.of());
  }

  private static ReferenceOptions options(int hours) {
    return ReferenceOptions.of("10000", 0, hours * HOUR, "0.001", "0.0005").withCosts("1", "1");
  }

  private static ReferenceResult oneLongTrade(List<Settlement> funding) {
    Series series =
        perpetual(
            bars(
                "1000000",
                "100.0 101.0 99.5 100.5",
                "100.6 102.0 100.4 101.8",
                "101.7 101.9 101.0 101.2"),
            funding);
    ReferenceBacktest run = new ReferenceBacktest(options(3), List.of(series));
    Leg leg = new Leg(series, 1, new BigDecimal("100.5"));
    ReferenceTrade trade = new ReferenceTrade(List.of(leg), "in", BigDecimal.ZERO, BigDecimal.ZERO);
    Script script = new Script();
    script.at(1, () -> run.exchange.working.add(new Order(trade, true, BigDecimal.TWO, "in")));
    script.at(
        2,
        () -> {
          leg.exitReference = new BigDecimal("101.8");
          run.exchange.working.add(new Order(trade, false, BigDecimal.TWO, "out"));
        });
    return run.run(script);
  }

  @Test
  void oneLongTradeFillsAtNextOpensAndNetsToTheLastDigit() {
    ReferenceResult result = oneLongTrade(List.of());
    TradeRow trade = result.trades().getFirst();
    assertThat(result.fills())
        .extracting(FillRow::price)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("100.7"), new BigDecimal("101.6"));
    assertThat(trade.entryFee()).isEqualByComparingTo("0.1007");
    assertThat(trade.exitFee()).isEqualByComparingTo("0.1016");
    assertThat(trade.edge()).isEqualByComparingTo("2.6");
    assertThat(trade.slippage()).isEqualByComparingTo("0.8");
    assertThat(trade.net()).isEqualByComparingTo("1.5977");
    assertThat(result.equity().get(1).time()).isEqualTo(2 * HOUR);
    assertThat(result.equity().get(1).equity()).isEqualByComparingTo("10002.0993");
    assertThat(result.finalEquity()).isEqualByComparingTo("10001.5977");
  }

  @Test
  void positionClosedAtTheSettlementTakesPartAndOneOpenedAtItDoesNot() {
    TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    rates.put(HOUR, new BigDecimal("0.5"));
    rates.put(2 * HOUR, new BigDecimal("0.0001"));
    ReferenceResult result = oneLongTrade(ReferenceMarket.settlements(rates));
    assertThat(result.settlements()).hasSize(1);
    assertThat(result.settlements().getFirst().price()).isEqualByComparingTo("101.8");
    assertThat(result.settlements().getFirst().amount()).isEqualByComparingTo("-0.02036");
    assertThat(result.trades().getFirst().net()).isEqualByComparingTo("1.57734");
  }

  @Test
  void carryGrossesTheSpotLegUpAndKeepsDustApart() {
    Series perpetual =
        perpetual(
            bars(
                "1000000",
                "100.5 100.5 100.5 100.5",
                "100.6 101.0 100.6 101.0",
                "101.0 102.0 101.0 102.0",
                "101.9 101.9 101.9 101.9"),
            List.of(new Settlement(2 * HOUR, new BigDecimal("0.0003"), 8)));
    Series spot =
        new Series(
            "binance:XUSDT",
            TICK,
            LOT,
            bars(
                "1000000",
                "100.4 100.4 100.4 100.4",
                "100.5 101.0 100.5 101.0",
                "101.0 102.1 101.0 102.1",
                "102.0 102.0 102.0 102.0"),
            List.of(),
            List.of());
    ReferenceBacktest run = new ReferenceBacktest(options(4), List.of(perpetual, spot));
    Leg shortLeg = new Leg(perpetual, -1, new BigDecimal("100.5"));
    Leg longLeg = new Leg(spot, 1, new BigDecimal("100.4"));
    ReferenceTrade trade =
        new ReferenceTrade(List.of(shortLeg, longLeg), "in", BigDecimal.ZERO, BigDecimal.ZERO);
    Script script = new Script();
    script.at(1, () -> run.exchange.working.add(new Order(trade, true, BigDecimal.ONE, "in")));
    script.at(
        3,
        () -> {
          shortLeg.exitReference = new BigDecimal("102.0");
          longLeg.exitReference = new BigDecimal("102.1");
          run.exchange.working.add(new Order(trade, false, BigDecimal.ONE, "out"));
        });
    ReferenceResult result = run.run(script);
    TradeRow row = result.trades().getFirst();
    FillRow bought = result.fills().get(1);
    assertThat(bought.quantity()).isEqualByComparingTo("1.002");
    assertThat(bought.price()).isEqualByComparingTo("100.6");
    assertThat(bought.fee()).isEqualByComparingTo("0.1008012");
    assertThat(bought.feeCurrency()).isEqualTo("X");
    assertThat(row.legB().orElseThrow().quantity()).isEqualByComparingTo("1");
    assertThat(row.funding()).isEqualByComparingTo("0.0303");
    assertThat(row.edge()).isEqualByComparingTo("0.2");
    assertThat(row.slippage()).isEqualByComparingTo("0.4");
    assertThat(row.entryFee().add(row.exitFee())).isEqualByComparingTo("0.3039512");
    assertThat(row.net()).isEqualByComparingTo("-0.4736512");
    BigDecimal dust =
        new BigDecimal("0.000998")
            .multiply(new BigDecimal("102.0"))
            .setScale(8, java.math.RoundingMode.HALF_EVEN)
            .subtract(new BigDecimal("0.1003988"));
    assertThat(result.finalEquity()).isEqualByComparingTo(new BigDecimal("9999.5263488").add(dust));
  }

  @Test
  void participationSplitsAnOrderAndSizeMovesItsPrice() {
    Series series =
        perpetual(
            bars(
                "100",
                "99.0 99.0 99.0 99.0",
                "100.0 100.0 100.0 100.0",
                "100.4 100.4 100.4 100.4",
                "100.2 100.2 100.2 100.2"),
            List.of());
    ReferenceBacktest run = new ReferenceBacktest(options(4), List.of(series));
    ReferenceTrade trade =
        new ReferenceTrade(
            List.of(new Leg(series, 1, new BigDecimal("99.0"))),
            "in",
            BigDecimal.ZERO,
            BigDecimal.ZERO);
    Script script = new Script();
    script.at(
        1, () -> run.exchange.working.add(new Order(trade, true, BigDecimal.valueOf(25), "in")));
    List<FillRow> fills = run.run(script).fills().subList(0, 3);
    assertThat(fills)
        .extracting(FillRow::quantity)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.valueOf(5));
    assertThat(fills)
        .extracting(FillRow::price)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("100.1"), new BigDecimal("100.5"), new BigDecimal("100.3"));
  }

  @Test
  void sizeLeavesRoomForCostsAndFeeAndIsFlooredToTheLot() {
    Series series = perpetual(List.of(), List.of());
    ReferenceOptions options = options(1);
    BigDecimal size =
        ReferenceEmaCrossover.size(
            options,
            series,
            new ReferencePrice(options),
            new BigDecimal("100.5"),
            BigDecimal.valueOf(10_000));
    assertThat(size.toPlainString()).startsWith("99.4328");
    assertThat(series.floorToLot(size)).isEqualByComparingTo("99.432");
  }

  @Test
  void tickIsTheLastDigitOfThePricesAndTheLotKeepsHalfATickWhole() {
    List<Bar> bars = bars("0.123456", "100.50 101.250 99.5 100");
    assertThat(ReferenceMarket.tickOf(bars)).isEqualByComparingTo("0.01");
    assertThat(ReferenceMarket.lotOf(new BigDecimal("0.01"))).isEqualByComparingTo("0.00001");
    assertThat(ReferenceMarket.lotOf(new BigDecimal("0.1"))).isEqualByComparingTo("0.000001");
  }
}
