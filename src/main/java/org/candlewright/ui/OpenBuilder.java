package org.candlewright.ui;

import java.math.BigDecimal;
import java.util.List;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.StrategyDefinition;

/** Opens Builder with everything filled in; the shell routes it. */
public interface OpenBuilder {
  /** Shows what is proposed; nothing runs before somebody says so. */
  void open(Draft draft);

  /**
   * A run that is proposed.
   *
   * @param capital starting equity, in the quote currency
   */
  record Draft(
      StrategyDefinition strategy,
      List<InstrumentId> instruments,
      Period period,
      Timeframe timeframe,
      BigDecimal capital,
      CostOptions costs) {}
}
