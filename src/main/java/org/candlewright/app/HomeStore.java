package org.candlewright.app;

import java.util.List;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.market.InstrumentData;
import org.candlewright.store.Store;

/** The store of a home; a new home begins with the demo market in it. */
final class HomeStore {
  /** Shown wherever the data came from is shown. */
  private static final String DEMO_SOURCE = "demo (simulated)";

  private HomeStore() {}

  static Store open(Home home) {
    Store store = Store.open(home.directory());
    try {
      if (store.instruments().isEmpty()) {
        addDemoMarket(store, DemoMarket.generate(DemoMarket.SEED));
      }
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
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
}
