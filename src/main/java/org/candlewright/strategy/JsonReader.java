package org.candlewright.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candlewright.market.InputException;
import org.candlewright.market.NearestWord;

/** A node of a JSON file with its path; everything it refuses is refused with that path. */
public record JsonReader(JsonDocument document, String path, JsonNode node) {
  /**
   * Digits and decimals of a usable number. Beyond them it is no price, rate or quantity, and its
   * plain text would fill the memory: 1e999999999 is eleven characters.
   */
  private static final int MAX_DIGITS = 40;

  /**
   * The root of a document.
   *
   * @param source what messages begin with, usually the file
   */
  public static JsonReader of(String source, String json) {
    return new JsonReader(new JsonDocument(source, json), "", Strategies.tree(source, json));
  }

  /** What is wrong here and what to do. */
  public InputException error(String problem, String remedy) {
    return new InputException(document.place(path) + ": " + problem, remedy);
  }

  /** This node, which must be an object with no other fields than these; any if none are given. */
  public JsonReader object(String... allowed) {
    if (!node.isObject()) {
      throw error("expected an object, found " + found(), "Write {…} here");
    }
    Set<String> known = Set.of(allowed);
    if (allowed.length > 0) {
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (!known.contains(name)) {
                  throw child(name)
                      .error(
                          "unknown field",
                          suggestion(name, List.of(allowed), "Remove it, or use one of "));
                }
              });
    }
    return this;
  }

  /** The nearest known word where one may have been meant, else all of them. */
  static String suggestion(String typed, List<String> known, String otherwise) {
    return NearestWord.of(typed, known)
        .map(near -> "Did you mean " + near + "?")
        .orElse(otherwise + String.join(", ", known));
  }

  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonReader child(String name) {
    return new JsonReader(document, path.isEmpty() ? name : path + "." + name, node.path(name));
  }

  public Optional<JsonReader> optional(String name) {
    return node.has(name) ? Optional.of(child(name)) : Optional.empty();
  }

  public JsonReader required(String name) {
    return optional(name).orElseThrow(() -> child(name).error("missing", "Add the field"));
  }

  public List<JsonReader> list() {
    if (!node.isArray()) {
      throw error("expected a list, found " + found(), "Write […] here");
    }
    List<JsonReader> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonReader(document, path + "[" + i + "]", node.get(i)));
    }
    return items;
  }

  public String text() {
    if (!node.isTextual()) {
      throw error("expected a text, found " + found(), "Write it in quotes");
    }
    return node.textValue();
  }

  boolean isList() {
    return node.isArray();
  }

  boolean isText() {
    return node.isTextual();
  }

  boolean isObject() {
    return node.isObject();
  }

  boolean bool() {
    if (!node.isBoolean()) {
      throw error("expected true or false, found " + found(), "Write true or false");
    }
    return node.booleanValue();
  }

  public int integer() {
    BigDecimal value = wholeNumber();
    if (value.precision() > 9) {
      throw error(found() + " is too large", "Write a smaller number");
    }
    return value.intValueExact();
  }

  /** A whole number; text is refused. */
  BigDecimal wholeNumber() {
    BigDecimal value = node.isNumber() ? usable(node.decimalValue()) : BigDecimal.ZERO;
    if (!node.isNumber() || value.scale() > 0) {
      throw error(
          "expected a whole number, found " + found(),
          "Write a number without a point and without quotes");
    }
    return value;
  }

  /** A number, or a decimal in quotes. */
  public BigDecimal decimal() {
    if (node.isNumber()) {
      return usable(node.decimalValue());
    }
    if (node.isTextual()) {
      try {
        return usable(new BigDecimal(node.textValue()));
      } catch (NumberFormatException e) {
        throw error(
            "'" + node.textValue() + "' is no number", "Write a decimal such as \"0.0003\"");
      }
    }
    throw error("expected a number, found " + found(), "Write a decimal such as \"0.0003\"");
  }

  private BigDecimal usable(BigDecimal value) {
    if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
      throw error(found() + " is no usable number", "Write a decimal such as \"0.0003\"");
    }
    return plain(value);
  }

  /** Without trailing zeros and exponent, so that equal numbers are equal values. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
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
