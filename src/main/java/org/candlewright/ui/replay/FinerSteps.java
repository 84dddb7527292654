package org.candlewright.ui.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.BarSeries;
import org.candlewright.replay.Moment;
import org.candlewright.replay.ReplayService;
import org.candlewright.replay.Rows;
import org.candlewright.ui.work.BackgroundWork;

/**
 * Steps inside the bars of a run, by the finest bars that are stored for the instrument shown. They
 * are read when they are first wanted.
 */
public final class FinerSteps {
  private final ReplayViewModel model;
  private final ReplayService service;
  private final BackgroundWork work;
  private final Map<Integer, Optional<BarSeries>> known = new HashMap<>();
  private boolean reading;

  FinerSteps(ReplayViewModel model, ReplayService service, BackgroundWork work) {
    this.model = model;
    this.service = service;
    this.work = work;
    model.runProperty().addListener((property, before, now) -> known.clear());
  }

  /**
   * Moves the playhead by one finer bar; from the last inside a bar to that bar's end.
   *
   * @param direction 1 on, -1 back
   */
  public void step(int direction) {
    model.pause();
    Optional<LoadedRun> run = model.runProperty().get();
    int instrument = model.instrumentProperty().get();
    if (run.isEmpty() || reading) {
      return;
    }
    Optional<BarSeries> finer = known.get(instrument);
    if (finer == null) {
      read(run.get(), instrument, direction);
    } else if (finer.isPresent()) {
      step(run.get(), finer.get(), direction);
    } else {
      model
          .opener()
          .tell(
              "No bars finer than "
                  + Lines.timeframe(run.get().track(instrument).data().bars())
                  + " are stored for "
                  + run.get().track(instrument).instrument().id()
                  + ". Import some to step inside a bar.");
    }
  }

  private void read(LoadedRun run, int instrument, int direction) {
    reading = true;
    work.start(
        "Reading finer bars",
        (cancelled, share) -> service.finer(run.run(), instrument),
        found -> {
          reading = false;
          if (model.runProperty().get().filter(each -> each == run).isPresent()) {
            known.put(instrument, found);
            step(direction);
          }
        },
        failure -> {
          reading = false;
          if (!(failure instanceof CancelledRunException)) {
            model.opener().failed(failure);
          }
        });
  }

  private void step(LoadedRun run, BarSeries finer, int direction) {
    Rows rows = run.run().rows();
    long now = model.headMillis();
    int last = finer.lastEndedAt(direction > 0 ? now : now - 1);
    long target =
        direction < 0
            ? last < 0 ? Long.MIN_VALUE : finer.endTime(last)
            : last + 1 < finer.size() ? finer.endTime(last + 1) : Long.MAX_VALUE;
    int row = model.rowProperty().get();
    if (direction > 0) {
      long next = row + 1 < run.rows() ? rows.time(row + 1) : Long.MAX_VALUE;
      model.moveInside(target < next ? row : row + 1, target);
    } else {
      boolean inside = now > rows.time(row);
      int before = inside ? row : row - 1;
      model.moveInside(before, before < 0 ? target : Math.max(target, rows.time(before)));
    }
  }

  /** The bar of an instrument that has begun and not ended at a moment between two rows. */
  Optional<Forming> forming(LoadedRun run, Moment moment, int instrument) {
    Optional<BarSeries> finer = known.getOrDefault(instrument, Optional.empty());
    long begins = run.run().rows().time(moment.row());
    if (finer.isEmpty() || moment.timeMillis() <= begins) {
      return Optional.empty();
    }
    int from = finer.get().firstAtOrAfter(begins);
    int to = finer.get().lastEndedAt(moment.timeMillis()) + 1;
    return to > from ? Optional.of(Forming.of(finer.get(), begins, from, to)) : Optional.empty();
  }
}
