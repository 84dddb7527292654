package org.candlewright.feed;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.trading.MarketInput;

/**
 * Plays recorded or simulated bars as a live feed would bring them: each when it has ended, with
 * the settlements of the time, on a clock that ticks at any speed.
 */
public final class BarFeed {
  private static final double NANOS = 1e6;

  /** How long after its time a bar may come before it counts as late, in real milliseconds. */
  private static final double SLACK_MILLIS = 10_000;

  private final List<InstrumentData> data;
  private final Period period;
  private final long events;
  private final double speed;
  private final long quickUntil;
  private final int[] bars;
  private final int[] marks;
  private final int[] settlements;
  private long sent;
  private volatile long startMillis;
  private volatile long startNanos;
  private volatile boolean ticking;

  /**
   * @param period what is played
   * @param events how many bars and settlements at most; the instant of the last is the end
   * @param speed market seconds in a second; {@link Double#POSITIVE_INFINITY} for as fast as can be
   */
  public BarFeed(List<InstrumentData> data, Period period, long events, double speed) {
    this(data, period, events, speed, Long.MIN_VALUE);
  }

  /**
   * A feed that begins in the past and catches up before its clock ticks.
   *
   * @param quickUntil what ends by then comes as fast as can be, epoch milliseconds
   */
  public BarFeed(
      List<InstrumentData> data, Period period, long events, double speed, long quickUntil) {
    this.quickUntil = quickUntil;
    this.data = data;
    this.period = period;
    this.events = events;
    this.speed = speed;
    this.bars = new int[data.size()];
    this.marks = new int[data.size()];
    this.settlements = new int[data.size()];
    for (int i = 0; i < bars.length; i++) {
      bars[i] = data.get(i).bars().firstAtOrAfter(period.fromMillis());
      marks[i] =
          data.get(i).marks().map(each -> each.firstAtOrAfter(period.fromMillis())).orElse(0);
      settlements[i] = data.get(i).funding().firstAtOrAfter(period.fromMillis() + 1);
    }
  }

  /** Takes inputs; says whether it wants more. */
  @FunctionalInterface
  public interface Receiver {
    boolean take(MarketInput input) throws InterruptedException;
  }

  /**
   * Plays until the end, or until the receiver has enough. To be called once.
   *
   * @param afterMillis the last instant that the receiver knows; what ended by then is passed over
   */
  public void play(long afterMillis, Receiver receiver) throws InterruptedException {
    long quickTo = Math.max(quickUntil, Math.max(afterMillis, period.fromMillis()));
    boolean more = true;
    long next = next();
    while (more && next != Long.MAX_VALUE) {
      long instant = next;
      boolean pass = instant <= afterMillis;
      if (instant > quickTo && !ticking) {
        tick(quickTo);
      }
      if (!pass) {
        waitUntil(instant);
      }
      more = send(instant, pass ? input -> true : receiver);
      next = sent >= events ? Long.MAX_VALUE : next();
      if (more && !pass) {
        more = receiver.take(new MarketInput.Instant(instant, next == Long.MAX_VALUE));
      }
    }
    ticking = false;
  }

  /** The market's time by this feed, what a bar may be late taken off; empty at full speed. */
  public OptionalLong marketMillis() {
    return ticking
        ? OptionalLong.of((long) (clock() - SLACK_MILLIS * speed))
        : OptionalLong.empty();
  }

  private void tick(long from) {
    startMillis = from;
    startNanos = System.nanoTime();
    ticking = speed != Double.POSITIVE_INFINITY;
  }

  private double clock() {
    return startMillis + (System.nanoTime() - startNanos) / NANOS * speed;
  }

  private void waitUntil(long instant) throws InterruptedException {
    while (ticking) {
      long nanos = (long) ((instant - clock()) / speed * NANOS);
      if (nanos <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(nanos, 100_000_000L));
    }
  }

  /** The next instant at which a bar ends; Long.MAX_VALUE if none does any more. */
  private long next() {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < bars.length; i++) {
      BarSeries series = data.get(i).bars();
      if (bars[i] < series.size() && series.endTime(bars[i]) <= period.toMillis()) {
        next = Math.min(next, series.endTime(bars[i]));
      }
    }
    return next;
  }

  private boolean send(long instant, Receiver receiver) throws InterruptedException {
    boolean more = true;
    for (int i = 0; more && i < bars.length; i++) {
      BarSeries series = data.get(i).bars();
      if (bars[i] < series.size() && series.endTime(bars[i]) == instant) {
        more = receiver.take(bar(i, series, bars[i]++));
        sent++;
      }
      BarSeries marked = data.get(i).marks().orElse(series);
      while (more
          && data.get(i).marks().isPresent()
          && marks[i] < marked.size()
          && marked.endTime(marks[i]) <= instant) {
        more = receiver.take(markBar(i, marked, marks[i]++));
        sent++;
      }
      FundingHistory funding = data.get(i).funding();
      while (more && settlements[i] < funding.size() && funding.time(settlements[i]) <= instant) {
        int at = settlements[i]++;
        more =
            receiver.take(
                new MarketInput.Settlement(
                    i, funding.time(at), funding.originalTime(at), funding.rate(at)));
        sent++;
      }
    }
    return more;
  }

  private static MarketInput bar(int instrument, BarSeries series, int at) {
    return new MarketInput.Bar(
        instrument,
        series.openTime(at),
        series.opens()[at],
        series.highs()[at],
        series.lows()[at],
        series.closes()[at],
        series.volumes()[at]);
  }

  private static MarketInput markBar(int instrument, BarSeries series, int at) {
    return new MarketInput.MarkBar(
        instrument,
        series.openTime(at),
        series.opens()[at],
        series.highs()[at],
        series.lows()[at],
        series.closes()[at],
        series.volumes()[at]);
  }

  /** How far it is, bars passed of each instrument. */
  @Override
  public String toString() {
    return "feed at " + Arrays.toString(bars);
  }
}
