package org.candlewright.replay;

import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.strategy.Explanation;

/**
 * State of a run at a bar of its clock: after the decision pass, before the opens that begin there.
 *
 * @param row number of the clock's row
 * @param bars index of each instrument's last ended bar; one before its first if none has ended
 * @param indicators by instrument and line; NaN while warming up
 * @param decisions made at this instant
 * @param explanations by instrument; empty where no bar ended now
 */
public record Moment(
    int row,
    EngineState state,
    int[] bars,
    double[][] indicators,
    List<DecisionRecord> decisions,
    List<Optional<Explanation>> explanations) {

  public long timeMillis() {
    return state.timeMillis();
  }

  /** Decisions of an instrument at this instant: two where it reverses. */
  public List<DecisionRecord> decisions(int instrument) {
    return decisions.stream().filter(each -> each.instrument() == instrument).toList();
  }

  /** The last decision of an instrument at this instant: of a reversal, the entry. */
  public Optional<DecisionRecord> decision(int instrument) {
    return decisions.stream()
        .filter(each -> each.instrument() == instrument)
        .reduce((first, second) -> second);
  }
}
