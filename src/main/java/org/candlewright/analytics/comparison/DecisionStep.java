package org.candlewright.analytics.comparison;

import java.util.List;
import java.util.Optional;

/**
 * A decision by what it did, without what differs between any two runs, such as their equity.
 *
 * @param time ISO-8601
 * @param order quantity ordered, empty without an order
 */
public record DecisionStep(
    String time,
    String instrument,
    String action,
    String side,
    String reason,
    String outcome,
    String order) {

  /** In words. */
  public String words() {
    return String.join(
            " ", List.of(time, instrument, action, side, order, "(" + reason + "),", outcome))
        .replaceAll(" +", " ");
  }

  /**
   * The first place where two runs decide differently; empty if they never do.
   *
   * @return both decisions in words, {@code none} where a run has none any more
   */
  public static Optional<Divergence> firstDivergence(
      List<DecisionStep> first, List<DecisionStep> second) {
    int at = 0;
    while (at < Math.min(first.size(), second.size()) && first.get(at).equals(second.get(at))) {
      at++;
    }
    return at == first.size() && at == second.size()
        ? Optional.empty()
        : Optional.of(new Divergence(at + 1, words(first, at), words(second, at)));
  }

  private static String words(List<DecisionStep> steps, int at) {
    return at < steps.size() ? steps.get(at).words() : "none";
  }

  /**
   * Where two runs part.
   *
   * @param number of the decision, from 1
   */
  public record Divergence(int number, String first, String second) {}
}
