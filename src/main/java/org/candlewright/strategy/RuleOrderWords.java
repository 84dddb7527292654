package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What rules send, and what rests beside a position, in words. */
final class RuleOrderWords {
  private RuleOrderWords() {}

  /** The part of a position that an exit closes; nothing for all of it. */
  static String share(RuleOrders.Action action) {
    return action instanceof RuleOrders.Action.Market market ? share(market.share()) : "";
  }

  private static String share(BigDecimal share) {
    return share.compareTo(BigDecimal.ONE) == 0
        ? ""
        : share.movePointRight(2).stripTrailingZeros().toPlainString() + " % of ";
  }

  /** Where an exit fills, if not at the next open. */
  static String atClose(RuleOrders.Action action) {
    return action instanceof RuleOrders.Action.Market market && market.atClose()
        ? ", at that close"
        : "";
  }

  /** Prices that an entry waits for. */
  static SentenceWriter prices(
      RulesStrategy strategy, RuleOrders.Action action, SentenceWriter text) {
    if (action instanceof RuleOrders.Action.Resting resting) {
      resting.stop().ifPresent(price -> text.plain(", at a stop of ").operand(strategy, price));
      resting.limit().ifPresent(price -> text.plain(", at a limit of ").operand(strategy, price));
    }
    return text;
  }

  /** Adds a sentence for each exit that rests beside a position. */
  static void resting(RulesStrategy strategy, Set<String> shown, List<Sentence> sentences) {
    for (RuleOrders.Exit exit : strategy.orders().exits()) {
      SentenceWriter text =
          new SentenceWriter().plain("Leave " + share(exit.share())).side(exit.side());
      exit.stop().ifPresent(price -> text.plain(", at a stop of ").operand(strategy, price));
      exit.limit().ifPresent(price -> text.plain(", at a limit of ").operand(strategy, price));
      exit.trail()
          .ifPresent(
              trail ->
                  text.plain(", at a stop ")
                      .operand(strategy, trail.distance())
                      .plain(" behind the best price from ")
                      .operand(strategy, trail.from())
                      .plain(" on"));
      exit.when().ifPresent(when -> text.plain(", set when ").condition(strategy, when));
      sentences.add(text.end(Sentence.Block.PROTECT, shown));
    }
  }
}
