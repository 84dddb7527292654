package org.candlewright.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.candlewright.analytics.funding.FundingAssumptions;
import org.candlewright.analytics.funding.FundingSummary;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.analytics.funding.RateStatistics;
import org.candlewright.backtest.MarketStore;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks perpetuals by the yield of their funding. */
@Command(
    name = "rank",
    sortOptions = false,
    description = "Ranks perpetuals by what harvesting their funding would have paid after costs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright rank",
      "  candlewright rank --instruments 'binance:*USDT.P' --from 2025-06-01 --holding-days 90 --csv"
    })
final class RankCommand implements Callable<Integer> {
  private static final int RATE_DECIMALS = 8;
  private static final int SHARE_DECIMALS = 4;

  private static final List<Column<FundingSummary>> COLUMNS =
      List.of(
          Column.of("symbol", row -> Value.of(row.perpetual().toString())),
          Column.of("periods", row -> Value.of(row.periods())),
          Column.of(
              "interval_hours",
              row -> row.commonestHours() == 0 ? Value.unknown() : Value.of(row.commonestHours())),
          Column.of(
              "coverage_days",
              row -> row.yields().isEmpty() ? Value.unknown() : Statistic.of(row.coveredDays(), 1)),
          new Column<>("first_time", "first time (UTC)", row -> settled(row, row.firstMillis())),
          new Column<>("last_time", "last time (UTC)", row -> settled(row, row.lastMillis())),
          rate("mean", RateStatistics::mean),
          rate("median", RateStatistics::median),
          Column.of(
              "stdev",
              row ->
                  row.statistics()
                      .map(rates -> Statistic.of(rates.deviation(), RATE_DECIMALS))
                      .orElseGet(Value::unknown)),
          rate("min", RateStatistics::min),
          rate("max", RateStatistics::max),
          rate("p25", RateStatistics::percentile25),
          rate("p75", RateStatistics::percentile75),
          Column.of(
              "share_positive",
              row ->
                  row.statistics()
                      .map(rates -> Statistic.of(rates.sharePositive(), SHARE_DECIMALS))
                      .orElseGet(Value::unknown)),
          Column.of("streak", row -> row.periods() == 0 ? Value.unknown() : Value.of(row.streak())),
          earned("annualized_mean", yields -> Statistic.of(yields.gross(), SHARE_DECIMALS)),
          Column.of("round_trip_cost", row -> Statistic.of(row.cost().roundTrip(), SHARE_DECIMALS)),
          earned("net_yield", yields -> Statistic.of(yields.net(), SHARE_DECIMALS)),
          earned("break_even_days", yields -> Statistic.of(yields.breakEvenDays(), 1)),
          Column.of(
              "volume_24h",
              row ->
                  row.turnover()
                      .map(turnover -> Statistic.of(turnover.quote(), 0))
                      .orElseGet(Value::unknown)),
          Column.of("tier", row -> Value.of(row.tier().name())),
          Column.of("tier_source", row -> Value.of(row.tier().source().toString())),
          Column.of("enough_data", row -> Value.of(row.enoughData())),
          Column.of("note", row -> Value.of(row.note())));

  @Option(
      names = "--instruments",
      paramLabel = "LIST",
      description =
          "Perpetuals: names with commas, wildcards such as 'binance:*USDT.P', or all."
              + " Default: all.")
  private String instruments = "all";

  @Mixin private OptionalPeriod period = new OptionalPeriod();

  @Option(
      names = "--holding-days",
      paramLabel = "N",
      description = "Days that a position is held; costs are spread over them. Default: 30.")
  private BigDecimal holdingDays = BigDecimal.valueOf(30);

  @Option(
      names = "--notional",
      paramLabel = "N",
      description = "Size of one leg, in the quote currency. Default: 1000.")
  private BigDecimal notional = BigDecimal.valueOf(1_000);

  private final CommandContext context;

  RankCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    FundingAssumptions assumptions =
        context.understood(
            () ->
                FundingAssumptions.defaults()
                    .with(
                        Decimals.aboveZero("--holding-days", holdingDays).doubleValue(),
                        Decimals.aboveZero("--notional", notional).doubleValue()));
    Period within = context.understood(period::period);
    MarketStore market = context.services().market();
    List<InstrumentId> known =
        Stream.concat(
                market.perpetuals().stream(), market.instruments().stream().map(Instrument::id))
            .distinct()
            .toList();
    List<InstrumentId> chosen =
        InstrumentSelection.of(instruments, known, id -> id.kind().isPerpetual());
    context.print(
        Listing.of(
            COLUMNS,
            context.services().fundingRanking().rank(chosen, within, assumptions),
            "No perpetual is stored. Import funding: candlewright import --help."));
    return ExitCode.DONE;
  }

  private static Value settled(FundingSummary row, long millis) {
    return row.periods() == 0 ? Value.unknown() : Value.time(millis);
  }

  private static Column<FundingSummary> rate(String name, ToDoubleFunction<RateStatistics> of) {
    return Column.of(
        name,
        row ->
            row.statistics()
                .map(rates -> Statistic.of(of.applyAsDouble(rates), RATE_DECIMALS))
                .orElseGet(Value::unknown));
  }

  private static Column<FundingSummary> earned(String name, Function<FundingYield, Value> of) {
    return Column.of(name, row -> row.yields().map(of).orElseGet(Value::unknown));
  }
}
