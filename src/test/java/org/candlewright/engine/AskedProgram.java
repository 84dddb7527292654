package org.candlewright.engine;

import java.util.List;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.strategy.CloseRule;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.IndicatorLine;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.StrategyProgram;

/** A program that does what another one does, and counts what that asks for. */
final class AskedProgram implements StrategyProgram {
  private final StrategyProgram program;
  private final AskedPass counting = new AskedPass();

  AskedProgram(StrategyProgram program) {
    this.program = program;
  }

  /** Everything wanted so far: entries, exits, moves, cancellations, refusals. */
  int asked() {
    return counting.asked();
  }

  @Override
  public void decide(DecisionPass pass) {
    program.decide(counting.of(pass));
  }

  @Override
  public Legs legs() {
    return program.legs();
  }

  @Override
  public CloseRule closeRule() {
    return program.closeRule();
  }

  @Override
  public int minimumBars() {
    return program.minimumBars();
  }

  @Override
  public int warmUpBars() {
    return program.warmUpBars();
  }

  @Override
  public List<String> reasons() {
    return program.reasons();
  }

  @Override
  public void update(int instrument, int from, int to) {
    program.update(instrument, from, to);
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    return program.nextDecision(instrument, from, to, side);
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return program.lines(instrument);
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return program.lineValue(instrument, line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    return program.explain(instrument, bar, side);
  }

  @Override
  public Explanation explain(
      int instrument, int bar, int side, int barsInTrade, double entryPrice) {
    return program.explain(instrument, bar, side, barsInTrade, entryPrice);
  }

  @Override
  public void save(StateWriter out) {
    program.save(out);
  }

  @Override
  public void restore(StateReader in) {
    program.restore(in);
  }
}
