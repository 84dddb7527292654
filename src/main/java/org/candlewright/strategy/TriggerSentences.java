package org.candlewright.strategy;

import java.util.List;
import java.util.Set;

/** Triggers in words. */
final class TriggerSentences {
  private TriggerSentences() {}

  static List<Sentence> of(TriggersStrategy strategy, Set<String> shown) {
    List<Parameter> parameters = strategy.parameters();
    return List.of(
        new SentenceWriter()
            .plain("Trade what has at least the ")
            .parameter(Parameter.find(parameters, "min_turnover"))
            .plain(" and the ")
            .parameter(Parameter.find(parameters, "min_age_hours"))
            .parameters(
                List.of(
                    Parameter.find(parameters, "tier_passes"),
                    Parameter.find(parameters, "third_tier_percent")))
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Enter on the surest trigger that the market's regime allows, with the ")
            .parameter(Parameter.find(parameters, "profile"))
            .plain(", from the ")
            .parameter(Parameter.find(parameters, "min_conviction"))
            .parameters(parameters)
            .end(Sentence.Block.ENTRY, shown),
        new SentenceWriter()
            .plain("Leave at the stop, the target or the holding time of the trigger's rule")
            .end(Sentence.Block.PROTECT, shown));
  }
}
