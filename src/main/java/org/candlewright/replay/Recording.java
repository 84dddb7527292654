package org.candlewright.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.RunObserver;
import org.candlewright.market.BarSeries;
import org.candlewright.strategy.IndicatorLine;
import org.candlewright.strategy.StrategyProgram;

/** Takes down the columns of a run while it runs. */
final class Recording implements RunObserver {
  final Rows rows = new Rows();
  final List<DecisionMark> decisions = new ArrayList<>();
  final LastLines last;
  private final float[][][] lines;
  private final int[] firstBars;

  Recording(EngineSetup setup) {
    int instruments = setup.instruments().size();
    this.last = new LastLines(instruments);
    this.lines = new float[instruments][][];
    this.firstBars = new int[instruments];
    for (int i = 0; i < instruments; i++) {
      BarSeries bars = setup.instruments().get(i).bars();
      firstBars[i] = bars.firstAtOrAfter(setup.period().fromMillis());
      int size = Math.max(0, bars.lastEndedAt(setup.period().toMillis()) + 1 - firstBars[i]);
      lines[i] = new float[setup.program().lines(i).size()][size];
      for (float[] line : lines[i]) {
        Arrays.fill(line, Float.NaN);
      }
    }
  }

  List<Line> lines(int instrument, List<IndicatorLine> shapes) {
    List<Line> out = new ArrayList<>();
    for (int line = 0; line < shapes.size(); line++) {
      float[] values = lines[instrument][line];
      out.add(
          new Line(
              shapes.get(line),
              firstBars[instrument],
              values,
              Pyramid.of(i -> values[i], values.length)));
    }
    return List.copyOf(out);
  }

  @Override
  public boolean wantsEquity() {
    return true;
  }

  @Override
  public void equity(long timeMillis, long equity) {
    rows.add(timeMillis, equity);
  }

  @Override
  public void equityAlong(BarSeries bars, int from, int to, long base, long slope) {
    rows.addAlong(bars, from, to, base, slope);
  }

  @Override
  public boolean wantsDecisions() {
    return true;
  }

  @Override
  public void decision(DecisionRecord decision) {
    // A cut follows from a decision; it is none.
    if (!decision.action().equals("cut")) {
      decisions.add(DecisionMark.of(decision));
    }
  }

  @Override
  public void block(StrategyProgram program, int instrument, int from, int to) {
    last.take(program, instrument, to);
    for (int line = 0; line < lines[instrument].length; line++) {
      float[] column = lines[instrument][line];
      for (int bar = from; bar < to; bar++) {
        column[bar - firstBars[instrument]] = (float) program.lineValue(instrument, line, bar);
      }
    }
  }
}
