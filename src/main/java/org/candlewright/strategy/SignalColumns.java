package org.candlewright.strategy;

import java.util.Map;
import org.candlewright.indicator.Indicator;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** One indicator of a signal with its columns for the current block. */
final class SignalColumns {
  private final Indicator indicator;
  private final double[][] columns;

  SignalColumns(Indicators known, String name, Map<String, Double> settings) {
    IndicatorKind kind = known.find(name).orElseThrow();
    this.indicator = kind.make(kind.settings(settings));
    this.columns = new double[kind.outputs().size()][0];
  }

  void update(PriceBlock block) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].length < block.size()) {
        columns[i] = new double[block.size()];
      }
    }
    indicator.update(block, columns);
  }

  /** An output's values in the block, from index 0. */
  double[] output(int number) {
    return columns[number];
  }

  void save(StateWriter out) {
    indicator.save(out);
  }

  void restore(StateReader in) {
    indicator.restore(in);
  }
}
