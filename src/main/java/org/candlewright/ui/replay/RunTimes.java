package org.candlewright.ui.replay;

import java.util.stream.LongStream;
import org.candlewright.replay.DecisionMark;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.Rows;

/** When things happen in a run, as rows that show them. */
record RunTimes(
    EventTimes trades,
    EventTimes decisions,
    EventTimes orders,
    EventTimes fills,
    EventTimes refusals,
    EventTimes events) {

  static RunTimes of(ReplayRun run) {
    Rows rows = run.rows();
    return new RunTimes(
        EventTimes.of(
            run.trades().stream()
                .flatMapToLong(
                    trade ->
                        LongStream.of(
                            shows(rows, trade.first().entryMillis()),
                            shows(rows, trade.first().exitMillis())))),
        EventTimes.of(run.decisions().stream().mapToLong(DecisionMark::timeMillis)),
        EventTimes.of(
            run.decisions().stream()
                .filter(each -> !each.refused())
                .mapToLong(DecisionMark::timeMillis)),
        EventTimes.of(run.fills().stream().mapToLong(fill -> shows(rows, fill.timeMillis()))),
        EventTimes.of(
            run.decisions().stream()
                .filter(DecisionMark::refused)
                .mapToLong(DecisionMark::timeMillis)),
        EventTimes.of(
            LongStream.concat(
                run.decisions().stream().mapToLong(DecisionMark::timeMillis),
                LongStream.concat(
                    run.fills().stream().mapToLong(fill -> shows(rows, fill.timeMillis())),
                    run.settlements().stream().mapToLong(each -> at(rows, each.timeMillis()))))));
  }

  /** The first row at or after a settlement: its pass sees it. */
  private static long at(Rows rows, long millis) {
    int row = rows.at(millis - 1) + 1;
    return rows.time(Math.min(row, rows.size() - 1));
  }

  /** The first row whose state shows a fill of that time: opens come after a row's state. */
  private static long shows(Rows rows, long fillMillis) {
    int row = rows.at(fillMillis) + 1;
    return rows.time(Math.min(row, rows.size() - 1));
  }

  EventTimes of(Breakpoint.Event event) {
    return switch (event) {
      case ORDER -> orders;
      case FILL -> fills;
      case REFUSAL -> refusals;
    };
  }
}
