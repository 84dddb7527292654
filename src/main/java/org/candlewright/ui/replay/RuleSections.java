package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.replay.WhyNot;
import org.candlewright.strategy.Explanation;
import org.candlewright.ui.replay.Inspection.Row;
import org.candlewright.ui.replay.Inspection.Section;
import org.candlewright.ui.replay.Inspection.Tone;

/** Sections on what the strategy saw: which rule failed and by how much, inputs, rule trees. */
final class RuleSections {
  private final Explanation seen;
  private final InspectorNumbers numbers;

  RuleSections(Explanation seen, InspectorNumbers numbers) {
    this.seen = seen;
    this.numbers = numbers;
  }

  /** The condition that kept each rule from holding; empty if all hold. */
  Optional<Section> whyNot() {
    List<Row> rows = new ArrayList<>();
    for (WhyNot.Failure failure : WhyNot.of(seen)) {
      Explanation.Condition leaf = failure.condition();
      boolean known = !Double.isNaN(failure.gap());
      rows.add(
          Row.condition(
              0,
              false,
              failure.rule().replace('_', ' '),
              known ? numbers.number(leaf.text(), failure.gap()) + " short of it" : ""));
      rows.add(Row.of(leaf.text(), comparison(leaf)).withTone(Tone.LOSS).inset());
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("Why not?", "the condition that failed", rows));
  }

  Section inputs() {
    List<Row> rows = new ArrayList<>();
    for (Explanation.Input input : seen.inputs()) {
      rows.add(Row.of(input.name(), numbers.input(input)));
    }
    return new Section("Inputs", "at the close of the bar", rows);
  }

  Section rules() {
    List<Row> rows = new ArrayList<>();
    seen.rules().forEach(rule -> condition(rule, 0, rows));
    return new Section("Rules", "", rows);
  }

  private void condition(Explanation.Condition condition, int depth, List<Row> rows) {
    String value = comparison(condition);
    rows.add(
        Row.condition(
            depth,
            condition.holds(),
            condition.text().replace('_', ' '),
            value.isEmpty() ? Boolean.toString(condition.holds()) : value));
    condition.parts().forEach(part -> condition(part, depth + 1, rows));
  }

  private String comparison(Explanation.Condition condition) {
    if (Double.isNaN(condition.left()) && Double.isNaN(condition.right())) {
      return "";
    }
    String relation = condition.holds() ? condition.relation() : opposite(condition.relation());
    return numbers.number(condition.text(), condition.left())
        + " "
        + relation
        + " "
        + numbers.number(condition.text(), condition.right());
  }

  private static String opposite(String relation) {
    return switch (relation) {
      case ">" -> "≤";
      case "<" -> "≥";
      case "≥", ">=" -> "<";
      case "≤", "<=" -> ">";
      default -> relation;
    };
  }
}
