package org.candlewright.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.Explanation.Condition;

/** Finds in a rule tree what kept a rule from holding. */
public final class WhyNot {
  private WhyNot() {}

  /**
   * The first condition that fails a rule.
   *
   * @param rule text of the rule
   * @param condition the comparison or crossing that was false
   */
  public record Failure(String rule, Condition condition) {
    /** How far left and right are apart; NaN where either is unknown. */
    public double gap() {
      return Math.abs(condition.left() - condition.right());
    }
  }

  /** One failure for each rule that did not hold, in the order the rules are tried. */
  public static List<Failure> of(Explanation explanation) {
    List<Failure> failures = new ArrayList<>();
    for (Condition rule : explanation.rules()) {
      firstFailing(rule).ifPresent(leaf -> failures.add(new Failure(name(rule), leaf)));
    }
    return failures;
  }

  /** The name of a rule: its text up to the colon. */
  public static String name(Condition rule) {
    int colon = rule.text().indexOf(':');
    return colon < 0 ? rule.text() : rule.text().substring(0, colon);
  }

  private static Optional<Condition> firstFailing(Condition condition) {
    if (condition.holds()) {
      return Optional.empty();
    }
    for (Condition part : condition.parts()) {
      Optional<Condition> failing = firstFailing(part);
      if (failing.isPresent()) {
        return failing;
      }
    }
    return Optional.of(condition);
  }
}
