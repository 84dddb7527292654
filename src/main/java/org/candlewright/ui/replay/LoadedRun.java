package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.Fill;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.replay.DecisionMark;
import org.candlewright.replay.Line;
import org.candlewright.replay.Pyramid;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.Rows;
import org.candlewright.replay.Track;
import org.candlewright.ui.chart.Series;
import org.candlewright.ui.chart.TimeText;

/** A run made ready for its charts; built in the background, then only read. */
public final class LoadedRun {
  private final RunStore.Summary summary;
  private final ReplayRun run;
  private final Optional<String> changed;
  private final Series equity;
  private final double capital;
  private final double moneyUnit;
  private final List<TradeSpans> spans = new ArrayList<>();
  private final List<List<Series>> lines = new ArrayList<>();
  private final Map<Long, List<Fill>> fills;
  private final RunTimes times;

  public LoadedRun(RunStore.Summary summary, ReplayRun run, Optional<String> changed) {
    this.summary = summary;
    this.run = run;
    this.changed = changed;
    this.moneyUnit = Math.pow(10, -Currency.digits(currency()));
    this.capital = run.plan().setup().capital().doubleValue();
    this.equity = equitySeries();
    for (Track track : run.tracks()) {
      spans.add(TradeSpans.of(run.trades(), track.index()));
      lines.add(track.lines().stream().map(line -> series(track, line)).toList());
    }
    this.fills = run.fills().stream().collect(Collectors.groupingBy(Fill::order));
    this.times = RunTimes.of(run);
  }

  private Series equitySeries() {
    return moneySeries(run.rows()::equity, run.equityExtremes());
  }

  /** A column of money units by row as a line in the account's currency. */
  Series moneySeries(IntToLongFunction units, Pyramid extremes) {
    Rows rows = run.rows();
    double unit = moneyUnit;
    return new Series() {
      @Override
      public int size() {
        return rows.size();
      }

      @Override
      public long time(int index) {
        return rows.time(index);
      }

      @Override
      public double value(int index) {
        return units.applyAsLong(index) * unit;
      }

      @Override
      public void extremes(int from, int to, Pyramid.Range range) {
        Pyramid.Range found = new Pyramid.Range();
        extremes.include(from, to, found);
        if (!found.isEmpty()) {
          range.include(found.min() * unit);
          range.include(found.max() * unit);
        }
      }
    };
  }

  private static Series series(Track track, Line line) {
    long[] times = track.data().bars().openTimes();
    return new Series() {
      @Override
      public int size() {
        return line.values().length;
      }

      @Override
      public long time(int index) {
        return times[index + line.firstBar()];
      }

      @Override
      public double value(int index) {
        return line.values()[index];
      }

      @Override
      public void extremes(int from, int to, Pyramid.Range range) {
        line.extremes().include(from, to, range);
      }
    };
  }

  public RunStore.Summary summary() {
    return summary;
  }

  public ReplayRun run() {
    return run;
  }

  /** What changed since the run was made; empty if nothing did. */
  public Optional<String> changed() {
    return changed;
  }

  /** What there is to know before looking: what changed, or that a breaker ended trading. */
  Optional<String> notice() {
    return changed.or(
        () ->
            run.summary()
                .halt()
                .map(
                    halt ->
                        "Trading ended on "
                            + TimeText.brief(halt.timeMillis())
                            + ": "
                            + halt.code().replace('_', ' ')
                            + (halt.code().equals("kill_switch")
                                ? "."
                                : ", "
                                    + percent(halt.value())
                                    + " of "
                                    + percent(halt.limit())
                                    + " allowed.")));
  }

  private static String percent(String fraction) {
    return new BigDecimal(fraction)
            .movePointRight(2)
            .setScale(2, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** Currency of the account. */
  public String currency() {
    return run.tracks().getFirst().instrument().quote();
  }

  public double capital() {
    return capital;
  }

  /** Money units as an amount of the account's currency. */
  public double money(long units) {
    return Exact.decimal(units, Currency.digits(currency())).doubleValue();
  }

  /** Equity by row, in the account's currency. */
  public Series equity() {
    return equity;
  }

  public Track track(int instrument) {
    return run.tracks().get(instrument);
  }

  /** Indicator lines of an instrument, in the order of its track. */
  public List<Series> lines(int instrument) {
    return lines.get(instrument);
  }

  /** Fills of an order by time; empty where it has none. */
  public List<Fill> fills(long order) {
    return fills.getOrDefault(order, List.of());
  }

  /** Trades of an instrument by exit. */
  TradeSpans spans(int instrument) {
    return spans.get(instrument);
  }

  public int rows() {
    return run.rows().size();
  }

  /** Instruments traded as one: 2 for the legs of a pair, else 1. */
  public int legs() {
    return run.plan().request().strategy().legs().two() ? 2 : 1;
  }

  /** Length of a bar, milliseconds. */
  public long barMillis() {
    return run.tracks().getFirst().data().bars().timeframe().millis();
  }

  /** When things happen, as rows that show them. */
  RunTimes times() {
    return times;
  }

  /** The first row after a row at which a fill begins to show. */
  public Optional<Integer> nextTrade(int row) {
    return times.trades().next(run.rows(), row);
  }

  public Optional<Integer> previousTrade(int row) {
    return times.trades().previous(run.rows(), row);
  }

  public Optional<Integer> nextDecision(int row) {
    return times.decisions().next(run.rows(), row);
  }

  public Optional<Integer> previousDecision(int row) {
    return times.decisions().previous(run.rows(), row);
  }

  /** How many instants with decisions lie at or before a row. */
  public int decisionsUpTo(int row) {
    return times.decisions().upTo(run.rows().time(row));
  }

  public int decisionInstants() {
    return times.decisions().size();
  }

  /** The instrument shown if it decides or trades at a row, else the first that does. */
  public int instrumentOfInterest(int row, int shown) {
    long time = run.rows().time(row);
    long before = row > 0 ? run.rows().time(row - 1) : Long.MIN_VALUE;
    List<Integer> here = new ArrayList<>();
    List<DecisionMark> decisions = run.decisions();
    for (int i = firstDecisionAt(time);
        i < decisions.size() && decisions.get(i).timeMillis() == time;
        i++) {
      here.add(decisions.get(i).instrument());
    }
    List<Fill> all = run.fills();
    for (int i = firstAt(all.size(), at -> all.get(at).timeMillis(), before);
        i < all.size() && all.get(i).timeMillis() < time;
        i++) {
      here.add(all.get(i).instrument());
    }
    return here.isEmpty() || here.contains(shown) ? shown : here.getFirst();
  }

  /** Index of the first decision at or after a time. */
  int firstDecisionAt(long millis) {
    List<DecisionMark> all = run.decisions();
    return firstAt(all.size(), at -> all.get(at).timeMillis(), millis);
  }

  /** The first of ascending times that is not before a time. */
  private static int firstAt(int size, IntToLongFunction times, long millis) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.applyAsLong(middle) < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
