package org.candlewright.cli;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;

/** A run and its metrics as one document. */
final class RunListing {
  private RunListing() {}

  static Listing<BacktestResult> of(BacktestResult result) {
    List<Column<BacktestResult>> columns = new ArrayList<>();
    columns.add(Column.of("run_id", run -> Value.of(run.plan().runId())));
    result
        .metrics()
        .all()
        .forEach(
            (metric, value) ->
                columns.add(
                    Column.of(metric, run -> value.map(Value::of).orElseGet(Value::unknown))));
    return Listing.single(columns, result);
  }
}
