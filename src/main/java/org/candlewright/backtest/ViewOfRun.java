package org.candlewright.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.candlewright.analytics.Benchmark;
import org.candlewright.analytics.EquityCurve;
import org.candlewright.analytics.Excursion;
import org.candlewright.analytics.Excursions;
import org.candlewright.analytics.PairExcursions;
import org.candlewright.analytics.RunView;
import org.candlewright.analytics.TradeTable;
import org.candlewright.engine.DayRow;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.Reasons;
import org.candlewright.engine.RunLog;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Currency;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;

/** What the metrics see of a run. */
final class ViewOfRun {
  private final RunPlan plan;
  private final EngineSetup setup;
  private final List<Trade> trades;
  private final Excursions[] excursions;
  private final long[] notionalUnits;
  private final boolean[] levered;

  private ViewOfRun(RunPlan plan, List<Trade> trades) {
    this.plan = plan;
    this.setup = plan.setup();
    this.trades = trades;
    this.notionalUnits =
        setup.instruments().stream().mapToLong(data -> data.instrument().notionalUnit()).toArray();
    boolean borrows = setup.leverage().compareTo(BigDecimal.ONE) != 0;
    this.levered = new boolean[notionalUnits.length];
    this.excursions = new Excursions[notionalUnits.length];
    for (int i = 0; i < excursions.length; i++) {
      levered[i] = borrows && setup.instruments().get(i).instrument().id().kind().isPerpetual();
      excursions[i] = new Excursions(setup.instruments().get(i).bars(), notionalUnits[i]);
    }
  }

  static RunView of(
      RunPlan plan, List<Trade> trades, List<DayRow> days, EngineSummary summary, RunLog log) {
    return new ViewOfRun(plan, trades).view(days, summary, log);
  }

  private RunView view(List<DayRow> days, EngineSummary summary, RunLog log) {
    Instrument first = setup.instruments().getFirst().instrument();
    RunView.Clock clock = clock(summary);
    EquityCurve curve =
        EquityCurve.daily(summary.capital(), clock.firstMillis(), days, clock.endMillis());
    return new RunView(
        Currency.digits(first.quote()),
        new RunView.Account(
            summary.capital(), summary.equity(), summary.worstFall(), summary.worstPeak()),
        clock,
        table(),
        setup.keepOpen() ? openTrades(log, summary) : 0,
        curve,
        Benchmark.of(
            setup.instruments().stream().map(InstrumentData::bars).toList(), setup.period(), curve),
        first.lot());
  }

  private RunView.Clock clock(EngineSummary summary) {
    Period period = setup.period();
    long first = Long.MAX_VALUE;
    long end = 0;
    for (InstrumentData data : setup.instruments()) {
      BarSeries bars = data.bars();
      first = Math.min(first, bars.openTime(bars.firstAtOrAfter(period.fromMillis())));
      end = Math.max(end, bars.endTime(bars.lastEndedAt(period.toMillis())));
    }
    return new RunView.Clock(
        first,
        end,
        period.toMillis() - period.fromMillis(),
        plan.request().timeframe().millis(),
        summary.rows(),
        summary.exposedRows());
  }

  private TradeTable table() {
    TradeTable.Builder table =
        new TradeTable.Builder(trades.size(), new LabelsOfTrades(plan, trades));
    for (int i = 0; i < trades.size(); i++) {
      add(i, table);
    }
    return table.build();
  }

  /** Asks for the trade where it is used, so that none need be made an object. */
  private void add(int index, TradeTable.Builder table) {
    Trade trade = trades.get(index);
    LegTrade leg = trade.first();
    table
        .trade(trade.id(), leg.side(), leg.instrument(), leg.exitBar() - leg.entryBar(), leg.lots())
        .times(leg.entryMillis(), leg.exitMillis())
        .capital(cost(trade), margin(trade), leg.initialRisk())
        .result(trade.net(), trade.entryFee(), trade.exitFee(), trade.funding(), trade.slippage())
        .excursion(excursion(trade), leg.exitReason() == Reasons.LIQUIDATION);
  }

  private long cost(Trade trade) {
    return Math.addExact(notional(trade.first()), trade.second().map(this::notional).orElse(0L));
  }

  private long notional(LegTrade leg) {
    return Math.multiplyExact(leg.entryValue(), notionalUnits[leg.instrument()]);
  }

  private long margin(Trade trade) {
    return Math.addExact(margin(trade.first()), trade.second().map(this::margin).orElse(0L));
  }

  private long margin(LegTrade leg) {
    return levered[leg.instrument()]
        ? BigDecimal.valueOf(notional(leg))
            .divide(setup.leverage(), 0, RoundingMode.HALF_EVEN)
            .longValueExact()
        : notional(leg);
  }

  private Excursion excursion(Trade trade) {
    LegTrade leg = trade.first();
    Optional<LegTrade> second = trade.second();
    return second.isPresent()
        ? new PairExcursions(leg(leg), leg(second.get()))
            .between(leg.entryMillis(), leg.exitMillis())
        : excursions[leg.instrument()].of(
            leg.side(),
            leg.lots(),
            leg.entryBar(),
            leg.entryMillis(),
            leg.entryValue(),
            leg.exitBar(),
            leg.exitMillis(),
            leg.exitValue());
  }

  private PairExcursions.Leg leg(LegTrade leg) {
    return new PairExcursions.Leg(
        setup.instruments().get(leg.instrument()).bars(),
        notionalUnits[leg.instrument()],
        leg.side(),
        leg.lots(),
        leg.entryValue(),
        leg.exitValue());
  }

  /** Entry orders whose lots no closed trade has taken whole. */
  private static int openTrades(RunLog log, EngineSummary summary) {
    long[] held = new long[Math.toIntExact(summary.orders()) + 1];
    for (Fill fill : log.fills()) {
      if (fill.entry()) {
        held[Math.toIntExact(fill.order())] += fill.heldLots();
      }
    }
    for (LegTrade trade : log.trades()) {
      held[Math.toIntExact(trade.entryOrder())] -= trade.lots();
    }
    int open = 0;
    for (long lots : held) {
      open += lots > 0 ? 1 : 0;
    }
    return open;
  }
}
