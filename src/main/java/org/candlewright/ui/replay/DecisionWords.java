package org.candlewright.ui.replay;

import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.ui.chart.TimeText;

/** Says in a sentence what was decided for the shown instrument at a moment, or what is held. */
final class DecisionWords {
  private final Shown shown;
  private final InspectorNumbers numbers;
  private final Optional<DecisionRecord> decision;
  private final List<EngineState.OpenTrade> open;

  DecisionWords(Shown shown) {
    this.shown = shown;
    this.numbers = new InspectorNumbers(shown, List.of());
    this.decision = shown.moment().decision(shown.instrument());
    this.open = shown.openTrades();
  }

  /** What was done. */
  String title() {
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

  /** 1 long, -1 short, 0 neither. */
  int side() {
    return decision
        .map(DecisionRecord::side)
        .orElseGet(() -> open.isEmpty() ? 0 : open.getFirst().side());
  }

  /** Why. */
  String below() {
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
}
