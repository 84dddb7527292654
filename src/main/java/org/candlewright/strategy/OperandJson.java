package org.candlewright.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.IndicatorOutput;
import org.candlewright.indicator.Indicators;
import org.candlewright.indicator.PriceSource;

/** The JSON form of the values that conditions compare. */
final class OperandJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> OPERATORS = words(Operand.Operator.values());
  private static final List<String> TIMES = words(Operand.TimeField.values());
  private static final List<String> POSITION = words(Operand.PositionField.values());

  private final Indicators known;

  OperandJson(Indicators known) {
    this.known = known;
  }

  private static List<String> words(Operand.Word[] values) {
    return Arrays.stream(values).map(Operand.Word::word).toList();
  }

  private static <W extends Operand.Word> Optional<W> find(W[] values, String word) {
    return Arrays.stream(values).filter(each -> each.word().equals(word)).findFirst();
  }

  Operand read(JsonReader at, RuleScope scope) {
    if (at.isText()) {
      return word(at, at.text(), scope);
    }
    return at.isObject() ? composed(at, scope) : new Operand.Constant(at.decimal());
  }

  private Operand word(JsonReader at, String text, RuleScope scope) {
    if (text.equals("tick") && !scope.indicators().containsKey(text)) {
      return new Operand.Tick();
    }
    if (text.startsWith("$")) {
      return new Operand.ParameterValue(scope.parameter(at, text.substring(1)).name());
    }
    Operand.IndicatorValue value = new Operand.IndicatorValue(text);
    RulesStrategy.IndicatorUse use = scope.indicators().get(value.indicator());
    if (use != null) {
      return output(at, value, known.find(use.indicator()).orElseThrow());
    }
    if (PriceSource.find(text).isPresent()) {
      return new Operand.Price(text);
    }
    Optional<Operand.TimeField> time = find(Operand.TimeField.values(), text);
    if (time.isPresent()) {
      return new Operand.Time(time.get(), ZoneOffset.UTC);
    }
    return find(Operand.PositionField.values(), text)
        .<Operand>map(Operand.Position::new)
        .orElseThrow(() -> unknown(at, text, scope));
  }

  /** The first output goes by the indicator's name alone. */
  private static Operand output(JsonReader at, Operand.IndicatorValue value, IndicatorKind kind) {
    if (value.output().isEmpty()) {
      return value;
    }
    int number = kind.output(value.output());
    if (number < 0) {
      throw at.error(
          kind.label() + " has no output '" + value.output() + "'",
          JsonReader.suggestion(
              value.output(),
              kind.outputs().stream().map(IndicatorOutput::name).toList(),
              "Use one of "));
    }
    return number == 0 ? new Operand.IndicatorValue(value.indicator()) : value;
  }

  private static RuntimeException unknown(JsonReader at, String text, RuleScope scope) {
    List<String> words = new ArrayList<>(scope.indicators().keySet());
    words.addAll(PriceSource.words());
    words.addAll(TIMES);
    words.addAll(POSITION);
    words.add("tick");
    return at.error(
        "'" + text + "' is neither a price, an indicator of this strategy nor a $parameter",
        JsonReader.suggestion(text, words, "Declare it under indicators, or use one of "));
  }

  private Operand composed(JsonReader at, RuleScope scope) {
    List<String> names = at.names();
    if (names.contains("time")) {
      at.object("time", "zone");
      JsonReader field = at.required("time");
      return new Operand.Time(
          find(Operand.TimeField.values(), field.text())
              .orElseThrow(
                  () ->
                      field.error(
                          "'" + field.text() + "' is no part of a time",
                          "Use one of " + String.join(", ", TIMES))),
          at.optional("zone").map(OperandJson::zone).orElse(ZoneOffset.UTC));
    }
    if (names.contains("value")) {
      at.object("value", "bars_ago");
      Operand value = read(at.required("value"), scope);
      if (RuleNodes.needsPosition(value)) {
        throw at.required("value").error("the position has no past here", "Use a price");
      }
      return new Operand.Ago(value, scope.number(at.required("bars_ago"), NumberRange.BARS));
    }
    at.object(OPERATORS.toArray(String[]::new));
    if (names.size() != 1) {
      throw at.error(
          "arithmetic has exactly one field, found " + names.size(),
          "Write one of " + String.join(", ", OPERATORS));
    }
    return calculation(at.required(names.getFirst()), names.getFirst(), scope);
  }

  private Operand calculation(JsonReader at, String word, RuleScope scope) {
    Operand.Operator operator = find(Operand.Operator.values(), word).orElseThrow();
    List<Operand> parts = at.list().stream().map(part -> read(part, scope)).toList();
    if (!operator.takes(parts.size())) {
      throw at.error(
          word + " does not take " + parts.size() + " values",
          operator == Operand.Operator.ABSOLUTE ? "Write [value]" : "Write [left, right]");
    }
    return new Operand.Calculation(operator, parts);
  }

  /** A time zone: {@code UTC} or a name of the tz database. */
  static ZoneId zone(JsonReader at) {
    if (at.text().equals("UTC")) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(at.text());
    } catch (DateTimeException e) {
      throw at.error(
          "'" + at.text() + "' is no time zone", "Write UTC or a name such as America/New_York");
    }
  }

  static String text(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  static JsonNode write(Operand operand) {
    return switch (operand) {
      case Operand.Price price -> JSON.textNode(price.field());
      case Operand.IndicatorValue value -> JSON.textNode(value.name());
      case Operand.ParameterValue value -> JSON.textNode("$" + value.name());
      case Operand.Constant constant -> JSON.numberNode(constant.value());
      case Operand.Position position -> JSON.textNode(position.field().word());
      case Operand.Tick ignored -> JSON.textNode("tick");
      case Operand.Time time ->
          time.zone().equals(ZoneOffset.UTC)
              ? JSON.textNode(time.field().word())
              : JSON.objectNode().put("time", time.field().word()).put("zone", text(time.zone()));
      case Operand.Ago ago -> {
        ObjectNode out = JSON.objectNode();
        out.set("value", write(ago.value()));
        out.set("bars_ago", write(ago.bars()));
        yield out;
      }
      case Operand.Calculation calculation -> {
        ObjectNode out = JSON.objectNode();
        ArrayNode parts = out.putArray(calculation.operator().word());
        calculation.parts().forEach(part -> parts.add(write(part)));
        yield out;
      }
    };
  }
}
