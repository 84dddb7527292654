package org.candlewright.engine;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Running attribution, equity peak and drawdown, and the rows of the days, in money units. */
final class Performance {
  static final long DAY = 86_400_000L;

  final long capital;

  /** Edge booked so far without the mark of what is open: Σ − signed quantity × reference. */
  long edgeBooked;

  long funding;
  long fees;
  long slippage;
  long rows;
  long exposedRows;
  long lastEquity;

  private long peak;
  private long worstFall;
  private long worstPeak;
  private double worstShare;
  private boolean worstMoved;
  private long alarm;

  private long dayEdge;
  private long dayFunding;
  private long dayFees;
  private long daySlippage;
  private long dayEquity;
  long nextMidnight;
  final List<DayRow> days = new ArrayList<>();

  Performance(long capital, long firstMillis) {
    this.capital = capital;
    this.peak = capital;
    this.worstPeak = capital;
    this.lastEquity = capital;
    this.alarm = capital;
    this.dayEquity = capital;
    this.nextMidnight = Math.floorDiv(firstMillis, DAY) * DAY + DAY;
  }

  /** Below this equity a new worst drawdown is possible; above the peak a new peak is. */
  long alarm() {
    return alarm;
  }

  long peak() {
    return peak;
  }

  /** Takes the equity of a bar's close into peak and drawdown. */
  void mark(long equity) {
    if (equity > peak) {
      peak = equity;
      if (worstMoved) {
        weighWorst();
      }
      rearm();
    } else if (equity < alarm && deeper(peak - equity, peak)) {
      worstFall = peak - equity;
      worstPeak = peak;
      // Under the same peak only less is deeper; the division can wait for the next peak.
      alarm = equity;
      worstMoved = true;
    }
  }

  /** Compared by multiplication, so that nothing divides on an ordinary bar. */
  private boolean deeper(long fall, long from) {
    long high = Math.multiplyHigh(fall, worstPeak);
    long otherHigh = Math.multiplyHigh(worstFall, from);
    return high > otherHigh
        || (high == otherHigh && Long.compareUnsigned(fall * worstPeak, worstFall * from) > 0);
  }

  /** How deep the worst fall is: divided once after it, not at each new peak. */
  private void weighWorst() {
    worstMoved = false;
    worstShare = worstPeak == 0 ? 0 : (double) worstFall / worstPeak;
  }

  private void rearm() {
    // One unit of slack: the double may round up, and the exact comparison decides anyway.
    alarm = Math.min(peak, peak - (long) (peak * worstShare) + 1 + (peak >> 50));
  }

  long worstFall() {
    return worstFall;
  }

  long worstPeak() {
    return worstPeak;
  }

  /**
   * Ends the day before the given midnight.
   *
   * @param edgeMarked mark of what is open: Σ signed quantity × last close, dust included
   */
  void endDay(long midnight, long edgeMarked, long equity) {
    long edge = edgeBooked + edgeMarked;
    long change = equity - dayEquity;
    DayRow row =
        new DayRow(
            midnight - DAY,
            edge - dayEdge,
            funding - dayFunding,
            fees - dayFees,
            slippage - daySlippage,
            change,
            equity);
    if (change != row.edge() + row.funding() - row.fees() - row.slippage()) {
      throw new IllegalStateException("attribution of a day does not add up: " + row);
    }
    days.add(row);
    dayEdge = edge;
    dayFunding = funding;
    dayFees = fees;
    daySlippage = slippage;
    dayEquity = equity;
    nextMidnight = midnight + DAY;
  }

  void saveDays(StateWriter out) {
    out.putLong(days.size());
    for (DayRow each : days) {
      out.putLong(each.dayMillis());
      out.putLong(each.edge());
      out.putLong(each.funding());
      out.putLong(each.fees());
      out.putLong(each.slippage());
      out.putLong(each.change());
      out.putLong(each.equity());
    }
  }

  void restoreDays(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      days.add(
          new DayRow(
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong()));
    }
  }

  void save(StateWriter out) {
    out.putLongs(
        new long[] {
          edgeBooked,
          funding,
          fees,
          slippage,
          rows,
          exposedRows,
          lastEquity,
          peak,
          worstFall,
          worstPeak,
          dayEdge,
          dayFunding,
          dayFees,
          daySlippage,
          dayEquity,
          nextMidnight
        },
        16);
  }

  void restore(StateReader in) {
    long[] state = new long[16];
    in.getLongs(state);
    edgeBooked = state[0];
    funding = state[1];
    fees = state[2];
    slippage = state[3];
    rows = state[4];
    exposedRows = state[5];
    lastEquity = state[6];
    peak = state[7];
    worstFall = state[8];
    worstPeak = state[9];
    dayEdge = state[10];
    dayFunding = state[11];
    dayFees = state[12];
    daySlippage = state[13];
    dayEquity = state[14];
    nextMidnight = state[15];
    weighWorst();
    rearm();
  }
}
