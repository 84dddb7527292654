package org.candlewright.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * A list that keeps its rows as words in chunks. A long run leaves hundreds of thousands of fills
 * and trades; as words they are neither objects to collect nor copied as the list grows. A row is
 * made when it is asked for.
 */
abstract class Rows<R> extends AbstractList<R> {
  private static final int CHUNK_BITS = 8;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final int width;
  private long[][] chunks = new long[4][];
  private int size;

  /**
   * @param width words of a row
   */
  Rows(int width) {
    this.width = width;
  }

  @Override
  public final int size() {
    return size;
  }

  /** The chunk that takes a new row; from {@link #offset} of the size before. */
  final long[] extend() {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if ((size & (CHUNK - 1)) == 0) {
      chunks[chunk] = new long[CHUNK * width];
    }
    size++;
    return chunks[chunk];
  }

  /** The chunk that holds a row. */
  final long[] chunk(int row) {
    return chunks[Objects.checkIndex(row, size) >>> CHUNK_BITS];
  }

  /** Where a row begins in its chunk. */
  final int offset(int row) {
    return (row & (CHUNK - 1)) * width;
  }

  final void save(StateWriter out) {
    out.putLong(size);
    for (int row = 0; row < size; row++) {
      long[] words = chunk(row);
      int at = offset(row);
      for (int i = 0; i < width; i++) {
        out.putLong(words[at + i]);
      }
    }
  }

  /** Takes the rows that were saved, in an empty list. */
  final void restore(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      int at = offset(size);
      long[] words = extend();
      for (int i = 0; i < width; i++) {
        words[at + i] = in.getLong();
      }
    }
  }

  /** Two numbers in a word. */
  static long pair(int first, int second) {
    return (long) first << 32 | second & 0xFFFF_FFFFL;
  }

  static int first(long pair) {
    return (int) (pair >> 32);
  }

  static int second(long pair) {
    return (int) pair;
  }
}
