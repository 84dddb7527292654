package org.candlewright.ui.replay;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.replay.Line;
import org.candlewright.strategy.Explanation;
import org.candlewright.ui.chart.NumberText;

/** Writes the inspector's numbers: each with the decimals and the unit of what it belongs to. */
final class InspectorNumbers {
  private final Shown shown;
  private final List<Explanation.Input> inputs;

  /**
   * @param inputs what the strategy saw: their units serve its conditions too
   */
  InspectorNumbers(Shown shown, List<Explanation.Input> inputs) {
    this.shown = shown;
    this.inputs =
        inputs.stream()
            .sorted(
                Comparator.comparingInt((Explanation.Input each) -> each.name().length())
                    .reversed())
            .toList();
  }

  String money(long units) {
    return NumberText.plain(shown.run().money(units), 2);
  }

  String price(double price) {
    return NumberText.plain(price, shown.of().priceDecimals());
  }

  String half(long halfTicks) {
    boolean odd = (halfTicks & 1) != 0;
    return NumberText.plain(shown.price(halfTicks) / 2, shown.of().priceDecimals() + (odd ? 1 : 0));
  }

  String lots(long lots) {
    return NumberText.plain(shown.of().quantity(lots), shown.of().quantityDecimals());
  }

  String input(Explanation.Input input) {
    return input.unit().isEmpty()
        ? number(input.name(), input.value())
        : inUnit(input.value(), input.unit());
  }

  /** A value in the unit of the input that its words name, else as a price or a plain number. */
  String number(String what, double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    Optional<String> unit =
        inputs.stream()
            .filter(each -> what.contains(each.name()))
            .map(Explanation.Input::unit)
            .findFirst()
            .filter(each -> !each.isEmpty());
    if (unit.isPresent()) {
      return inUnit(value, unit.get());
    }
    if (what.contains("settled rate")) {
      return inUnit(value, "fraction");
    }
    return NumberText.plain(value, isPrice(what) ? shown.of().priceDecimals() : decimals(value));
  }

  private static String inUnit(double value, String unit) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    return switch (unit) {
      case "fraction" -> NumberText.plain(value * 100, 4) + " %";
      case "of 1" -> NumberText.plain(value, decimals(value));
      default -> NumberText.plain(value, decimals(value)) + " " + unit;
    };
  }

  private boolean isPrice(String what) {
    for (Line line : shown.track().lines()) {
      if (what.contains(line.shape().name())) {
        return line.shape().onPrice();
      }
    }
    return what.contains("close")
        || what.contains("open")
        || what.contains("high")
        || what.contains("low");
  }

  private static int decimals(double value) {
    double size = Math.abs(value);
    if (size == Math.rint(size) && size < 1_000) {
      return 0;
    }
    return size >= 1_000 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 6;
  }

  /** What a check measured beside what it asks for. */
  static String check(DecisionRecord.Check check) {
    String value = grouped(check.value());
    String limit = grouped(check.limit());
    return switch (check.name()) {
      case "insufficient_balance" -> "needs " + limit + ", free " + value;
      case "min_notional", "position_size_too_small" -> value + ", at least " + limit;
      default -> value + " of " + limit;
    };
  }

  /** A plain decimal text with its thousands grouped, as many decimals as it has, at most eight. */
  static String grouped(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      int most = value.abs().compareTo(BigDecimal.valueOf(100)) >= 0 ? 2 : 8;
      return NumberText.plain(value, Math.clamp(value.stripTrailingZeros().scale(), 0, most));
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
