package org.candlewright.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Columns of whole numbers as bytes: each value as the difference to the one before (in time: to
 * one step later), zigzag, in groups of seven bits. Differences of neighbouring prices are small,
 * so most values take one or two bytes, and decoding is a handful of shifts.
 */
final class BarBlocks {
  /** Rows in a block: some 40 KB, below the size at which commits of the store grow slow. */
  static final int ROWS = 4_096;

  private static final int MOST_BYTES = 10;

  private BarBlocks() {}

  /** Encodes rows [from, to) of the columns. */
  static byte[] encode(long[][] columns, int from, int to) {
    ByteBuffer out = ByteBuffer.allocate((to - from) * columns.length * MOST_BYTES);
    for (long[] column : columns) {
      long before = 0;
      for (int i = from; i < to; i++) {
        put(out, column[i] - before);
        before = column[i];
      }
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void put(ByteBuffer out, long value) {
    long bits = (value << 1) ^ (value >> 63);
    while ((bits & ~0x7FL) != 0) {
      out.put((byte) (bits & 0x7F | 0x80));
      bits >>>= 7;
    }
    out.put((byte) bits);
  }

  /** Decodes rows into the columns from the given index on. */
  static void decode(byte[] bytes, int rows, long[][] columns, int at) {
    int position = 0;
    for (long[] column : columns) {
      long value = 0;
      for (int i = at; i < at + rows; i++) {
        long bits = bytes[position++];
        if (bits < 0) {
          bits &= 0x7F;
          int shift = 7;
          long next;
          do {
            next = bytes[position++];
            bits |= (next & 0x7F) << shift;
            shift += 7;
          } while (next < 0);
        }
        value += (bits >>> 1) ^ -(bits & 1);
        column[i] = value;
      }
    }
  }

  static long checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return crc.getValue();
  }
}
