package org.candlewright.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON document: an object for one thing, a list of objects otherwise. */
public final class JsonOutput implements Output {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  @Override
  public <R> void write(Listing<R> listing, Writer out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
      writeListing(listing, json);
    }
    out.write("\n");
  }

  private static <R> void writeListing(Listing<R> listing, JsonGenerator json) throws IOException {
    List<String> names = listing.names();
    if (!listing.single()) {
      json.writeStartArray();
    }
    for (List<Value> row : listing.values()) {
      json.writeStartObject();
      for (int i = 0; i < names.size(); i++) {
        json.writeFieldName(names.get(i));
        writeValue(row.get(i), json);
      }
      json.writeEndObject();
    }
    if (!listing.single()) {
      json.writeEndArray();
    }
  }

  private static void writeValue(Value value, JsonGenerator json) throws IOException {
    switch (value) {
      case Value.Text(String text, String shown) -> json.writeString(text);
      case Value.Number number -> json.writeNumber(number.number());
      case Value.Flag(boolean flag) -> json.writeBoolean(flag);
      case Value.Time(java.time.Instant instant) -> json.writeString(instant.toString());
      case Value.Rows(Listing<?> inner) -> writeListing(inner, json);
      case Value.Unknown() -> json.writeNull();
    }
  }
}
