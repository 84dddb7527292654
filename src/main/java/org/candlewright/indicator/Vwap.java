package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Volume-weighted average price of the session so far, with bands m deviations away: √(Σ v·x² / Σ v
 * − vwap²). A session lasts the given hours (24: the UTC day, 168: the week from Monday), from an
 * hour after its boundary on. Unknown while a session has no volume. Valid from the first bar with
 * volume. Source: TradingView, ta.vwap, whose plain sums are kept: sums of distances would be more
 * exact where a session has barely begun, but rules on the bands would then turn on other bars than
 * on its charts.
 */
final class Vwap implements Indicator {
  private static final long HOUR = 3_600_000L;

  static final IndicatorKind KIND =
      IndicatorKind.named("vwap", "VWAP", "Volume-weighted average price of the session.")
          .formula("Σ v·x / Σ v ± m · √(Σ v·x² / Σ v − vwap²)", "TradingView, ta.vwap")
          .reads(PriceSource.HLC3)
          .whole("hours", "Session", "hours", 1, 168, 24)
          .number("deviations", "Deviations", 0, 100, 1)
          .whole("start_hour", "Begins at", "hour UTC", 0, 23, 0)
          .line("vwap", "VWAP")
          .line("upper", "upper")
          .line("lower", "lower")
          .warmUp(set -> 0)
          .span(set -> set.whole("hours") * HOUR)
          .make(
              set ->
                  new Vwap(
                      set.whole("hours"),
                      set.number("deviations"),
                      set.whole("start_hour"),
                      set.source()));

  /** 1970-01-05 was a Monday. */
  private static final long FIRST_MONDAY = 96 * HOUR;

  private final ValueSource source;
  private final long sessionMillis;
  private final double deviations;
  private final long offset;
  private long session = Long.MIN_VALUE;
  private double volume;
  private double traded;
  private double squares;

  Vwap(int hours, double deviations, int startHour, ValueSource source) {
    this.source = source;
    this.sessionMillis = hours * HOUR;
    this.deviations = deviations;
    this.offset = FIRST_MONDAY + startHour * HOUR;
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    double[] in = source.values(block);
    double[] volumes = block.volume();
    int size = block.size();
    for (int i = 0; i < size; i++) {
      if (Double.isNaN(in[i])) {
        out[0][i] = Double.NaN;
        out[1][i] = Double.NaN;
        out[2][i] = Double.NaN;
        continue;
      }
      long now = Math.floorDiv(block.openTime(i) - offset, sessionMillis);
      if (now != session) {
        begin(now);
      }
      // Plain sums, as charts compute them: on a session's first bar, where price and average are
      // the same, rules that compare them hang on the last digit.
      volume += volumes[i];
      traded += volumes[i] * in[i];
      squares += volumes[i] * in[i] * in[i];
      double vwap = traded / volume;
      double reach = deviations * Math.sqrt(Math.max(0, squares / volume - vwap * vwap));
      out[0][i] = vwap;
      out[1][i] = vwap + reach;
      out[2][i] = vwap - reach;
    }
  }

  private void begin(long now) {
    session = now;
    volume = 0;
    traded = 0;
    squares = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.putLong(session);
    out.putDouble(volume);
    out.putDouble(traded);
    out.putDouble(squares);
  }

  @Override
  public void restore(StateReader in) {
    session = in.getLong();
    volume = in.getDouble();
    traded = in.getDouble();
    squares = in.getDouble();
  }
}
