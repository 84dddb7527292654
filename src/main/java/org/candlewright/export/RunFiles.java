package org.candlewright.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.analytics.Excursion;
import org.candlewright.analytics.MetricValue;
import org.candlewright.analytics.TradeTable;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.RunPlan;
import org.candlewright.backtest.Trade;
import org.candlewright.engine.DayRow;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.Reasons;
import org.candlewright.engine.Settlement;
import org.candlewright.engine.SettlementShare;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.strategy.Legs;

/** The files of a run, by name; the same result gives the same bytes. */
public final class RunFiles {
  private static final int RATIO_DIGITS = 12;
  private static final ObjectWriter PRETTY =
      JsonMapper.builder()
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

  private final BacktestResult result;
  private final EngineSetup setup;
  private final int digits;
  private final Map<Long, Integer> orderIds;
  private final int[] rowOfTrade;
  private final Map<Long, List<Trade>> byEntry = new HashMap<>();

  private RunFiles(BacktestResult result) {
    this.result = result;
    this.setup = result.plan().setup();
    this.digits = Currency.digits(setup.instruments().getFirst().instrument().quote());
    this.orderIds = Trade.orderIds(result.log().fills());
    TradeTable table = result.view().trades();
    this.rowOfTrade = new int[table.size() + 1];
    for (int row = 0; row < table.size(); row++) {
      rowOfTrade[table.id(row)] = row;
    }
    for (Trade trade : result.trades()) {
      index(trade, trade.first());
      trade.second().ifPresent(leg -> index(trade, leg));
    }
  }

  private void index(Trade trade, LegTrade leg) {
    byEntry.computeIfAbsent(leg.entryOrder(), key -> new ArrayList<>()).add(trade);
  }

  /** All files of a result; the recorder watched that run. */
  public static Map<String, byte[]> of(BacktestResult result, RunRecorder recorder) {
    RunFiles files = new RunFiles(result);
    Map<String, byte[]> out = new LinkedHashMap<>();
    out.put("run.json", files.run());
    MetricFiles metrics = new MetricFiles(result.metrics());
    out.put("metrics.json", pretty(metrics.json()));
    out.put("metrics.csv", metrics.csv());
    out.put("trades.csv", files.trades());
    out.put("fills.csv", files.fills());
    out.put("settlements.csv", files.settlements());
    out.put("daily.csv", files.daily());
    AnalysisFiles analysis = new AnalysisFiles(result, files.digits);
    out.put("periods.csv", analysis.periods());
    out.put("breakdown.csv", analysis.breakdown());
    out.put("equity.csv", recorder.equityCsv());
    out.put("decisions.jsonl", recorder.decisionLines());
    out.put("ledger.csv", recorder.ledgerCsv());
    return out;
  }

  /** {@code run.json} of a run that has not ended. */
  static byte[] document(RunPlan plan) {
    return pretty(plan.document());
  }

  private Instrument instrument(int index) {
    return setup.instruments().get(index).instrument();
  }

  private String money(long units) {
    return Csv.number(Exact.decimal(units, digits));
  }

  private static byte[] pretty(ObjectNode node) {
    try {
      return (PRETTY.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] run() {
    ObjectNode document = result.plan().document().deepCopy();
    document.put("warm_up_bars", result.summary().warmUpBars());
    return pretty(document);
  }

  private byte[] trades() {
    Csv csv =
        new Csv(
            "trade_id",
            "symbol",
            "side",
            "quantity",
            "entry_time",
            "entry_price",
            "entry_reason",
            "exit_time",
            "exit_price",
            "exit_reason",
            "entry_fee",
            "exit_fee",
            "total_funding",
            "funding_payments_count",
            "slippage",
            "edge",
            "net_pnl",
            "holding_hours",
            "annualized_return",
            "holding_periods",
            "strategy",
            "rule",
            "conviction",
            "tier",
            "regime",
            "entry_reference",
            "exit_reference",
            "maker_share",
            "position_before",
            "position_after",
            "equity_before",
            "equity_after",
            "initial_risk",
            "r_multiple",
            "leg_b_symbol",
            "leg_b_side",
            "leg_b_quantity",
            "leg_b_entry_price",
            "leg_b_exit_price",
            "config_hash",
            "mae",
            "mfe",
            "entry_efficiency",
            "exit_efficiency",
            "total_efficiency");
    for (Trade trade : result.trades()) {
      csv.row(row(trade));
    }
    return csv.bytes();
  }

  private String[] row(Trade trade) {
    LegTrade leg = trade.first();
    Instrument instrument = instrument(leg.instrument());
    String reason = reason(leg.entryReason());
    List<String> row =
        new ArrayList<>(
            List.of(
                Integer.toString(trade.id()),
                instrument.id().toString(),
                side(leg.side()),
                Csv.number(instrument.quantity(leg.lots())),
                Csv.time(leg.entryMillis()),
                mean(instrument, leg.entryValue(), leg.lots()),
                reason,
                Csv.time(leg.exitMillis()),
                mean(instrument, leg.exitValue(), leg.lots()),
                reason(leg.exitReason()),
                money(trade.entryFee()),
                money(trade.exitFee()),
                money(trade.funding()),
                Integer.toString(leg.fundingPayments()),
                money(trade.slippage()),
                money(trade.edge()),
                money(trade.net()),
                hours(leg),
                annualized(trade),
                Integer.toString(
                    setup.program().legs() == Legs.PERPETUAL_AND_SPOT
                        ? leg.fundingPayments()
                        : leg.exitBar() - leg.entryBar()),
                result.plan().request().strategy().name(),
                reason,
                conviction(leg),
                setup.costs().get(leg.instrument()).tier().toString(),
                setup.program().regime(leg.instrument(), leg.entryMillis()).orElse(""),
                half(instrument, leg.entryReferenceHalfTicks()),
                half(instrument, leg.exitReferenceHalfTicks()),
                makerShare(trade),
                Csv.number(instrument.quantity(leg.positionBefore())),
                Csv.number(instrument.quantity(leg.positionAfter())),
                money(leg.equityBefore()),
                money(leg.equityAfter()),
                leg.initialRisk() > 0 ? money(leg.initialRisk()) : "",
                multiple(trade)));
    row.addAll(trade.second().map(this::legB).orElse(List.of("", "", "", "", "")));
    row.add(result.plan().configHash());
    row.addAll(excursion(trade));
    return row.toArray(String[]::new);
  }

  private String conviction(LegTrade leg) {
    return setup.program().statesConviction(leg.entryReason())
        ? Csv.number(
            BigDecimal.valueOf(leg.conviction()).setScale(RATIO_DIGITS, RoundingMode.HALF_EVEN))
        : "";
  }

  private List<String> excursion(Trade trade) {
    TradeTable table = result.view().trades();
    Excursion excursion = table.excursion(rowOfTrade[trade.id()]);
    return List.of(
        money(excursion.adverse()),
        money(excursion.favourable()),
        share(excursion.entryEfficiency()),
        share(excursion.exitEfficiency()),
        share(excursion.totalEfficiency()));
  }

  private static String share(MetricValue value) {
    return value.number().map(Csv::number).orElse("");
  }

  /** Share of the traded value of both sides and legs that was resting. */
  private String makerShare(Trade trade) {
    BigDecimal maker = value(trade.first(), trade.first().makerValue());
    BigDecimal all = value(trade.first(), trade.first().entryValue() + trade.first().exitValue());
    if (trade.second().isPresent()) {
      LegTrade leg = trade.second().get();
      maker = maker.add(value(leg, leg.makerValue()));
      all = all.add(value(leg, leg.entryValue() + leg.exitValue()));
    }
    return Csv.number(maker.divide(all, RATIO_DIGITS, RoundingMode.HALF_EVEN));
  }

  private BigDecimal value(LegTrade leg, long lotTicks) {
    Instrument instrument = instrument(leg.instrument());
    return instrument.tick().multiply(instrument.lot()).multiply(BigDecimal.valueOf(lotTicks));
  }

  /** Net profit over the initial risk. */
  private static String multiple(Trade trade) {
    long risk = trade.first().initialRisk();
    return risk <= 0
        ? ""
        : Csv.number(
            BigDecimal.valueOf(trade.net())
                .divide(BigDecimal.valueOf(risk), RATIO_DIGITS, RoundingMode.HALF_EVEN));
  }

  private List<String> legB(LegTrade leg) {
    Instrument instrument = instrument(leg.instrument());
    return List.of(
        instrument.id().toString(),
        side(leg.side()),
        Csv.number(instrument.quantity(leg.lots())),
        mean(instrument, leg.entryValue(), leg.lots()),
        mean(instrument, leg.exitValue(), leg.lots()));
  }

  private static String side(int side) {
    return side > 0 ? "long" : "short";
  }

  private String reason(int number) {
    return Reasons.text(setup.program(), number);
  }

  private static String mean(Instrument instrument, long value, long lots) {
    return Csv.number(
        instrument
            .tick()
            .multiply(BigDecimal.valueOf(value))
            .divide(BigDecimal.valueOf(lots), RATIO_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String half(Instrument instrument, long halfTicks) {
    return Csv.number(instrument.price(halfTicks).divide(BigDecimal.TWO));
  }

  private static BigDecimal hoursOf(LegTrade leg) {
    return BigDecimal.valueOf(leg.exitMillis() - leg.entryMillis())
        .divide(HOUR, RATIO_DIGITS, RoundingMode.HALF_EVEN);
  }

  private static String hours(LegTrade leg) {
    return Csv.number(hoursOf(leg));
  }

  private String annualized(Trade trade) {
    LegTrade leg = trade.first();
    if (hoursOf(leg).compareTo(BigDecimal.ONE) < 0) {
      return "";
    }
    BigDecimal notional =
        notional(leg).add(trade.second().map(this::notional).orElse(BigDecimal.ZERO));
    return Csv.number(
        Exact.decimal(trade.net(), digits)
            .multiply(BigDecimal.valueOf(8_760))
            .multiply(HOUR)
            .divide(
                notional.multiply(BigDecimal.valueOf(leg.exitMillis() - leg.entryMillis())),
                RATIO_DIGITS,
                RoundingMode.HALF_EVEN));
  }

  private BigDecimal notional(LegTrade leg) {
    return value(leg, leg.entryValue());
  }

  private byte[] fills() {
    Csv csv =
        new Csv(
            "fill_id",
            "order_id",
            "trade_id",
            "time",
            "symbol",
            "side",
            "quantity",
            "price",
            "reference",
            "mid",
            "liquidity",
            "fee",
            "fee_currency",
            "reason");
    Map<Long, Long> takenOfEntry = new HashMap<>();
    int id = 0;
    for (Fill fill : result.log().fills()) {
      for (Piece piece : pieces(fill, takenOfEntry)) {
        Instrument instrument = instrument(fill.instrument());
        csv.row(
            Integer.toString(++id),
            Integer.toString(orderIds.getOrDefault(fill.order(), 0)),
            piece.trade(),
            Csv.time(fill.timeMillis()),
            instrument.id().toString(),
            fill.side() > 0 ? "buy" : "sell",
            Csv.number(instrument.quantity(piece.lots())),
            Csv.number(instrument.price(fill.ticks())),
            half(instrument, fill.referenceHalfTicks()),
            half(instrument, fill.midHalfTicks()),
            fill.maker() ? "maker" : "taker",
            money(piece.fee()),
            fill.feeInBase() ? instrument.base() : instrument.quote(),
            reason(fill.reason()));
      }
    }
    return csv.bytes();
  }

  private record Piece(String trade, long lots, long fee) {}

  /** A fill cut at the borders of trades: entry fills are used up first in, first out. */
  private List<Piece> pieces(Fill fill, Map<Long, Long> takenOfEntry) {
    if (!fill.entry()) {
      return List.of(
          new Piece(
              tradeOf(fill.entryOrder(), fill.order()).map(RunFiles::id).orElse(""),
              fill.lots(),
              fill.fee()));
    }
    long from = takenOfEntry.getOrDefault(fill.order(), 0L);
    takenOfEntry.put(fill.order(), from + fill.heldLots());
    List<Piece> pieces = new ArrayList<>();
    long begin = 0;
    long lotsLeft = fill.lots();
    long feeLeft = fill.fee();
    for (Trade trade : byEntry.getOrDefault(fill.order(), List.of())) {
      LegTrade leg = leg(trade, fill.order());
      long end = begin + leg.lots();
      long overlap = Math.min(end, from + fill.heldLots()) - Math.max(begin, from);
      begin = end;
      if (overlap > 0) {
        boolean last = end >= from + fill.heldLots();
        long lots = last ? lotsLeft : Math.min(lotsLeft, overlap);
        long fee = last ? feeLeft : Exact.mulDivTowardZero(fill.fee(), overlap, fill.heldLots());
        pieces.add(new Piece(Integer.toString(trade.id()), lots, fee));
        lotsLeft -= lots;
        feeLeft -= fee;
      }
    }
    if (lotsLeft > 0) {
      pieces.add(new Piece("", lotsLeft, feeLeft));
    }
    return pieces;
  }

  private static String id(Trade trade) {
    return Integer.toString(trade.id());
  }

  /** The trade that an entry order makes with an exit order. */
  private Optional<Trade> tradeOf(long entryOrder, long exitOrder) {
    return byEntry.getOrDefault(entryOrder, List.of()).stream()
        .filter(trade -> leg(trade, entryOrder).exitOrder() == exitOrder)
        .findFirst();
  }

  private static LegTrade leg(Trade trade, long entryOrder) {
    return trade.first().entryOrder() == entryOrder
        ? trade.first()
        : trade.second().orElse(trade.first());
  }

  private byte[] settlements() {
    Csv csv = new Csv("time", "symbol", "trade_id", "quantity", "price", "rate", "amount", "mark");
    Map<SettlementKey, List<SettlementShare>> shares = new HashMap<>();
    for (SettlementShare share : result.log().shares()) {
      shares
          .computeIfAbsent(
              new SettlementKey(share.entryOrder(), share.timeMillis()), key -> new ArrayList<>())
          .add(share);
    }
    for (Settlement each : result.log().settlements()) {
      long lots = each.lots();
      long amount = each.amount();
      Map<String, long[]> byTrade = new LinkedHashMap<>();
      for (SettlementShare share :
          shares.getOrDefault(new SettlementKey(each.entryOrder(), each.timeMillis()), List.of())) {
        long[] sum =
            byTrade.computeIfAbsent(
                tradeOf(share.entryOrder(), share.exitOrder()).map(RunFiles::id).orElse(""),
                key -> new long[2]);
        sum[0] += share.lots();
        sum[1] += share.amount();
        lots -= share.lots();
        amount -= share.amount();
      }
      if (lots != 0) {
        // Closed by one exit, or still open.
        byTrade.put(byTrade.isEmpty() ? onlyTrade(each) : "", new long[] {lots, amount});
      }
      byTrade.forEach((trade, sum) -> csv.row(settlement(each, trade, sum[0], sum[1])));
    }
    return csv.bytes();
  }

  private record SettlementKey(long entryOrder, long timeMillis) {}

  private String onlyTrade(Settlement settlement) {
    List<Trade> trades = byEntry.getOrDefault(settlement.entryOrder(), List.of());
    boolean open =
        trades.isEmpty()
            || leg(trades.getLast(), settlement.entryOrder()).exitMillis()
                < settlement.timeMillis();
    return open ? "" : id(trades.getLast());
  }

  private String[] settlement(Settlement each, String trade, long lots, long amount) {
    Instrument instrument = instrument(each.instrument());
    return new String[] {
      Csv.time(each.timeMillis()),
      instrument.id().toString(),
      trade,
      Csv.number(instrument.quantity(lots)),
      Csv.number(Exact.decimal(each.mark(), 8)),
      Csv.number(Exact.decimal(each.rateUnits(), 12)),
      money(amount),
      each.fromMark() ? "mark" : "last"
    };
  }

  private byte[] daily() {
    Csv csv = new Csv("day", "edge", "funding", "fees", "slippage", "change", "equity");
    for (DayRow day : result.days()) {
      csv.row(
          Csv.time(day.dayMillis()).substring(0, 10),
          money(day.edge()),
          money(day.funding()),
          money(day.fees()),
          money(day.slippage()),
          money(day.change()),
          money(day.equity()));
    }
    return csv.bytes();
  }

  /** Metrics of all trades as they stand in {@code metrics.json}, with the run's id first. */
  public static ObjectNode summary(BacktestResult result) {
    ObjectNode out = JsonMapper.builder().build().createObjectNode();
    out.put("run_id", result.plan().runId());
    out.setAll(MetricFiles.figures(result.metrics().all()));
    return out;
  }
}
