package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.candlewright.reference.ReferenceMarket.Bar;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.reference.ReferenceResult.DayRow;
import org.candlewright.reference.ReferenceResult.EquityRow;
import org.candlewright.reference.ReferenceResult.LegRow;
import org.candlewright.reference.ReferenceResult.TradeRow;
import org.candlewright.reference.ReferenceTrade.Leg;

/** A backtest as the text tells it: one walk over all instants, five steps at each. */
final class ReferenceBacktest {
  /** Decides at an instant, after the closes and before the opens. */
  interface Strategy {
    void decide(long time, BigDecimal equity);
  }

  final ReferenceOptions options;
  final List<Series> instruments;
  final ReferenceBook book;
  final ReferenceExchange exchange;
  final List<String> refusals = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<EquityRow> equity = new ArrayList<>();
  private final List<DayRow> days = new ArrayList<>();
  private final Map<Integer, BigDecimal> equityAfter = new HashMap<>();
  private final Map<Integer, BigDecimal> positionAfter = new HashMap<>();
  private final BigDecimal[] midnight;
  private BigDecimal peak;
  private BigDecimal equityAtMidnight;

  ReferenceBacktest(ReferenceOptions options, List<Series> instruments) {
    this.options = options;
    this.instruments = instruments;
    this.book = new ReferenceBook(options);
    this.exchange = new ReferenceExchange(options, book);
    this.peak = options.capital();
    this.equityAtMidnight = options.capital();
    this.midnight =
        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
  }

  /** Bars of the period: open at or after its start, ended at or before its end. */
  boolean inPeriod(Bar bar) {
    return bar.open() >= options.from() && bar.end() <= options.to();
  }

  ReferenceResult run(Strategy strategy) {
    TreeSet<Long> ends = new TreeSet<>();
    TreeSet<Long> instants = new TreeSet<>();
    for (Series series : instruments) {
      for (Bar bar : series.bars) {
        if (inPeriod(bar)) {
          instants.add(bar.open());
          ends.add(bar.end());
        }
      }
    }
    long start = instants.first();
    instruments.forEach(series -> series.funding.forEach(each -> instants.add(each.time())));
    long end = ends.last();
    instants.addAll(ends);
    for (long day = Math.floorDiv(start, ReferenceMarket.DAY) * ReferenceMarket.DAY;
        day <= end;
        day += ReferenceMarket.DAY) {
      instants.add(day);
    }
    for (long time : instants.subSet(start, true, end, true)) {
      step(time, time == end, ends.contains(time), start, strategy);
    }
    return result(end);
  }

  private void step(long time, boolean last, boolean clock, long start, Strategy strategy) {
    for (Series series : instruments) {
      series.settledAt(time).ifPresent(each -> book.settle(series, each));
    }
    warnOfLiquidation(time);
    if (clock) {
      strategy.decide(time, book.equity(time));
    }
    if (last && !options.keepOpen()) {
      exchange.closeAll(time);
    }
    if (clock) {
      mark(time);
    }
    if (last || (time > start && Math.floorMod(time, ReferenceMarket.DAY) == 0)) {
      endDay(time);
    }
    if (!last) {
      exchange.open(time);
    }
  }

  private void mark(long time) {
    BigDecimal now = book.equity(time);
    peak = peak.max(now);
    equity.add(new EquityRow(time, now, ReferenceResult.ratio(peak.subtract(now), peak)));
    for (ReferenceTrade trade : book.trades) {
      if (!trade.isOpen() && !exchange.works(trade) && !equityAfter.containsKey(trade.id)) {
        equityAfter.put(trade.id, now);
        positionAfter.put(trade.id, book.position(trade.first().series));
      }
    }
  }

  private void endDay(long time) {
    BigDecimal[] now = {book.edge(time), book.funding, book.fees, book.slippage};
    BigDecimal equityNow = book.equity(time);
    days.add(
        new DayRow(
            Math.floorDiv(time - 1, ReferenceMarket.DAY) * ReferenceMarket.DAY,
            now[0].subtract(midnight[0]),
            now[1].subtract(midnight[1]),
            now[2].subtract(midnight[2]),
            now[3].subtract(midnight[3]),
            equityNow.subtract(equityAtMidnight),
            equityNow));
    System.arraycopy(now, 0, midnight, 0, 4);
    equityAtMidnight = equityNow;
  }

  private void warnOfLiquidation(long time) {
    for (ReferenceTrade trade : book.open()) {
      for (Leg leg : trade.legs) {
        Optional<Bar> path = leg.series.mark(time).or(() -> leg.series.ending(time));
        if (leg.series.spot || path.isEmpty()) {
          continue;
        }
        Bar bar = path.orElseThrow();
        BigDecimal worst = leg.direction > 0 ? bar.low() : bar.high();
        BigDecimal left = book.margin(leg).add(leg.unrealised(worst));
        if (left.compareTo(leg.held.multiply(worst).multiply(new BigDecimal("0.005"))) < 0) {
          warnings.add(time + " " + leg.series.id + ": would be liquidated; not in the reference");
        }
      }
    }
  }

  private ReferenceResult result(long end) {
    List<TradeRow> rows = new ArrayList<>();
    for (ReferenceTrade trade : book.trades) {
      if (!trade.isOpen() && !exchange.works(trade)) {
        rows.add(row(trade));
      }
    }
    refusals.addAll(exchange.cuts);
    return new ReferenceResult(
        options.capital(), rows, book.fills, book.settlements, days, equity, refusals, warnings);
  }

  private TradeRow row(ReferenceTrade trade) {
    Leg a = trade.first();
    BigDecimal net =
        trade
            .edge
            .add(trade.funding)
            .subtract(trade.entryFee)
            .subtract(trade.exitFee)
            .subtract(trade.slippage);
    BigDecimal milliseconds = BigDecimal.valueOf(trade.exitTime - a.entryTime);
    BigDecimal hours =
        milliseconds.divide(BigDecimal.valueOf(ReferenceMarket.HOUR), 12, RoundingMode.HALF_EVEN);
    BigDecimal notional =
        trade.legs.stream()
            .map(leg -> Leg.value(leg.entries))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> annualized =
        milliseconds.longValueExact() < ReferenceMarket.HOUR
            ? Optional.empty()
            : Optional.of(
                net.multiply(BigDecimal.valueOf(8_760L * ReferenceMarket.HOUR))
                    .divide(notional.multiply(milliseconds), 12, RoundingMode.HALF_EVEN));
    long bars =
        a.series.bars.stream()
            .filter(bar -> bar.open() >= a.entryTime && bar.open() < trade.exitTime)
            .count();
    Optional<LegRow> second =
        trade.legs.stream()
            .skip(1)
            .findFirst()
            .map(
                leg ->
                    new LegRow(
                        leg.series.id,
                        side(leg),
                        Leg.total(leg.entries),
                        Leg.mean(leg.entries),
                        Leg.mean(leg.exits)));
    return new TradeRow(
        trade.id,
        a.series.id,
        side(a),
        Leg.total(a.entries),
        a.entryTime,
        Leg.mean(a.entries),
        trade.entryReason,
        trade.exitTime,
        Leg.mean(a.exits),
        trade.exitReason,
        trade.entryFee,
        trade.exitFee,
        trade.funding,
        trade.payments,
        trade.slippage,
        trade.edge,
        net,
        hours,
        annualized,
        trade.isPair() ? trade.payments : Math.toIntExact(bars),
        a.entryReference,
        a.exitReference,
        trade.positionBefore,
        positionAfter.getOrDefault(trade.id, BigDecimal.ZERO),
        trade.equityBefore,
        equityAfter.getOrDefault(trade.id, BigDecimal.ZERO),
        second);
  }

  private static String side(Leg leg) {
    return leg.direction > 0 ? "long" : "short";
  }
}
