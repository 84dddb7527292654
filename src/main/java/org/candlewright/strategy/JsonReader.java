package org.candlewright.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candlewright.market.InputException;

/** A node of a strategy file with its path; everything it refuses is refused with that path. */
record JsonReader(String source, String path, JsonNode node) {

  InputException error(String problem, String remedy) {
    return new InputException(source + ": " + (path.isEmpty() ? "document" : path) + ": " + problem,
        remedy);
  }

  JsonReader object(String... allowed) {
    if (!node.isObject()) {
      throw error("expected an object, found " + found(), "Write {…} here");
    }
    Set<String> known = Set.of(allowed);
    if (allowed.length > 0) {
      node.fieldNames().forEachRemaining(name -> {
        if (!known.contains(name)) {
          throw child(name).error("unknown field", "Remove it, or use one of "
              + String.join(", ", List.of(allowed)));
        }
      });
    }
    return this;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonReader child(String name) {
    return new JsonReader(source, path.isEmpty() ? name : path + "." + name, node.path(name));
  }

  Optional<JsonReader> optional(String name) {
    return node.has(name) ? Optional.of(child(name)) : Optional.empty();
  }

  JsonReader required(String name) {
    return optional(name).orElseThrow(() -> child(name).error("missing", "Add the field"));
  }

  List<JsonReader> list() {
    if (!node.isArray()) {
      throw error("expected a list, found " + found(), "Write […] here");
    }
    List<JsonReader> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonReader(source, path + "[" + i + "]", node.get(i)));
    }
    return items;
  }

  String text() {
    if (!node.isTextual()) {
      throw error("expected a text, found " + found(), "Write it in quotes");
    }
    return node.textValue();
  }

  boolean isText() {
    return node.isTextual();
  }

  boolean bool() {
    if (!node.isBoolean()) {
      throw error("expected true or false, found " + found(), "Write true or false");
    }
    return node.booleanValue();
  }

  int integer() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw error("expected a whole number, found " + found(), "Write a number without a point");
    }
    return node.intValue();
  }

  /** A number, or a decimal in quotes. */
  BigDecimal decimal() {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isTextual()) {
      try {
        return new BigDecimal(node.textValue());
      } catch (NumberFormatException e) {
        throw error("'" + node.textValue() + "' is no number", "Write a decimal such as \"0.0003\"");
      }
    }
    throw error("expected a number, found " + found(), "Write a decimal such as \"0.0003\"");
  }

  private String found() {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "the text '" + node.textValue() + "'";
      case NUMBER -> "the number " + node.asText();
      case BOOLEAN -> node.asText();
      default -> "nothing";
    };
  }
}
