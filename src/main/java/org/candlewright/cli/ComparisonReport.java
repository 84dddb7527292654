package org.candlewright.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candlewright.analytics.comparison.ListComparison;
import org.candlewright.analytics.comparison.ListedTrade;
import org.candlewright.analytics.comparison.PairChecks;
import org.candlewright.analytics.comparison.TradeList;
import org.candlewright.analytics.comparison.TradePair;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.export.RunTrades;

/** What the comparison of a run with a list of trades prints. */
record ComparisonReport(
    Path list,
    RunTrades run,
    TradeList theirs,
    ZoneId zone,
    PairChecks checks,
    ListComparison comparison) {

  /** A pair a row. */
  static final List<Column<TradePair>> PAIRS =
      List.of(
          Column.of("trade", pair -> number(pair.listed())),
          Column.of("run_trade", pair -> number(pair.run())),
          Column.of("agrees", pair -> Value.of(pair.agrees())),
          Column.of(
              "pnl_agrees", pair -> pair.pnlAgrees().map(Value::of).orElseGet(Value::unknown)),
          Column.of("side", pair -> either(pair, trade -> Value.of(side(trade)))),
          Column.of("quantity", pair -> of(pair.listed(), t -> Value.of(t.quantity()))),
          Column.of("run_quantity", pair -> of(pair.run(), t -> Value.of(t.quantity()))),
          Column.of("entry_time", pair -> of(pair.listed(), t -> Value.time(t.entryMillis()))),
          Column.of("run_entry_time", pair -> of(pair.run(), t -> Value.time(t.entryMillis()))),
          Column.of("entry_price", pair -> of(pair.listed(), t -> Value.of(t.entryPrice()))),
          Column.of("run_entry_price", pair -> of(pair.run(), t -> Value.of(t.entryPrice()))),
          Column.of("exit_time", pair -> of(pair.listed(), t -> Value.time(t.exitMillis()))),
          Column.of("run_exit_time", pair -> of(pair.run(), t -> Value.time(t.exitMillis()))),
          Column.of("exit_price", pair -> of(pair.listed(), t -> Value.of(t.exitPrice()))),
          Column.of("run_exit_price", pair -> of(pair.run(), t -> Value.of(t.exitPrice()))),
          Column.of("net_pnl", pair -> of(pair.listed(), ComparisonReport::pnl)),
          Column.of("run_net_pnl", pair -> of(pair.run(), ComparisonReport::pnl)),
          Column.of("differences", ComparisonReport::words));

  private static final List<Column<TradePair>> DIFFERENCES =
      List.of(
          Column.of("trade", pair -> number(pair.listed())),
          Column.of("run_trade", pair -> number(pair.run())),
          Column.of("side", pair -> either(pair, trade -> Value.of(side(trade)))),
          Column.of("entry_time", pair -> either(pair, t -> Value.time(t.entryMillis()))),
          Column.of("differences", ComparisonReport::words));

  private static Value words(TradePair pair) {
    return Value.of(String.join("; ", pair.differences()));
  }

  private static Value number(Optional<ListedTrade> trade) {
    return of(trade, each -> Value.of(each.number()));
  }

  private static Value of(Optional<ListedTrade> trade, Function<ListedTrade, Value> value) {
    return trade.map(value).orElseGet(Value::unknown);
  }

  private static Value either(TradePair pair, Function<ListedTrade, Value> value) {
    return of(pair.listed().or(pair::run), value);
  }

  private static String side(ListedTrade trade) {
    return trade.side() > 0 ? "long" : "short";
  }

  private static Value pnl(ListedTrade trade) {
    return trade.netPnl().map(Value::of).orElseGet(Value::unknown);
  }

  /** The summary, with every difference. */
  List<Column<ListComparison>> columns() {
    return List.of(
        Column.of("run_id", each -> Value.of(run.runId())),
        Column.of("list", each -> Value.of(list.toString())),
        Column.of("zone", each -> Value.of(zone.getId())),
        Column.of("listed", each -> Value.of(each.listed())),
        Column.of("agreeing", each -> Value.of(each.agreeing())),
        Column.of("share", each -> Value.of(each.share())),
        Column.of("exact", each -> Value.of(each.exact())),
        Column.of("missing", each -> Value.of(each.missing())),
        Column.of("extra", each -> Value.of(each.extra())),
        Column.of("open_in_list", each -> Value.of(each.open())),
        Column.of("outside_list", each -> Value.of(each.outside())),
        Column.of("pnl_compared", each -> Value.of(each.pnlCompared())),
        Column.of("pnl_within_cent", each -> Value.of(each.pnlAgreeing())),
        Column.of("pnl_basis", each -> Value.of(basis())),
        Column.of("differences", each -> new Value.Rows(differences(each))));
  }

  private String basis() {
    return switch (checks.pnl()) {
      case PairChecks.PnlBasis.Same same -> "both in " + run.currency();
      case PairChecks.PnlBasis.Converted converted ->
          run.currency() + " to " + theirs.pnlCurrency() + " at the close of the day before";
      case PairChecks.PnlBasis.FromPrices prices ->
          "the list's prices, as its P&L is in "
              + theirs.pnlCurrency()
              + " and no --rates are given";
    };
  }

  private static Listing<TradePair> differences(ListComparison comparison) {
    return Listing.of(
        DIFFERENCES,
        comparison.pairs().stream().filter(pair -> !pair.differences().isEmpty()).toList(),
        "none");
  }
}
