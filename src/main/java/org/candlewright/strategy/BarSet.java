package org.candlewright.strategy;

import java.util.Arrays;

/** A set of bars of a block, a bit each, so that 64 bars without a decision cost one comparison. */
final class BarSet {
  private static final int WORD_BITS = 6;
  private static final int WORD = 1 << WORD_BITS;

  private long[] words = new long[0];
  private int size;

  /** Makes room for a block; what is in the set is undefined until it is written. */
  void resize(int bars) {
    size = bars;
    if (words.length < words(bars)) {
      words = new long[words(bars)];
    }
  }

  private static int words(int bars) {
    return (bars + WORD - 1) >>> WORD_BITS;
  }

  /** How many words the block has. */
  int words() {
    return words(size);
  }

  /** One past the last bar of a word. */
  int end(int word) {
    return Math.min(size, (word + 1) << WORD_BITS);
  }

  /** First bar of a word. */
  static int begin(int word) {
    return word << WORD_BITS;
  }

  /** Sets 64 bars at once, the lowest bit for the first; bits beyond the block must be clear. */
  void word(int word, long bits) {
    words[word] = bits;
  }

  void put(int bar, boolean in) {
    long bit = 1L << bar;
    words[bar >>> WORD_BITS] =
        in ? words[bar >>> WORD_BITS] | bit : words[bar >>> WORD_BITS] & ~bit;
  }

  boolean has(int bar) {
    return (words[bar >>> WORD_BITS] >>> bar & 1) != 0;
  }

  /** Puts every bar of the block in. */
  void fill() {
    Arrays.fill(words, 0, words(), -1);
    if ((size & (WORD - 1)) != 0) {
      words[words() - 1] = -1L >>> -size;
    }
  }

  /** Becomes as the other set, which is of the same block. */
  void copy(BarSet other) {
    System.arraycopy(other.words, 0, words, 0, words());
  }

  /** Keeps what is in the other set too. */
  void retain(BarSet other) {
    for (int word = 0; word < words(); word++) {
      words[word] &= other.words[word];
    }
  }

  /** Adds what is in the other set. */
  void add(BarSet other) {
    for (int word = 0; word < words(); word++) {
      words[word] |= other.words[word];
    }
  }

  /** The first bar of the set in [from, to); {@code to} if there is none. */
  int next(int from, int to) {
    if (from >= to) {
      return to;
    }
    int word = from >>> WORD_BITS;
    long bits = words[word] & -1L << from;
    while (bits == 0) {
      word++;
      if (word << WORD_BITS >= to) {
        return to;
      }
      bits = words[word];
    }
    return Math.min(to, (word << WORD_BITS) + Long.numberOfTrailingZeros(bits));
  }
}
