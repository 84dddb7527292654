package org.candlewright.app;

import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.cli.MarketImport;

/** The doors of an opened store. */
public interface Storage extends AutoCloseable {
  MarketStore market();

  RunStore runs();

  MarketImport imports();

  @Override
  void close();
}
