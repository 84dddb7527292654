package org.candlewright.app;

import java.util.List;
import java.util.OptionalLong;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.cli.Interruption;
import org.candlewright.cli.MarketImport;
import org.candlewright.feed.CsvImport;
import org.candlewright.feed.ImportOptions;
import org.candlewright.feed.ImportReport;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.store.Store;

/** The embedded store of a home; a new home begins with the demo market in it. */
final class EmbeddedStorage implements Storage {
  /** Shown wherever the data came from is shown. */
  static final String DEMO_SOURCE = "demo (simulated)";

  private final Store store;

  private EmbeddedStorage(Store store) {
    this.store = store;
  }

  static EmbeddedStorage open(Home home) {
    Store store = Store.open(home.directory());
    if (store.instruments().isEmpty()) {
      addDemoMarket(store, DemoMarket.generate(DemoMarket.SEED));
    }
    return new EmbeddedStorage(store);
  }

  private static void addDemoMarket(Store store, List<InstrumentData> demo) {
    store.change(
        batch -> {
          for (InstrumentData data : demo) {
            batch.putInstrument(data.instrument());
            batch.putBars(data.bars(), false, DEMO_SOURCE);
            if (!data.funding().isEmpty()) {
              batch.putFunding(data.instrument().id(), data.funding(), DEMO_SOURCE);
            }
          }
        });
  }

  @Override
  public MarketStore market() {
    return store;
  }

  @Override
  public RunStore runs() {
    return store.runs();
  }

  @Override
  public MarketImport imports() {
    return this::run;
  }

  private MarketImport.Report run(MarketImport.Request request, Interruption interruption) {
    ImportOptions options =
        new ImportOptions(
            request.instrument(),
            request.venue(),
            request.perpetual(),
            request.timeframe(),
            request.tick(),
            request.lot(),
            request.quoteVolume().orElse(false));
    CsvImport csv = new CsvImport(store);
    ImportReport report =
        switch (request.content()) {
          case CANDLES -> csv.bars(request.file(), options, false, interruption::requested);
          case MARK -> csv.bars(request.file(), options, true, interruption::requested);
          case FUNDING -> csv.funding(request.file(), options, interruption::requested);
          case TICKS ->
              throw new InputException(
                  "--ticks: cannot be imported yet", "Import candles, mark prices or funding");
        };
    return new MarketImport.Report(
        report.file(),
        report.rowsRead(),
        report.stored(),
        report.duplicates(),
        report.gaps(),
        OptionalLong.of(report.firstMillis()),
        OptionalLong.of(report.lastMillis()),
        report.oddities().stream()
            .map(each -> new MarketImport.Oddity(each.line(), each.kind(), each.text()))
            .toList());
  }

  @Override
  public void close() {
    store.close();
  }
}
