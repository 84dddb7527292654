package org.candlewright.strategy;

import java.util.List;
import java.util.Set;

/** A grid in words. */
final class GridSentences {
  private GridSentences() {}

  static List<Sentence> of(GridStrategy strategy, Set<String> shown) {
    boolean given = strategy.value("upper").signum() > 0;
    SentenceWriter range =
        new SentenceWriter().plain("Lay a grid of ").parameter(named(strategy, "steps"));
    if (given) {
      range
          .plain(" from ")
          .parameter(named(strategy, "lower"))
          .plain(" to ")
          .parameter(named(strategy, "upper"));
    } else {
      range
          .plain(" around the close, ± ")
          .parameter(named(strategy, "range_atr"))
          .plain(" × ")
          .parameter(named(strategy, "atr_period"));
    }
    return List.of(
        range
            .parameters(strategy.parameters().subList(1, 5))
            .parameters(List.of(named(strategy, "follow")))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Go ")
            .side(1)
            .plain(" at levels below the start and ")
            .side(-1)
            .plain(" at levels above it that a bar touched, one a bar, at most ")
            .parameter(named(strategy, "max_open"))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Take profit one step on; stop at the edge of the grid")
            .end(Sentence.Block.PROTECT, shown));
  }

  private static Parameter named(GridStrategy strategy, String name) {
    return Parameter.find(strategy.parameters(), name);
  }
}
