package org.candlewright.ui.builder;

import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunDocument;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.export.RunReader;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** What a home holds for Builder to begin with; everything here waits for the store. */
final class StoredHome {
  private static final int EXAMPLE_INSTRUMENTS = 12;

  private final BuilderViewModel.Services services;

  StoredHome(BuilderViewModel.Services services) {
    this.services = services;
  }

  record Opened(List<Instrument> instruments, Optional<StoredResult> run, Optional<Period> range) {}

  /**
   * A run as it was made.
   *
   * @param costs that were in force
   * @param standardCosts those that are when nothing about costs is chosen
   */
  record StoredResult(
      BacktestRequest request,
      ResultContent content,
      List<ContractCosts> costs,
      List<ContractCosts> standardCosts) {}

  /**
   * What to begin with.
   *
   * @param runId id or name of a stored run; empty for the latest
   */
  Opened open(Optional<String> runId) {
    List<Instrument> stored = services.market().instruments();
    Optional<String> wanted =
        runId.or(() -> services.runs().summaries().stream().findFirst().map(RunStore.Summary::id));
    return new Opened(stored, wanted.flatMap(services.runs()::find).map(this::read), range(stored));
  }

  StoredResult read(RunStore.StoredRun stored) {
    RunDocument document = RunDocument.parse(stored.files().getOrDefault("run.json", new byte[0]));
    BacktestRequest request = document.request(services.strategies());
    return new StoredResult(
        request,
        ResultContent.of(RunReader.read(stored.files())),
        document.costs(),
        standardCosts(request, document.costs()));
  }

  private List<ContractCosts> standardCosts(BacktestRequest request, List<ContractCosts> inForce) {
    try {
      return services.backtests().plan(request).setup().costs();
    } catch (InputException e) {
      // Its data is gone: it cannot run again, and the form then says why.
      return inForce;
    }
  }

  private Optional<Period> range(List<Instrument> stored) {
    List<InstrumentId> example = example(stored);
    List<MarketStore.StoredSeries> series =
        services.market().contents().stream()
            .filter(each -> each.what().equals("candles") && example.contains(each.instrument()))
            .toList();
    long first = series.stream().mapToLong(MarketStore.StoredSeries::firstMillis).max().orElse(0);
    long last = series.stream().mapToLong(MarketStore.StoredSeries::lastMillis).min().orElse(0);
    // Two months to warm up on, if there are; whole days.
    long day = Timeframe.ONE_DAY.millis();
    long from = Math.min(first + 59 * day, first + (last - first) / 5) / day * day;
    long to = (last + day - 1) / day * day;
    return to > from ? Optional.of(new Period(from, to)) : Optional.empty();
  }

  static List<InstrumentId> example(List<Instrument> stored) {
    List<InstrumentId> simulated =
        stored.stream()
            .filter(Instrument::simulated)
            .map(Instrument::id)
            .filter(id -> id.kind().isPerpetual())
            .limit(EXAMPLE_INSTRUMENTS)
            .toList();
    return simulated.isEmpty() ? stored.stream().limit(1).map(Instrument::id).toList() : simulated;
  }
}
