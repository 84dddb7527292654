package org.candlewright.trading.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A record as bytes: length of the content (4), CRC32C of all that follows (4), sequence (8), kind
 * (1), engine time (8), content; numbers big-endian.
 */
final class RecordCodec {
  static final int HEAD = 25;
  private static final int LENGTH = 4;
  private static final int CHECKED = 8;

  /** Longer than any content: what a damaged length may claim is not believed. */
  static final int LONGEST = 1 << 24;

  private final CRC32C crc = new CRC32C();

  /** Appends a record to a buffer that has room for it. */
  void write(
      ByteBuffer out, long sequence, RecordKind kind, long timeMillis, byte[] body, int length) {
    int start = out.position();
    out.putInt(length);
    out.putInt(0);
    out.putLong(sequence);
    out.put((byte) kind.code());
    out.putLong(timeMillis);
    out.put(body, 0, length);
    out.putInt(start + LENGTH, checksum(out.array(), start + CHECKED, out.position(), length));
  }

  /** The length is part of what is checked, so that no record is read out of another's bytes. */
  private int checksum(byte[] bytes, int from, int to, int length) {
    crc.reset();
    crc.update(length >>> 24);
    crc.update(length >>> 16);
    crc.update(length >>> 8);
    crc.update(length);
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }

  /** The record at the buffer's position; empty, and the position as it was, if it is damaged. */
  Optional<JournalRecord> read(ByteBuffer in) {
    int start = in.position();
    if (in.remaining() < HEAD) {
      return Optional.empty();
    }
    int length = in.getInt();
    int expected = in.getInt();
    int end = start + HEAD + length;
    if (length < 0
        || length > LONGEST
        || end > in.limit()
        || checksum(in.array(), start + CHECKED, end, length) != expected) {
      in.position(start);
      return Optional.empty();
    }
    long sequence = in.getLong();
    Optional<RecordKind> kind = RecordKind.of(in.get());
    long time = in.getLong();
    in.position(end);
    return kind.map(
        known ->
            JournalRecord.over(
                Arrays.copyOfRange(in.array(), start + HEAD, end), sequence, known, time));
  }
}
