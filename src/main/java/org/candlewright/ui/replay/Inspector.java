package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.strategy.Explanation;
import org.candlewright.ui.replay.Inspection.Section;

/** Says what the strategy saw at the playhead and why it acted, or why it did not. */
final class Inspector {
  private final Shown shown;
  private final boolean seesAhead;

  private Inspector(Shown shown, boolean seesAhead) {
    this.shown = shown;
    this.seesAhead = seesAhead;
  }

  /**
   * @param seesAhead whether the number of all decisions may be told
   */
  static Inspection of(Shown shown, boolean seesAhead) {
    return new Inspector(shown, seesAhead).inspection();
  }

  private Inspection inspection() {
    Optional<DecisionRecord> decision = shown.moment().decision(shown.instrument());
    Optional<Explanation> saw =
        decision
            .map(DecisionRecord::saw)
            .or(() -> shown.moment().explanations().get(shown.instrument()));
    InspectorNumbers numbers =
        new InspectorNumbers(shown, saw.map(Explanation::inputs).orElse(List.of()));
    List<Section> sections = new ArrayList<>();
    saw.ifPresent(seen -> rules(seen, numbers, decision.isEmpty(), sections));
    decision.ifPresent(
        made -> {
          SizeSections.checks(made).ifPresent(sections::add);
          SizeSections.sizing(made, numbers).ifPresent(sections::add);
        });
    MoneySections money = new MoneySections(shown, numbers);
    money.order().ifPresent(sections::add);
    shown.openTrades().forEach(trade -> sections.add(money.runningProfit(trade)));
    money.account().ifPresent(sections::add);
    DecisionWords words = new DecisionWords(shown);
    return new Inspection(above(), words.title(), words.side(), words.below(), sections);
  }

  private static void rules(
      Explanation seen, InspectorNumbers numbers, boolean quiet, List<Section> sections) {
    RuleSections rules = new RuleSections(seen, numbers);
    if (quiet) {
      rules.whyNot().ifPresent(sections::add);
    }
    if (!seen.inputs().isEmpty()) {
      sections.add(rules.inputs());
    }
    if (!seen.rules().isEmpty()) {
      sections.add(rules.rules());
    }
  }

  private String above() {
    int upTo = shown.run().decisionsUpTo(shown.moment().row());
    return upTo == 0
        ? "No decision yet"
        : "Decision " + upTo + (seesAhead ? " of " + shown.run().decisionInstants() : "");
  }
}
