package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import org.candlewright.engine.EngineState;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Instrument;
import org.candlewright.replay.Moment;
import org.candlewright.replay.Track;

/**
 * What the panes draw: a run up to a moment, seen from one of its instruments.
 *
 * @param beside another run drawn with it
 * @param logarithmic whether prices stand on a logarithmic axis
 * @param forming the bar in which the playhead stands, where it stands in one
 */
record Shown(
    LoadedRun run,
    Moment moment,
    int instrument,
    Optional<Beside> beside,
    boolean logarithmic,
    Optional<Forming> forming) {
  Shown(LoadedRun run, Moment moment, int instrument) {
    this(run, moment, instrument, Optional.empty(), false, Optional.empty());
  }

  Track track() {
    return run.track(instrument);
  }

  BarSeries bars() {
    return track().data().bars();
  }

  Instrument of() {
    return track().instrument();
  }

  /** Time of the playhead: nothing later may be drawn. */
  long head() {
    return moment.timeMillis();
  }

  /** One past the last bar that has ended. */
  int endBar() {
    return moment.bars()[instrument] + 1;
  }

  /** Whether a fill of that time has happened in the state shown: opens come after it. */
  boolean happened(long fillMillis) {
    return fillMillis < head() || moment.row() == run.rows() - 1;
  }

  /** What is held of the instrument, by entry. */
  List<EngineState.OpenTrade> openTrades() {
    return moment.state().openTrades().stream()
        .filter(each -> each.instrument() == instrument)
        .toList();
  }

  /** The same seen from a pair's other leg. */
  Shown otherLeg() {
    return new Shown(run, moment, instrument ^ 1, beside, logarithmic, Optional.empty());
  }

  double price(long ticks) {
    return bars().price(ticks);
  }
}
