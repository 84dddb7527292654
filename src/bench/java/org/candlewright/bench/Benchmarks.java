package org.candlewright.bench;

import java.util.List;
import java.util.Optional;
import org.candlewright.cli.Benchmarking;
import org.candlewright.market.InputException;

/** All benchmarks: a new one is added to the list here and nowhere else. */
public final class Benchmarks implements Benchmarking {
  private static final List<Benchmark> ALL =
      List.of(
          new EmaBacktest("backtest_ema_1m", 1_000_000, 50, false),
          new EmaBacktest("backtest_ema_10m_full_metrics", 10_000_000, 500, true),
          new TradingViewRun("tradingview_rsi_cross", "ta-rsi14-cross-50"),
          new TradingViewRun("tradingview_4emarsi", "composite-4emarsi-integration"),
          new OrdersOneABar.Measured(),
          new YearOfMinutes.Measured(),
          new ImportRows.Measured(),
          new LoadBars.Measured(),
          new SeekRun(),
          new OpenRun(),
          new DragFrame(),
          new WhatIfYear(),
          ExecutorRun.throughput(),
          ExecutorRun.latency(),
          new RankSettlements(),
          ScreenPairs.universe(),
          ScreenPairs.onePair(),
          new FirstFrame());

  @Override
  public List<String> names() {
    return ALL.stream().map(Benchmark::name).toList();
  }

  @Override
  public Optional<String> missing(String name) {
    return find(name).missing();
  }

  @Override
  public Figure run(String name) {
    return BenchmarkProcess.run(find(name).name());
  }

  static Benchmark find(String name) {
    return ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "bench: there is no benchmark '" + name + "'",
                    "See candlewright bench --help"));
  }
}
