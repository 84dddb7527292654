package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON form of {@link RuleOrders}: what rules send, and what rests beside a position. */
final class RuleOrdersJson {
  private static final int MOST_ENTRIES = 1_000;

  /** Groups of resting exits have a bit each. */
  private static final int MOST_EXITS = 60;

  private final OperandJson operands;
  private final ConditionJson conditions;

  RuleOrdersJson(OperandJson operands, ConditionJson conditions) {
    this.operands = operands;
    this.conditions = conditions;
  }

  RuleOrders read(JsonReader root, RuleScope scope) {
    boolean every =
        root.optional("signals")
            .map(
                at ->
                    switch (at.text()) {
                      case "first" -> false;
                      case "every" -> true;
                      default ->
                          throw at.error("'" + at.text() + "' is unknown", "Use first or every");
                    })
            .orElse(false);
    int pyramiding = root.optional("pyramiding").map(RuleOrdersJson::entries).orElse(1);
    List<RuleOrders.Exit> exits = new ArrayList<>();
    for (JsonReader at : root.optional("exit_orders").map(JsonReader::list).orElse(List.of())) {
      exits.add(exit(at, scope));
    }
    if (exits.size() > MOST_EXITS) {
      throw root.required("exit_orders").error("more than " + MOST_EXITS, "Split the strategy");
    }
    return new RuleOrders(every, pyramiding, List.copyOf(exits));
  }

  private static int entries(JsonReader at) {
    if (at.integer() < 1 || at.integer() > MOST_ENTRIES) {
      throw at.error(at.integer() + " is out of range", "Use 1 to " + MOST_ENTRIES);
    }
    return at.integer();
  }

  private RuleOrders.Exit exit(JsonReader at, RuleScope scope) {
    at.object("name", "side", "when", "stop", "limit", "trail", "share");
    Optional<Operand> stop = at.optional("stop").map(each -> operands.read(each, scope));
    Optional<Operand> limit = at.optional("limit").map(each -> operands.read(each, scope));
    Optional<RuleOrders.Trail> trail = at.optional("trail").map(each -> trail(each, scope));
    if (stop.isEmpty() && limit.isEmpty() && trail.isEmpty()) {
      throw at.error("no price", "Give a stop, a limit or a trail");
    }
    return new RuleOrders.Exit(
        at.required("name").text(),
        side(at.required("side")),
        at.optional("when").map(each -> conditions.read(each, scope)),
        stop,
        limit,
        trail,
        share(at));
  }

  private RuleOrders.Trail trail(JsonReader at, RuleScope scope) {
    at.object("from", "distance");
    return new RuleOrders.Trail(
        operands.read(at.required("from"), scope), operands.read(at.required("distance"), scope));
  }

  static int side(JsonReader at) {
    return switch (at.text()) {
      case "long" -> 1;
      case "short" -> -1;
      default -> throw at.error("'" + at.text() + "' is no side", "Use long or short");
    };
  }

  private static BigDecimal share(JsonReader at) {
    return at.optional("share")
        .map(
            each -> {
              BigDecimal share = each.decimal();
              if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw each.error(
                    share.toPlainString() + " is out of range", "Use more than 0 and at most 1");
              }
              return share;
            })
        .orElse(BigDecimal.ONE);
  }

  /** What an exit rule sends: its fields beside name, side and when. */
  RuleOrders.Action exitAction(JsonReader at) {
    return new RuleOrders.Action.Market(
        share(at),
        at.optional("at")
            .map(
                each ->
                    switch (each.text()) {
                      case "open" -> false;
                      case "close" -> true;
                      default ->
                          throw each.error("'" + each.text() + "' is unknown", "Use open or close");
                    })
            .orElse(false));
  }

  /** What an entry rule sends: its fields beside name, side and when. */
  RuleOrders.Action entryAction(JsonReader at, RuleScope scope) {
    Optional<Operand> stop = at.optional("stop").map(each -> operands.read(each, scope));
    Optional<Operand> limit = at.optional("limit").map(each -> operands.read(each, scope));
    return stop.isEmpty() && limit.isEmpty()
        ? RuleOrders.MARKET
        : new RuleOrders.Action.Resting(stop, limit);
  }

  void write(RuleOrders orders, ObjectNode out) {
    if (orders.plain()) {
      return;
    }
    out.put("signals", orders.every() ? "every" : "first");
    out.put("pyramiding", orders.pyramiding());
    ArrayNode exits = out.putArray("exit_orders");
    for (RuleOrders.Exit exit : orders.exits()) {
      ObjectNode one = exits.addObject();
      one.put("name", exit.name());
      one.put("side", exit.side() > 0 ? "long" : "short");
      exit.when().ifPresent(when -> one.set("when", ConditionJson.write(when)));
      exit.stop().ifPresent(price -> one.set("stop", OperandJson.write(price)));
      exit.limit().ifPresent(price -> one.set("limit", OperandJson.write(price)));
      exit.trail()
          .ifPresent(
              trail -> {
                ObjectNode inner = one.putObject("trail");
                inner.set("from", OperandJson.write(trail.from()));
                inner.set("distance", OperandJson.write(trail.distance()));
              });
      one.put("share", exit.share());
    }
  }

  static void write(RuleOrders.Action action, ObjectNode out) {
    switch (action) {
      case RuleOrders.Action.Market market -> {
        if (market.share().compareTo(BigDecimal.ONE) != 0) {
          out.put("share", market.share());
        }
        if (market.atClose()) {
          out.put("at", "close");
        }
      }
      case RuleOrders.Action.Resting resting -> {
        resting.stop().ifPresent(price -> out.set("stop", OperandJson.write(price)));
        resting.limit().ifPresent(price -> out.set("limit", OperandJson.write(price)));
      }
    }
  }
}
