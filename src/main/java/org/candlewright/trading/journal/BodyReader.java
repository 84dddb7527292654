package org.candlewright.trading.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the content of a record in the order it was written. */
public final class BodyReader {
  private final ByteBuffer bytes;

  BodyReader(byte[] body) {
    this.bytes = ByteBuffer.wrap(body);
  }

  public long getLong() {
    return bytes.getLong();
  }

  public int getInt() {
    return bytes.getInt();
  }

  public String getText() {
    byte[] text = new byte[bytes.getInt()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
