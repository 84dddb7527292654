package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.Fill;
import org.candlewright.replay.WhyNot;
import org.candlewright.strategy.Explanation;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.replay.Inspection.Row;
import org.candlewright.ui.replay.Inspection.Section;
import org.candlewright.ui.replay.Inspection.Tone;

/** Says what the strategy saw at the playhead and why it acted, or why it did not. */
final class Inspector {
  private final Shown shown;
  private final InspectorNumbers numbers;
  private final boolean seesAhead;
  private final Optional<DecisionRecord> decision;
  private final Optional<Explanation> saw;
  private final List<EngineState.OpenTrade> open;

  private Inspector(Shown shown, boolean seesAhead) {
    this.shown = shown;
    this.seesAhead = seesAhead;
    this.decision = shown.moment().decision(shown.instrument());
    this.open =
        shown.moment().state().openTrades().stream()
            .filter(each -> each.instrument() == shown.instrument())
            .toList();
    this.saw =
        decision
            .map(DecisionRecord::saw)
            .or(() -> shown.moment().explanations().get(shown.instrument()));
    this.numbers = new InspectorNumbers(shown, saw.map(Explanation::inputs).orElse(List.of()));
  }

  /**
   * @param seesAhead whether the number of all decisions may be told
   */
  static Inspection of(Shown shown, boolean seesAhead) {
    return new Inspector(shown, seesAhead).inspection();
  }

  private Inspection inspection() {
    List<Section> sections = new ArrayList<>();
    if (decision.isEmpty()) {
      saw.flatMap(this::whyNot).ifPresent(sections::add);
    }
    saw.filter(seen -> !seen.inputs().isEmpty()).map(this::inputs).ifPresent(sections::add);
    saw.filter(seen -> !seen.rules().isEmpty()).map(this::rules).ifPresent(sections::add);
    decision.ifPresent(
        made -> {
          checks(made).ifPresent(sections::add);
          sizing(made).ifPresent(sections::add);
        });
    order().ifPresent(sections::add);
    open.forEach(trade -> sections.add(runningProfit(trade)));
    account().ifPresent(sections::add);
    return new Inspection(above(), title(), side(), below(), sections);
  }

  private String above() {
    int upTo = shown.run().decisionsUpTo(shown.moment().row());
    return upTo == 0
        ? "No decision yet"
        : "Decision " + upTo + (seesAhead ? " of " + shown.run().decisionInstants() : "");
  }

  private String title() {
    List<DecisionRecord> all = shown.moment().decisions(shown.instrument());
    if (all.size() == 2) {
      return "Reverse to " + side(all.getLast().side()) + quantity(all.getLast());
    }
    return decision.map(this::title).orElseGet(this::held);
  }

  private String held() {
    if (open.isEmpty()) {
      return "No order";
    }
    long lots = open.stream().mapToLong(EngineState.OpenTrade::lots).sum();
    String side = open.getFirst().side() > 0 ? "long " : "short ";
    return "Hold " + side + numbers.lots(lots) + " " + shown.of().base();
  }

  private String title(DecisionRecord made) {
    String side = side(made.side());
    if (made.refusal().isPresent()) {
      return ("Refused " + side).strip();
    }
    String verb = made.action().equals("enter") ? "Enter " : "Exit ";
    return verb + side + quantity(made);
  }

  private static String side(int side) {
    return side > 0 ? "long" : side < 0 ? "short" : "";
  }

  private String quantity(DecisionRecord made) {
    return shown.moment().state().orders().stream()
        .filter(order -> order.number() == made.order())
        .findFirst()
        .map(order -> " " + numbers.lots(order.requestedLots()) + " " + shown.of().base())
        .orElse("");
  }

  private int side() {
    return decision
        .map(DecisionRecord::side)
        .orElseGet(() -> open.isEmpty() ? 0 : open.getFirst().side());
  }

  private String below() {
    return decision
        .map(
            made ->
                made.refusal()
                        .map(code -> "Refused by " + code.replace('_', ' ') + ", wanted: ")
                        .orElse("Reason: ")
                    + made.reason().replace('_', ' '))
        .orElseGet(
            () ->
                open.isEmpty()
                    ? "Flat at this bar, nothing was asked for"
                    : open.getFirst().reason().replace('_', ' ')
                        + " since "
                        + TimeText.brief(open.getFirst().entryMillis()));
  }

  private Optional<Section> whyNot(Explanation seen) {
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

  private Section inputs(Explanation seen) {
    List<Row> rows = new ArrayList<>();
    for (Explanation.Input input : seen.inputs()) {
      rows.add(Row.of(input.name(), numbers.input(input)));
    }
    return new Section("Inputs", "at the close of the bar", rows);
  }

  private Section rules(Explanation seen) {
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

  private static Optional<Section> checks(DecisionRecord made) {
    List<Row> rows = new ArrayList<>();
    int passed = 0;
    for (DecisionRecord.Check check : made.checks()) {
      passed += check.passed() ? 1 : 0;
      rows.add(
          Row.condition(1, check.passed(), checkName(check.name()), InspectorNumbers.check(check)));
    }
    int refused = made.checks().size() - passed;
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section("Risk checks", passed + " passed, " + refused + " refused", rows));
  }

  private static String checkName(String code) {
    return switch (code) {
      case "insufficient_balance" -> "balance";
      case "min_notional" -> "smallest notional";
      case "position_size_too_small" -> "smallest quantity";
      default -> code.replace('_', ' ');
    };
  }

  private Optional<Section> sizing(DecisionRecord made) {
    List<Row> rows = new ArrayList<>();
    for (DecisionRecord.SizingStep step : made.sizing()) {
      rows.add(
          Row.of(capital(step.name()), InspectorNumbers.grouped(step.value()))
              .withNote(step.unit()));
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    rows.set(rows.size() - 1, rows.getLast().asTotal());
    return Optional.of(
        new Section("Size, step by step", "equity " + numbers.money(made.equity()), rows));
  }

  /** The order of the decision, else the one that opened what is held. */
  private Optional<Section> order() {
    long number =
        decision
            .map(DecisionRecord::order)
            .orElseGet(() -> open.isEmpty() ? 0L : open.getFirst().entryOrder());
    if (number == 0) {
      return Optional.empty();
    }
    List<Fill> fills =
        shown.run().fills(number).stream()
            .filter(fill -> shown.happened(fill.timeMillis()))
            .toList();
    List<Row> rows = new ArrayList<>();
    if (fills.isEmpty()) {
      decision.ifPresent(
          made -> {
            rows.add(Row.of("Mid at decision", numbers.half(made.referenceHalfTicks())));
            rows.add(
                Row.of("Expected cost", numbers.money(made.expectedCost()))
                    .withNote("fee, spread, slippage"));
            rows.add(Row.of("Fill", "at the next open").withTone(Tone.SOFT));
          });
    } else {
      filled(fills, rows);
    }
    return Optional.of(new Section("Order and fill", "market, taker, next open", rows));
  }

  private void filled(List<Fill> fills, List<Row> rows) {
    Fill first = fills.getFirst();
    long lots = 0;
    double value = 0;
    long fee = 0;
    for (Fill fill : fills) {
      lots += fill.lots();
      value += shown.price(fill.ticks()) * fill.lots();
      fee += fill.fee();
    }
    double price = value / lots;
    double reference = shown.price(first.referenceHalfTicks()) / 2;
    double worse = first.side() * (price - reference) / reference * 1e4;
    rows.add(Row.of("Mid at decision", numbers.half(first.referenceHalfTicks())));
    rows.add(
        Row.of("Filled " + TimeText.brief(first.timeMillis()), numbers.price(price))
            .withNote(fills.size() > 1 ? fills.size() + " fills" : ""));
    rows.add(
        Row.of(
                worse >= 0 ? "Against the mid" : "Better than the mid",
                NumberText.plain(Math.abs(worse), 2) + (worse >= 0 ? " bps worse" : " bps better"))
            .withTone(worse > 0 ? Tone.LOSS : worse < 0 ? Tone.GAIN : Tone.SOFT));
    rows.add(Row.of("Quantity", numbers.lots(lots)).withNote(shown.of().base()));
    rows.add(Row.of("Fee", numbers.money(fee)).withNote(shown.run().currency()));
  }

  private Section runningProfit(EngineState.OpenTrade trade) {
    List<Row> rows = new ArrayList<>();
    double edge = shown.run().money(trade.edge());
    double most =
        Math.max(
            1e-9,
            Math.max(
                Math.abs(edge),
                Math.max(
                    Math.abs(shown.run().money(trade.funding())),
                    Math.max(
                        Math.abs(shown.run().money(trade.fees())),
                        Math.abs(shown.run().money(trade.net()))))));
    rows.add(amount("Edge", "mid to mid", edge, most));
    int settlements = trade.fundingPayments();
    rows.add(
        amount(
            "Funding",
            settlements == 1 ? "1 settlement" : settlements + " settlements",
            shown.run().money(trade.funding()),
            most));
    rows.add(amount("Fees", "of the entry", -shown.run().money(trade.fees()), most));
    rows.add(amount("Slippage", "fill against mid", -shown.run().money(trade.slippage()), most));
    rows.add(amount("Net", "", shown.run().money(trade.net()), most).asTotal());
    double close =
        shown.endBar() > 0 ? shown.price(shown.bars().closes()[shown.endBar() - 1]) : Double.NaN;
    return new Section("Running P&L", shown.run().currency() + " at " + numbers.price(close), rows);
  }

  private static Row amount(String label, String note, double value, double most) {
    double share = value / most;
    Tone tone = Math.abs(value) < 0.005 ? Tone.FAINT : value > 0 ? Tone.GAIN : Tone.LOSS;
    return Row.of(label, NumberText.signed(value, 2))
        .withNote(note)
        .withTone(tone)
        .withBar(0.5, 0.5 + share / 2, 0.5);
  }

  private Optional<Section> account() {
    if (decision.isPresent() && !open.isEmpty()) {
      return Optional.empty();
    }
    EngineState state = shown.moment().state();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of("Equity", numbers.money(state.equity())));
    rows.add(
        Row.of("Cash", numbers.money(state.cash()))
            .withNote("free " + numbers.money(state.freeCash())));
    rows.add(
        Row.of("Funding so far", NumberText.signed(shown.run().money(state.funding()), 2))
            .withTone(Tone.FUNDING));
    rows.add(Row.of("Fees so far", NumberText.plain(-shown.run().money(state.fees()), 2)));
    rows.add(Row.of("Slippage so far", NumberText.plain(-shown.run().money(state.slippage()), 2)));
    if (!state.orders().isEmpty()) {
      rows.add(Row.of("Working orders", Integer.toString(state.orders().size())));
    }
    return Optional.of(new Section("Account", shown.run().currency(), rows));
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
