package org.candlewright.ui.replay;

import org.candlewright.replay.Moment;
import org.candlewright.replay.Simulation;
import org.candlewright.replay.TradeChanges;
import org.candlewright.ui.chart.Series;

/**
 * A run as it would have been under other parameters.
 *
 * @param row of the moment
 * @param moment what it would have done at the playhead
 * @param nanos that the simulation took
 */
record WhatIf(
    LoadedRun run, Simulation simulation, Beside beside, int row, Moment moment, long nanos) {

  /** Made ready to be drawn; takes a while. */
  static WhatIf of(LoadedRun run, Simulation simulation, int row, long nanos) {
    return new WhatIf(
        run,
        simulation,
        new Beside(
            "What-if",
            equity(run, simulation),
            TradeChanges.of(run.run().trades(), simulation.trades())),
        row,
        simulation.seek(row),
        nanos);
  }

  /** The same with the playhead elsewhere. */
  WhatIf at(int newRow) {
    return new WhatIf(run, simulation, beside, newRow, simulation.seek(newRow), nanos);
  }

  private static Series equity(LoadedRun run, Simulation simulation) {
    return run.moneySeries(simulation::equity, simulation.extremes());
  }
}
