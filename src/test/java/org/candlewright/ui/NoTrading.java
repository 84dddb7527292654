package org.candlewright.ui;

import org.candlewright.backtest.BacktestRequest;
import org.candlewright.market.InputException;
import org.candlewright.ui.positions.PaperTrading;

/** Where no session can be begun. */
final class NoTrading implements PaperTrading {
  @Override
  public Running begin(BacktestRequest request, double speed) {
    throw new InputException("sessions: there are none in this test", "Use another home");
  }

  @Override
  public Running goOn(String runId, double speed) {
    throw new InputException("sessions: there are none in this test", "Use another home");
  }
}
