package org.candlewright.strategy;

import java.util.List;
import java.util.Set;

/** Pairs in words. */
final class PairSentences {
  private PairSentences() {}

  static List<Sentence> of(PairsStrategy strategy, Set<String> shown) {
    return List.of(
        new SentenceWriter()
            .plain("Take instruments two by two and measure the spread ln A − β ln B, with ")
            .parameter(named(strategy, "window_days"))
            .plain(" and ")
            .parameter(named(strategy, "z_bars"))
            .parameters(List.of(named(strategy, "z_half_lives")))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Go ")
            .side(-1)
            .plain(" the spread (sell A, buy B) when z is high, ")
            .side(1)
            .plain(" when it is low: ")
            .parameter(named(strategy, "entry_z"))
            .parameters(
                List.of(
                    named(strategy, "min_half_life"),
                    named(strategy, "max_half_life"),
                    named(strategy, "max_positions")))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Close both legs: ")
            .parameter(named(strategy, "exit_z"))
            .plain(", or when a leg is lost")
            .end(Sentence.Block.EXIT, shown),
        new SentenceWriter()
            .parameter(named(strategy, "stop_z"))
            .plain(", or ")
            .parameter(named(strategy, "time_stop"))
            .parameters(List.of(named(strategy, "wait_after_stop"), named(strategy, "max_drift")))
            .end(Sentence.Block.PROTECT, shown));
  }

  private static Parameter named(PairsStrategy strategy, String name) {
    return Parameter.find(strategy.parameters(), name);
  }
}
