package org.candlewright.market;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bars of one instrument and timeframe as columns, oldest first. Prices are ticks of {@link
 * #tick()}, times are open times in epoch milliseconds UTC. Gaps are simply absent bars, never
 * filled.
 *
 * <p>The column accessors hand out the arrays themselves, because copies of ten million bars would
 * cost more than the run; readers must not write to them. Only the first {@link #size()} entries
 * count. A series of a backtest never changes; one that {@link #growing} made takes more bars at
 * its end, on the thread that owns it.
 */
public final class BarSeries {
  private final InstrumentId instrument;
  private final Timeframe timeframe;
  private final BigDecimal tick;
  private final int volumeDigits;
  private final boolean quoteVolume;
  private final double tickMantissa;
  private final double tickPower;
  private final double volumePower;
  private int size;
  private boolean growing;
  private final long[] openTimes;
  private final long[] opens;
  private final long[] highs;
  private final long[] lows;
  private final long[] closes;
  private final long[] volumes;
  private volatile @Nullable RangeIndex ranges;

  /**
   * @param tick price step all price columns count in
   * @param volumeDigits volumes are integers of 10^-volumeDigits
   * @param quoteVolume whether volume is in quote units instead of base
   */
  public BarSeries(
      InstrumentId instrument,
      Timeframe timeframe,
      BigDecimal tick,
      int volumeDigits,
      boolean quoteVolume,
      int size,
      long[] openTimes,
      long[] opens,
      long[] highs,
      long[] lows,
      long[] closes,
      long[] volumes) {
    this.instrument = instrument;
    this.timeframe = timeframe;
    this.tick = tick;
    this.volumeDigits = volumeDigits;
    this.quoteVolume = quoteVolume;
    BigDecimal plain = tick.stripTrailingZeros();
    this.tickMantissa =
        plain.scale() < 0 ? plain.doubleValue() : plain.unscaledValue().doubleValue();
    this.tickPower = powerOfTen(Math.max(0, plain.scale()));
    this.volumePower = powerOfTen(volumeDigits);
    this.size = size;
    this.openTimes = openTimes;
    this.opens = opens;
    this.highs = highs;
    this.lows = lows;
    this.closes = closes;
    this.volumes = volumes;
  }

  /**
   * A series that begins with the bars of another and takes more at its end.
   *
   * @param capacity bars it can hold in all
   */
  public static BarSeries growing(BarSeries history, int capacity) {
    int room = Math.max(capacity, history.size());
    BarSeries series =
        new BarSeries(
            history.instrument,
            history.timeframe,
            history.tick,
            history.volumeDigits,
            history.quoteVolume,
            0,
            new long[room],
            new long[room],
            new long[room],
            new long[room],
            new long[room],
            new long[room]);
    series.growing = true;
    series.ranges = RangeIndex.growing(room);
    for (int i = 0; i < history.size; i++) {
      series.append(
          history.openTimes[i],
          history.opens[i],
          history.highs[i],
          history.lows[i],
          history.closes[i],
          history.volumes[i]);
    }
    return series;
  }

  /** Adds a bar at the end; prices in ticks, volume in its own digits. */
  public void append(
      long openTime, long openTicks, long highTicks, long lowTicks, long closeTicks, long volume) {
    if (!growing || size == openTimes.length) {
      throw new IllegalStateException(instrument + ": the series takes no more bars");
    }
    if (size > 0 && openTime < endTime(size - 1)) {
      throw new IllegalStateException(instrument + ": a bar before the end of the last");
    }
    openTimes[size] = openTime;
    opens[size] = openTicks;
    highs[size] = highTicks;
    lows[size] = lowTicks;
    closes[size] = closeTicks;
    volumes[size] = volume;
    ranges().take(size, highTicks, lowTicks);
    size++;
  }

  /** Bars it can hold in all. */
  public int capacity() {
    return openTimes.length;
  }

  /** The double nearest to 10^exponent, which is exact up to 22. */
  private static double powerOfTen(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
  }

  public InstrumentId instrument() {
    return instrument;
  }

  public Timeframe timeframe() {
    return timeframe;
  }

  /** Price of one tick. */
  public BigDecimal tick() {
    return tick;
  }

  public int volumeDigits() {
    return volumeDigits;
  }

  /** Whether {@link #volumes()} count quote currency instead of base. */
  public boolean quoteVolume() {
    return quoteVolume;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long[] openTimes() {
    return openTimes;
  }

  public long[] opens() {
    return opens;
  }

  public long[] highs() {
    return highs;
  }

  public long[] lows() {
    return lows;
  }

  public long[] closes() {
    return closes;
  }

  public long[] volumes() {
    return volumes;
  }

  public long openTime(int index) {
    return openTimes[index];
  }

  /** Time at which the bar is closed and may be acted on, epoch milliseconds. */
  public long endTime(int index) {
    return openTimes[index] + timeframe.millis();
  }

  /**
   * A price in ticks as a double, correctly rounded: both the integer and the power of ten are
   * exact below 2^53 and 10^22, so one division rounds once, as parsing the decimal text would.
   */
  public double price(long ticks) {
    return ticks * tickMantissa / tickPower;
  }

  /** Volume as a double, in its own unit. */
  public double volume(int index) {
    return volumes[index] / volumePower;
  }

  /** Copies prices of bars [from, to) as doubles into {@code out}, beginning at its index 0. */
  public void prices(long[] column, int from, int to, double[] out) {
    double mantissa = tickMantissa;
    double power = tickPower;
    if (mantissa == 1) {
      for (int i = from; i < to; i++) {
        out[i - from] = column[i] / power;
      }
    } else {
      for (int i = from; i < to; i++) {
        out[i - from] = column[i] * mantissa / power;
      }
    }
  }

  /**
   * Extremes of stretches of bars, so that a whole stretch is known to stay clear of a price at
   * once. Built when first asked for; whoever asks at the same time builds the same.
   */
  public RangeIndex ranges() {
    RangeIndex known = ranges;
    if (known == null) {
      known = RangeIndex.of(this);
      ranges = known;
    }
    return known;
  }

  /** Whether each bar opens where the one before it ends, so that times follow from positions. */
  public boolean withoutGaps() {
    return ranges().withoutGaps();
  }

  /** Index of the first bar that opens at or after the given time; {@link #size()} if none does. */
  public int firstAtOrAfter(long epochMillis) {
    RangeIndex known = ranges;
    if (known != null && size > 0 && known.withoutGaps()) {
      return firstOfEven(epochMillis);
    }
    int at = Arrays.binarySearch(openTimes, 0, size, epochMillis);
    return at >= 0 ? at : -at - 1;
  }

  /** The same where times follow from positions: nothing far away need be read. */
  private int firstOfEven(long epochMillis) {
    long first = openTimes[0];
    if (epochMillis <= first) {
      return 0;
    }
    return epochMillis > first + (size - 1) * timeframe.millis()
        ? size
        : (int) Math.ceilDiv(epochMillis - first, timeframe.millis());
  }

  /** Index of the last bar that has ended at or before the given time; -1 if none has. */
  public int lastEndedAt(long epochMillis) {
    int next = firstAtOrAfter(epochMillis - timeframe.millis() + 1);
    return next - 1;
  }

  /** The bars [from, to) as a series of their own. */
  public BarSeries slice(int from, int to) {
    return new BarSeries(
        instrument,
        timeframe,
        tick,
        volumeDigits,
        quoteVolume,
        to - from,
        Arrays.copyOfRange(openTimes, from, to),
        Arrays.copyOfRange(opens, from, to),
        Arrays.copyOfRange(highs, from, to),
        Arrays.copyOfRange(lows, from, to),
        Arrays.copyOfRange(closes, from, to),
        Arrays.copyOfRange(volumes, from, to));
  }
}
