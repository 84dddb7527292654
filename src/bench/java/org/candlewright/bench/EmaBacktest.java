package org.candlewright.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.backtest.RunPlan;
import org.candlewright.cli.Benchmarking.Figure;

/**
 * {@code ema-crossover} with fees, slippage, funding and equity: the engine, the bare loop and ta4j
 * in turns. Fails if engine and bare loop differ in a single unit.
 */
final class EmaBacktest implements Benchmark {
  private static final int WARM_UPS = 12;
  private static final int ROUNDS = 11;
  private static final int PEER_ROUNDS = 5;
  private static final int PEER_BARS = 100_000;

  private final String name;
  private final int bars;
  private final int shareDivisor;
  private final boolean metrics;

  EmaBacktest(String name, int bars, int shareDivisor, boolean metrics) {
    this.name = name;
    this.bars = bars;
    this.shareDivisor = shareDivisor;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return name;
  }

  /** The memory of a long run is there before it is timed, taken from the system once. */
  @Override
  public List<String> options() {
    return metrics ? List.of("-Xms4g", "-Xmn1500m", "-XX:+AlwaysPreTouch") : List.of();
  }

  @Override
  public Figure measure() {
    EmaRun run = new EmaRun(MinuteMarket.of(bars), shareDivisor);
    BareLoop loop = run.bareLoop();
    loop.run();
    EmaRun.requireEqual(run.engine(), loop);
    Runnable ours = ours(run);
    double[] medians = new Alternation().with(ours).with(loop::run).medians(WARM_UPS, ROUNDS);
    double[] theirs = ta4j(run, ours);
    Map<String, Double> ratios = new LinkedHashMap<>();
    ratios.put("bare_loop", medians[0] / medians[1]);
    ratios.put("ta4j", theirs[0]);
    return Figures.of(
        name,
        medians[0] / bars,
        "ns/bar",
        ratios,
        ("%,d generated minute bars, %,d fills, 1/%d of equity a trade, funding every 8 hours;"
                + " engine and bare loop (%.1f ns/bar) agree on every fill, every fee and net"
                + " profit to the last unit; ta4j 0.22.2 on DoubleNum over %,d of the bars, long"
                + " and short in turn, fees and equity curve but no slippage and funding, which"
                + " it lacks (without its equity curve %.0f times ours); all in one process,"
                + " taken alternately")
            .formatted(bars, loop.fills, shareDivisor, medians[1] / bars, PEER_BARS, theirs[1]));
  }

  private Runnable ours(EmaRun run) {
    if (!metrics) {
      return run::engine;
    }
    RunPlan plan = run.plan();
    return () -> run.withMetrics(plan);
  }

  /** Theirs over ours, a bar: with an equity curve, as ours has one, and without. */
  private double[] ta4j(EmaRun run, Runnable ours) {
    Ta4jRun peer = new Ta4jRun(run.data().bars(), PEER_BARS);
    double[] medians =
        new Alternation()
            .with(ours)
            .with(peer::runWithEquity)
            .with(peer::run)
            .medians(1, PEER_ROUNDS);
    double perBar = medians[0] / bars * PEER_BARS;
    return new double[] {medians[1] / perBar, medians[2] / perBar};
  }
}
