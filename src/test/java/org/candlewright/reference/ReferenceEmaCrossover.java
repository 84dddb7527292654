package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.reference.ReferenceMarket.Bar;
import org.candlewright.reference.ReferenceMarket.Series;
import org.candlewright.reference.ReferenceTrade.Leg;
import org.candlewright.reference.ReferenceTrade.Order;

/** EMA 9 crosses EMA 21 with the close on that side of EMA 50: enter, close or reverse. */
final class ReferenceEmaCrossover implements ReferenceBacktest.Strategy {
  private static final int[] PERIODS = {9, 21, 50};
  private static final int WARM_UP = 1_250;
  private static final int MINIMUM_BARS = 60;

  private final ReferenceBacktest run;
  private final Map<Series, Map<Long, Integer>> signals = new HashMap<>();

  private ReferenceEmaCrossover(ReferenceBacktest run) {
    this.run = run;
    run.instruments.forEach(series -> signals.put(series, signals(series, run.options.from())));
  }

  static ReferenceResult run(ReferenceOptions options, List<Series> instruments) {
    ReferenceBacktest run = new ReferenceBacktest(options, instruments);
    return run.run(new ReferenceEmaCrossover(run));
  }

  /** Signals by the end of their bar: 1 up, −1 down; from the period's first bar on. */
  private static Map<Long, Integer> signals(Series series, long from) {
    List<Bar> bars = series.bars;
    int first = 0;
    while (first < bars.size() && bars.get(first).open() < from) {
      first++;
    }
    Map<Long, Integer> result = new HashMap<>();
    double[] averages = new double[PERIODS.length];
    int begin = Math.max(0, first - WARM_UP);
    for (int i = begin; i < bars.size(); i++) {
      double close = bars.get(i).close().doubleValue();
      double gapBefore = averages[0] - averages[1];
      for (int k = 0; k < PERIODS.length; k++) {
        double alpha = 2.0 / (PERIODS[k] + 1);
        averages[k] = i == begin ? close : (1 - alpha) * averages[k] + alpha * close;
      }
      double gap = averages[0] - averages[1];
      if (i < first || i == begin || i - begin + 1 < MINIMUM_BARS) {
        continue;
      }
      if (gapBefore <= 0 && gap > 0 && close > averages[2]) {
        result.put(bars.get(i).end(), 1);
      } else if (gapBefore >= 0 && gap < 0 && close < averages[2]) {
        result.put(bars.get(i).end(), -1);
      }
    }
    return result;
  }

  @Override
  public void decide(long time, BigDecimal equity) {
    for (Series series : run.instruments) {
      int signal = signals.getOrDefault(series, Map.of()).getOrDefault(time, 0);
      if (signal != 0) {
        turn(series, signal, time, equity);
      }
    }
  }

  private void turn(Series series, int direction, long time, BigDecimal equity) {
    String reason = direction > 0 ? "ema_cross_up" : "ema_cross_down";
    BigDecimal close = series.ending(time).orElseThrow().close();
    BigDecimal position = run.book.position(series);
    Optional<ReferenceTrade> current = current(series);
    if (current.isPresent() && current.orElseThrow().first().direction == direction) {
      return;
    }
    BigDecimal free = run.book.freeCash();
    if (current.isPresent()) {
      ReferenceTrade trade = current.orElseThrow();
      Leg leg = trade.first();
      run.exchange.working.removeIf(order -> order.trade == trade);
      trade.exitDecided = true;
      free = free.add(run.book.margin(leg)).add(leg.unrealised(close));
      if (leg.held.signum() > 0) {
        leg.exitReference = close;
        run.exchange.working.add(new Order(trade, false, leg.held, reason));
      }
    }
    if (direction > 0 || !series.spot) {
      enter(series, direction, reason, close, equity, free, position);
    }
  }

  /** The trade held or being entered, unless its exit is already decided. */
  private Optional<ReferenceTrade> current(Series series) {
    Optional<ReferenceTrade> entering =
        run.exchange.working.stream()
            .filter(order -> order.entry)
            .map(order -> order.trade)
            .filter(trade -> trade.first().series == series)
            .findFirst();
    return entering.or(
        () ->
            run.book.open().stream()
                .filter(trade -> trade.first().series == series && !trade.exitDecided)
                .findFirst());
  }

  private void enter(
      Series series,
      int direction,
      String reason,
      BigDecimal close,
      BigDecimal equity,
      BigDecimal free,
      BigDecimal position) {
    BigDecimal quantity =
        series.floorToLot(
            size(
                run.options,
                series,
                run.book.prices,
                close,
                equity
                    .divide(BigDecimal.valueOf(run.instruments.size()), 18, RoundingMode.FLOOR)
                    .min(free)));
    if (quantity.signum() > 0) {
      ReferenceTrade trade =
          new ReferenceTrade(List.of(new Leg(series, direction, close)), reason, equity, position);
      run.exchange.working.add(new Order(trade, true, quantity, reason));
    }
  }

  /** Quantity before the floor: budget × leverage / (reference × (1 + costs + leverage × fee)). */
  static BigDecimal size(
      ReferenceOptions options,
      Series series,
      ReferencePrice prices,
      BigDecimal reference,
      BigDecimal budget) {
    BigDecimal factor =
        BigDecimal.ONE
            .add(prices.expectedCost(series))
            .add(options.leverage().multiply(options.taker(series)));
    return budget
        .multiply(options.leverage())
        .divide(reference.multiply(factor), 18, RoundingMode.FLOOR);
  }
}
