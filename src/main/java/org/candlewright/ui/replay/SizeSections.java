package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.ui.replay.Inspection.Row;
import org.candlewright.ui.replay.Inspection.Section;

/** Sections on how a decision became a quantity: risk checks passed and failed, sizing by steps. */
final class SizeSections {
  private SizeSections() {}

  static Optional<Section> checks(DecisionRecord made) {
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

  static Optional<Section> sizing(DecisionRecord made, InspectorNumbers numbers) {
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

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
