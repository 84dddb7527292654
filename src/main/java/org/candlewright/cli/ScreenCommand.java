package org.candlewright.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.PairScreening;
import org.candlewright.analytics.pairs.PriceForm;
import org.candlewright.analytics.pairs.PriceSeries;
import org.candlewright.analytics.pairs.ScreeningSettings;
import org.candlewright.backtest.MarketStore;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Screens all pairs of some instruments for cointegration. */
@Command(
    name = "screen",
    sortOptions = false,
    header = "Screens all pairs of some instruments for cointegration.",
    description = {
      "Screens all pairs of some instruments: correlation of returns, Engle-Granger both ways,",
      "hedge ratio, half-life, Hurst exponent, z-score; false discoveries held to a rate."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright screen --instruments 'binance:*USDT.P' --timeframe 1h --from 2025-01-01 \\",
      "      --to 2026-01-01",
      "  candlewright screen --instruments demo:BTCUSDT,demo:ETHUSDT,demo:LINKUSDT --fdr 0.1 --json"
    })
final class ScreenCommand implements Callable<Integer> {
  private static final int DECIMALS = 4;

  private static final List<Column<PairRow>> COLUMNS =
      List.of(
          Column.of("first", row -> Value.of(row.first().toString())),
          Column.of("second", row -> Value.of(row.second().toString())),
          Column.of("bars", row -> Value.of(row.bars())),
          Column.of("correlation", row -> Statistic.of(row.correlation(), DECIMALS)),
          Column.of("dependent", row -> Value.ofText(row.dependent().map(InstrumentId::toString))),
          tested("hedge_ratio", pair -> Statistic.of(pair.test().hedgeRatio(), DECIMALS)),
          tested("intercept", pair -> Statistic.of(pair.test().intercept(), DECIMALS)),
          tested("statistic", pair -> Statistic.of(pair.test().statistic(), DECIMALS)),
          tested("lag", pair -> Value.of(pair.test().lag())),
          tested("p_value", pair -> Statistic.of(pair.test().pValue(), DECIMALS)),
          tested("reverse_p_value", pair -> Statistic.of(pair.reversePValue(), DECIMALS)),
          Column.of("q_value", row -> Statistic.of(row.qValue(), DECIMALS)),
          tested("half_life_bars", pair -> Statistic.of(pair.halfLife().bars(), 1)),
          tested("hurst", pair -> Statistic.of(pair.hurst(), DECIMALS)),
          tested("zscore", pair -> Statistic.of(pair.zScore(), 2)),
          Column.of("passes", row -> Value.of(row.passes())),
          Column.of("note", row -> Value.of(row.note())),
          tested("stable_windows", ScreenCommand::stableWindows));

  @Option(
      names = "--instruments",
      required = true,
      paramLabel = "LIST",
      description = "Names with commas, wildcards such as 'binance:*USDT.P', or all.")
  private String instruments = "";

  @Option(
      names = "--timeframe",
      paramLabel = "T",
      description = "Bars whose closes are compared. Default: 1h.")
  private String timeframe = "1h";

  @Mixin private OptionalPeriod period = new OptionalPeriod();

  @Option(
      names = "--prices",
      paramLabel = "log|raw",
      description = "Whether the spread is one of logarithms or of prices. Default: log.")
  private String prices = "log";

  @Option(
      names = "--fdr",
      paramLabel = "F",
      description = "Share of wrong pairs among those that pass, on average. Default: 0.05.")
  private double falseDiscoveryRate = 0.05;

  private final CommandContext context;

  ScreenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ScreeningSettings settings =
        context.understood(
            () -> ScreeningSettings.defaults().with(PriceForm.parse(prices), falseDiscoveryRate));
    Timeframe bars =
        context.understood(() -> OptionValue.of("--timeframe", timeframe, Timeframe::parse));
    Period within = context.understood(period::period);
    MarketStore market = context.services().market();
    List<InstrumentId> named =
        InstrumentSelection.of(
            instruments, market.instruments().stream().map(Instrument::id).toList(), id -> true);
    PairScreening.checkedPairs(named.size());
    List<PriceSeries> universe =
        named.stream()
            .map(id -> PriceSeries.of(market.bars(id, bars, within), settings.prices()))
            .toList();
    List<PairRow> rows =
        new PairScreening(settings)
            .screen(
                universe,
                (done, total) ->
                    context.terminal().progress(done + " of " + total + " pairs screened"),
                context.interruption()::requested);
    context.print(Listing.of(COLUMNS, rows, "No pairs."));
    return ExitCode.DONE;
  }

  private static Value stableWindows(PairFigures pair) {
    return pair.stableWindows().isPresent()
        ? Value.of(pair.stableWindows().getAsInt())
        : Value.unknown();
  }

  private static Column<PairRow> tested(String name, Function<PairFigures, Value> of) {
    return Column.of(name, row -> row.figures().map(of).orElseGet(Value::unknown));
  }
}
