package org.candlewright.strategy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A JSON text with the name of its source, which can tell the line of every path in it. Lines are
 * looked up only for a message, so that reading a good file costs nothing for them.
 *
 * @param source what messages begin with, usually the file
 */
public record JsonDocument(String source, String text) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** {@code my.json:12: rules[0].when}. */
  String place(String path) {
    return place(path, path);
  }

  /** The same with the line of another path. */
  String place(String path, String linePath) {
    return source + ":" + line(linePath) + ": " + (path.isEmpty() ? "document" : path);
  }

  /** Line of the path; of the nearest thing around it where it does not exist. */
  private int line(String path) {
    int line = 1;
    int length = -1;
    try (JsonParser parser = FACTORY.createParser(text)) {
      while (parser.nextToken() != null) {
        String at = path(parser.getParsingContext());
        boolean around = path.equals(at) || path.startsWith(at + ".") || path.startsWith(at + "[");
        if (around && at.length() > length) {
          line = parser.currentTokenLocation().getLineNr();
          length = at.length();
        }
      }
    } catch (IOException e) {
      // The whole text was read before, so this is no mistake of the person who wrote it.
      throw new UncheckedIOException(e);
    }
    return line;
  }

  private static String path(JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    String outer = parent == null ? "" : path(parent);
    if (context.inArray()) {
      return context.hasCurrentIndex() ? outer + "[" + context.getCurrentIndex() + "]" : outer;
    }
    String name = context.getCurrentName();
    if (!context.inObject() || name == null) {
      return outer;
    }
    return outer.isEmpty() ? name : outer + "." + name;
  }
}
