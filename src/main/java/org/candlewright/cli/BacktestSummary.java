package org.candlewright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.TableOutput;
import org.candlewright.cli.output.Value;
import org.candlewright.engine.CarryMargin;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.risk.RiskHalt;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.InstrumentData;

/** A backtest's outcome for people: one sentence, then the figures and the costs behind them. */
public final class BacktestSummary {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BacktestResult result;
  private final BacktestRequest request;
  private final List<InstrumentData> data;
  private final String currency;

  public BacktestSummary(BacktestResult result) {
    this.result = result;
    this.request = result.plan().request();
    this.data = result.plan().setup().instruments();
    this.currency = data.getFirst().instrument().quote();
  }

  public void print(PrintWriter out) {
    out.println(sentence());
    notes().forEach(out::println);
    out.println();
    try {
      TableOutput table = new TableOutput();
      table.write(Listing.single(figures(), result), out);
      out.println();
      table.write(Listing.of(costs(), costRows(), ""), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result in one sentence. */
  String sentence() {
    String where =
        request.instruments().size() == 1
            ? request.instruments().getFirst().toString()
            : request.instruments().size() + " instruments";
    long trades = result.trades().size();
    return request.strategy().name()
        + " on "
        + where
        + " from "
        + day(request.period().fromMillis())
        + " to "
        + day(request.period().toMillis())
        + (trades == 0
            ? " made no trade."
            : " made "
                + trades
                + (trades == 1 ? " trade" : " trades")
                + " and "
                + (metric("net_profit").orElse(BigDecimal.ZERO).signum() < 0 ? "lost " : "gained ")
                + money(metric("net_profit").orElse(BigDecimal.ZERO).abs())
                + " ("
                + percent("return")
                + " of "
                + money(request.capital())
                + ").");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(new DataNotes(result).sentences());
    result.summary().carry().ifPresent(margin -> notes.add(margins(margin)));
    if (result.plan().setup().costs().stream().anyMatch(c -> c.tierSource().equals("default"))) {
      notes.add(
          "No bars before the start tell the turnover of some instruments: their tier is"
              + " assumed to be small. Give one with --tier.");
    }
    return notes;
  }

  /** How far the margin of the shorts was used up, and what kept it. */
  private String margins(CarryMargin margin) {
    String used =
        "Margin of the shorts: used up to "
            + share(margin.highestRate())
            + " at most, "
            + (margin.highestStressedRate().compareTo(BigDecimal.ONE) >= 0
                ? "all of it had prices then risen by another 50 %"
                : share(margin.highestStressedRate()) + " had prices then risen by another 50 %");
    String kept =
        margin.transfers() == 0
            ? "; no transfer from the spot wallet was needed."
            : "; "
                + margin.transfers()
                + " transfers of together "
                + money(Exact.decimal(margin.transferred(), Currency.digits(currency)))
                + " from the spot wallet.";
    return used
        + kept
        + (margin.reductions() == 0
            ? ""
            : " Both legs were made smaller " + margin.reductions() + " times for lack of cash.");
  }

  private static String share(BigDecimal rate) {
    return rounded(rate.multiply(HUNDRED)).toPlainString() + " %";
  }

  private List<Column<BacktestResult>> figures() {
    return List.of(
        line(
            "run",
            result.plan().runId() + (request.name().isEmpty() ? "" : " (" + request.name() + ")")),
        line(
            "bars",
            request.timeframe()
                + ", "
                + result.summary().rows()
                + " in the run, "
                + result.summary().warmUpBars()
                + " before it for warm-up"),
        line("trades", result.trades().size() + ", " + percent("win_rate") + " won"),
        line("net profit", moneyOf("net_profit") + ", " + percent("return")),
        line("fees", moneyOf("fees")),
        line("funding", moneyOf("funding") + " (positive is received)"),
        line("slippage", moneyOf("slippage")),
        line("max drawdown", percent("max_drawdown")),
        line(
            "Sharpe ratio",
            metric("sharpe_ratio")
                .map(ratio -> rounded(ratio).toPlainString())
                .orElse("unknown: it needs 30 days with changing equity")),
        line("buy and hold", percent("buy_and_hold_return")),
        line(
            "risk profile",
            request.riskProfile().name()
                + result.summary().halt().map(BacktestSummary::ended).orElse("")));
  }

  private static String ended(RiskHalt halt) {
    return ": trading ended at "
        + Instant.ofEpochMilli(halt.timeMillis())
        + ", "
        + halt.code()
        + " "
        + halt.value()
        + " reached the limit "
        + halt.limit();
  }

  private static Column<BacktestResult> line(String heading, String text) {
    return Column.of(heading, ignored -> Value.of(text));
  }

  private List<CostRow> costRows() {
    return IntStream.range(0, data.size())
        .mapToObj(
            i ->
                new CostRow(
                    data.get(i).instrument().id().toString(), result.plan().setup().costs().get(i)))
        .toList();
  }

  private static List<Column<CostRow>> costs() {
    return List.of(
        new Column<>("instrument", "costs in force", row -> Value.of(row.instrument())),
        Column.of("fees", row -> Value.of(row.costs().feeName())),
        new Column<>("maker", "maker %", row -> percent(row.costs().maker())),
        new Column<>("taker", "taker %", row -> percent(row.costs().taker())),
        Column.of("tier", row -> Value.of(row.costs().tier().toString())),
        Column.of("from", row -> Value.of(row.costs().tierSource())),
        new Column<>("half_spread", "half spread bp", row -> bps(row.costs().halfSpread())),
        new Column<>("slippage", "slippage bp", row -> bps(row.costs().slippage())),
        new Column<>("impact", "size impact", row -> Value.of(row.costs().sizeImpact())));
  }

  private record CostRow(String instrument, ContractCosts costs) {}

  private static Value percent(Rate rate) {
    return Value.of(plain(rate.decimal().multiply(HUNDRED)));
  }

  private static Value bps(long units) {
    return Value.of(plain(BigDecimal.valueOf(units, 8)));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Optional<BigDecimal> metric(String name) {
    return result.metrics().all().getOrDefault(name, Optional.empty());
  }

  private String percent(String name) {
    return metric(name)
        .map(value -> rounded(value.multiply(HUNDRED)).toPlainString() + " %")
        .orElse("unknown");
  }

  private String moneyOf(String name) {
    return metric(name).map(this::money).orElse("unknown");
  }

  private String money(BigDecimal value) {
    return String.format(Locale.ROOT, "%,.2f %s", rounded(value), currency);
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN);
  }

  private static String day(long millis) {
    String text = Instant.ofEpochMilli(millis).toString();
    return text.endsWith("T00:00:00Z") ? text.substring(0, 10) : text;
  }
}
