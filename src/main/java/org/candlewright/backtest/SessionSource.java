package org.candlewright.backtest;

import java.util.List;
import java.util.Optional;
import org.candlewright.engine.SessionScript;
import org.candlewright.market.InstrumentData;

/** Journals of sessions as planning reads them. Implemented by trading. */
public interface SessionSource {
  /**
   * What a session went through.
   *
   * @param data history and what has come since, in the order of its engine
   * @param script what people did, and how the data end
   * @param damage what is wrong with the journal behind these, in a sentence; empty if nothing is
   */
  record Recorded(List<InstrumentData> data, SessionScript script, Optional<String> damage) {}

  /**
   * Reads a session from its journal.
   *
   * @throws org.candlewright.market.InputException if there is no journal of it
   */
  Recorded read(String runId);
}
