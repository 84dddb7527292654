package org.candlewright.replay;

import java.util.List;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;

/**
 * What a chart of one instrument draws.
 *
 * @param firstBar first bar of the period, an index into the series
 * @param endBar one past the last
 * @param extremes lowest low and highest high of any stretch of bars, in ticks; its index 0 is the
 *     first bar of the series
 */
public record Track(
    int index, InstrumentData data, int firstBar, int endBar, Pyramid extremes, List<Line> lines) {

  public Instrument instrument() {
    return data.instrument();
  }
}
