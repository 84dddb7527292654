package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JSON form of conditions: an object with one field, the word that says what it is. */
final class ConditionJson {
  private static final List<String> WORDS =
      List.of(
          "all",
          "any",
          "not",
          "crosses_above",
          "crosses_below",
          "greater",
          "greater_or_equal",
          "less",
          "less_or_equal",
          "equal",
          "not_equal",
          "within",
          "throughout",
          "latched",
          "session");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OperandJson operands;

  ConditionJson(OperandJson operands) {
    this.operands = operands;
  }

  Condition read(JsonReader at, RuleScope scope) {
    at.object(WORDS.toArray(String[]::new));
    if (at.names().size() != 1) {
      throw at.error(
          "a condition has exactly one field, found " + at.names().size(),
          "Write one of " + String.join(", ", WORDS));
    }
    String word = at.names().getFirst();
    JsonReader inner = at.required(word);
    return switch (word) {
      case "all" -> new Condition.All(parts(inner, scope));
      case "any" -> new Condition.Any(parts(inner, scope));
      case "not" -> new Condition.Not(read(inner, scope));
      case "crosses_above", "crosses_below" -> {
        List<Operand> pair = pair(inner, scope);
        if (pair.stream().anyMatch(RuleNodes::needsPosition)) {
          throw inner.error(
              "something of the position cannot be crossed", "Compare it with greater or less");
        }
        yield new Condition.Crosses(word.equals("crosses_above"), pair.get(0), pair.get(1));
      }
      case "within", "throughout" -> recently(inner, word.equals("throughout"), scope);
      case "latched" -> latched(inner, scope);
      case "session" -> session(inner);
      default -> {
        List<Operand> pair = pair(inner, scope);
        yield new Condition.Compare(relation(word), pair.get(0), pair.get(1));
      }
    };
  }

  private static Condition.Relation relation(String word) {
    return Arrays.stream(Condition.Relation.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private List<Condition> parts(JsonReader list, RuleScope scope) {
    List<Condition> parts = list.list().stream().map(part -> read(part, scope)).toList();
    if (parts.isEmpty()) {
      throw list.error("empty", "Give at least one condition");
    }
    return parts;
  }

  private List<Operand> pair(JsonReader list, RuleScope scope) {
    List<JsonReader> both = list.list();
    if (both.size() != 2) {
      throw list.error("expected two values", "Write [left, right]");
    }
    return both.stream().map(each -> operands.read(each, scope)).toList();
  }

  private Condition recently(JsonReader at, boolean each, RuleScope scope) {
    at.object("bars", "when");
    return new Condition.Recently(
        each,
        scope.number(at.required("bars"), NumberRange.BARS),
        columnar(at.required("when"), scope));
  }

  /** A condition that is remembered over bars; what is held then is not. */
  Condition columnar(JsonReader at, RuleScope scope) {
    Condition condition = read(at, scope);
    if (needsPosition(condition)) {
      throw at.error(
          "the position of earlier bars is not remembered",
          "Move the condition on the position out of it");
    }
    return condition;
  }

  private static boolean needsPosition(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().anyMatch(ConditionJson::needsPosition);
      case Condition.Any any -> any.parts().stream().anyMatch(ConditionJson::needsPosition);
      case Condition.Not not -> needsPosition(not.part());
      case Condition.Compare compare ->
          RuleNodes.needsPosition(compare.left()) || RuleNodes.needsPosition(compare.right());
      default -> false;
    };
  }

  private static Condition latched(JsonReader at, RuleScope scope) {
    if (!scope.latches().contains(at.text())) {
      throw at.error(
          "unknown latch '" + at.text() + "'",
          JsonReader.suggestion(
              at.text(),
              List.copyOf(scope.latches()),
              "Declare it under latches, above those that read it; known are "));
    }
    return new Condition.Latched(at.text());
  }

  private static Condition session(JsonReader at) {
    at.object("from", "to", "zone", "days");
    return new Condition.Session(
        time(at.required("from")),
        time(at.required("to")),
        at.optional("zone").map(OperandJson::zone).orElse(ZoneOffset.UTC),
        at.optional("days").map(ConditionJson::days).orElse(EnumSet.allOf(DayOfWeek.class)));
  }

  private static LocalTime time(JsonReader at) {
    if (at.text().matches("[0-9]{2}:[0-9]{2}")) {
      try {
        return LocalTime.parse(at.text());
      } catch (DateTimeParseException e) {
        throw noTime(at);
      }
    }
    throw noTime(at);
  }

  private static RuntimeException noTime(JsonReader at) {
    return at.error("'" + at.text() + "' is no time of day", "Write it as \"09:30\"");
  }

  private static Set<DayOfWeek> days(JsonReader at) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (JsonReader each : at.list()) {
      Optional<DayOfWeek> day =
          Arrays.stream(DayOfWeek.values())
              .filter(known -> TimeWords.word(known).equals(each.text()))
              .findFirst();
      days.add(
          day.orElseThrow(
              () ->
                  each.error(
                      "'" + each.text() + "' is no day",
                      "Use one of " + String.join(", ", TimeWords.days()))));
    }
    if (days.isEmpty()) {
      throw at.error("empty", "Name at least one day, or leave it out for all");
    }
    return days;
  }

  static ObjectNode write(Condition condition) {
    ObjectNode out = JSON.objectNode();
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> out.withArray("all").add(write(part)));
      case Condition.Any any -> any.parts().forEach(part -> out.withArray("any").add(write(part)));
      case Condition.Not not -> out.set("not", write(not.part()));
      case Condition.Crosses crosses ->
          out.putArray(crosses.above() ? "crosses_above" : "crosses_below")
              .add(OperandJson.write(crosses.left()))
              .add(OperandJson.write(crosses.right()));
      case Condition.Compare compare ->
          out.putArray(compare.relation().word())
              .add(OperandJson.write(compare.left()))
              .add(OperandJson.write(compare.right()));
      case Condition.Recently recently -> {
        ObjectNode inner = out.putObject(recently.each() ? "throughout" : "within");
        inner.set("bars", OperandJson.write(recently.bars()));
        inner.set("when", write(recently.part()));
      }
      case Condition.Latched latched -> out.put("latched", latched.name());
      case Condition.Session session -> {
        ObjectNode inner = out.putObject("session");
        inner.put("from", session.from().toString());
        inner.put("to", session.to().toString());
        inner.put("zone", OperandJson.text(session.zone()));
        if (session.days().size() < DayOfWeek.values().length) {
          ArrayNode days = inner.putArray("days");
          session.days().stream().sorted().forEach(day -> days.add(TimeWords.word(day)));
        }
      }
    }
    return out;
  }
}
