package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.Fill;
import org.candlewright.ui.chart.NumberText;
import org.candlewright.ui.chart.TimeText;
import org.candlewright.ui.replay.Inspection.Row;
import org.candlewright.ui.replay.Inspection.Section;
import org.candlewright.ui.replay.Inspection.Tone;

/** Sections on money: the order and its fills, the running profit by cause, the account. */
final class MoneySections {
  private final Shown shown;
  private final InspectorNumbers numbers;
  private final Optional<DecisionRecord> decision;
  private final List<EngineState.OpenTrade> open;

  MoneySections(Shown shown, InspectorNumbers numbers) {
    this.shown = shown;
    this.numbers = numbers;
    this.decision = shown.moment().decision(shown.instrument());
    this.open = shown.openTrades();
  }

  /** The order of the decision, else the one that opened what is held. */
  Optional<Section> order() {
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

  /** What a trade has made so far, edge to net. */
  Section runningProfit(EngineState.OpenTrade trade) {
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

  /** Empty where the order and the running profit say enough. */
  Optional<Section> account() {
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
}
