package org.candlewright.market;

import java.util.Arrays;

/** Appends the state of a component to a checkpoint: fixed-width, little code, no reflection. */
public final class StateWriter {
  private long[] words = new long[64];
  private int size;

  public void putLong(long value) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = value;
  }

  public void putDouble(double value) {
    putLong(Double.doubleToRawLongBits(value));
  }

  public void putLongs(long[] values, int length) {
    putLong(length);
    for (int i = 0; i < length; i++) {
      putLong(values[i]);
    }
  }

  public void putDoubles(double[] values, int length) {
    putLong(length);
    for (int i = 0; i < length; i++) {
      putDouble(values[i]);
    }
  }

  /** The state written so far, as words of 64 bits. */
  public long[] toWords() {
    return Arrays.copyOf(words, size);
  }
}
