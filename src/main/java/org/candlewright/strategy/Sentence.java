package org.candlewright.strategy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One readable block of a strategy: what it does in words, and the parameters that belong to it.
 *
 * @param parts the text in pieces, so that a form can set names and sides off
 * @param parameters names of the parameters to show under it, in order
 */
public record Sentence(Block block, List<Part> parts, List<String> parameters) {
  /** What the block is about. */
  public enum Block {
    ENTRY,
    EXIT,
    PROTECT,
    SIZE
  }

  /** How a piece of text is set. */
  public enum Style {
    PLAIN,
    NAME,
    LONG,
    SHORT
  }

  /** A piece of text, with the spaces around it. */
  public record Part(String text, Style style) {}

  /** The whole text. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
