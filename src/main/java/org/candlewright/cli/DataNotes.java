package org.candlewright.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;

/** What the data of a run lacks, so that a figure, or a trade that is missing, is understood. */
final class DataNotes {
  private static final long DAY_MILLIS = 86_400_000L;

  private final List<InstrumentData> data;
  private final Period period;
  private final int minimumBars;
  private final boolean volumeCounts;

  DataNotes(BacktestResult result) {
    this.data = result.plan().setup().instruments();
    this.period = result.plan().request().period();
    this.minimumBars = result.plan().setup().program().minimumBars();
    this.volumeCounts = result.plan().request().costs().participation().isPresent();
  }

  List<String> sentences() {
    List<String> notes = new ArrayList<>();
    if (data.stream().anyMatch(each -> each.instrument().simulated())) {
      notes.add(
          "SIMULATED: these prices were made by the demo market; no real market traded them.");
    }
    named(each -> each.instrument().id().kind().isPerpetual() && each.funding().isEmpty())
        .map(names -> "No funding is stored for " + names + ": none was paid or received there.")
        .ifPresent(notes::add);
    named(each -> lastBar(each) + 1 < minimumBars)
        .map(
            names ->
                "Fewer than the "
                    + minimumBars
                    + " bars that the strategy must have seen are stored for "
                    + names
                    + ": it could not enter there.")
        .ifPresent(notes::add);
    named(this::withoutVolume)
        .map(
            names ->
                "No volume was traded in "
                    + names
                    + ": no order could fill there. --participation off fills them all the same.")
        .ifPresent(notes::add);
    data.forEach(each -> ended(each).ifPresent(notes::add));
    return notes;
  }

  private Optional<String> named(Predicate<InstrumentData> which) {
    String names =
        data.stream()
            .filter(which)
            .map(each -> each.instrument().id().toString())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /** Last bar of the run in the instrument's own series. */
  private int lastBar(InstrumentData each) {
    return each.bars().lastEndedAt(period.toMillis());
  }

  private boolean withoutVolume(InstrumentData each) {
    BarSeries bars = each.bars();
    for (int bar = bars.firstAtOrAfter(period.fromMillis()); bar <= lastBar(each); bar++) {
      if (bars.volumes()[bar] != 0) {
        return false;
      }
    }
    return volumeCounts;
  }

  /** Where others of the run have bars for longer: a delisting, or data that was not imported. */
  private Optional<String> ended(InstrumentData each) {
    long end = each.bars().endTime(lastBar(each));
    boolean others =
        data.stream().anyMatch(other -> other.bars().endTime(lastBar(other)) > end + DAY_MILLIS);
    return others
        ? Optional.of(
            each.instrument().id()
                + " has no bars after "
                + Instant.ofEpochMilli(end)
                + ": what was held then kept its last price to the end of the run.")
        : Optional.empty();
  }
}
