package org.candlewright.replay;

import java.util.Arrays;
import org.candlewright.strategy.StrategyProgram;

/** The last value of each indicator line: what an instrument shows while it has no new bar. */
final class LastLines {
  private final double[][] values;

  LastLines(int instruments) {
    this.values = new double[instruments][0];
  }

  private LastLines(double[][] values) {
    this.values = values;
  }

  /** Takes the values at the last bar before {@code to}, which must be of the last block. */
  void take(StrategyProgram program, int instrument, int to) {
    int lines = program.lines(instrument).size();
    if (values[instrument].length != lines) {
      values[instrument] = new double[lines];
    }
    for (int line = 0; line < lines; line++) {
      values[instrument][line] = program.lineValue(instrument, line, to - 1);
    }
  }

  LastLines copy() {
    return new LastLines(copyValues());
  }

  double[][] copyValues() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }
}
