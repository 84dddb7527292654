package org.candlewright.strategy;

import java.util.List;
import java.util.Set;

/** Dollar-cost averaging in words. */
final class AveragingSentences {
  private AveragingSentences() {}

  static List<Sentence> of(DcaStrategy strategy, Set<String> shown) {
    return List.of(
        new SentenceWriter()
            .plain("Go ")
            .side(1)
            .plain(" at each ")
            .parameter(named(strategy, "every_bars"))
            .plain(" while ")
            .parameter(named(strategy, "rsi_period"))
            .plain(" is below ")
            .parameter(named(strategy, "rsi_below"))
            .plain(", at most ")
            .parameter(named(strategy, "max_purchases"))
            .plain(" at once")
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Go ")
            .side(1)
            .plain(" sooner when the close falls ")
            .parameter(named(strategy, "dip_percent"))
            .plain(" below the ")
            .parameter(named(strategy, "dip_bars"))
            .plain(", with ")
            .parameter(named(strategy, "dip_multiple"))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Sell all at ")
            .parameter(named(strategy, "target_percent"))
            .plain(" over the mean entry price")
            .end(Sentence.Block.PROTECT, shown));
  }

  private static Parameter named(DcaStrategy strategy, String name) {
    return Parameter.find(strategy.parameters(), name);
  }
}
