package org.candlewright.market;

/** Reads back, in the same order, what a {@link StateWriter} wrote. */
public final class StateReader {
  private final long[] words;
  private int at;

  public StateReader(long[] words) {
    this.words = words;
  }

  public long getLong() {
    return words[at++];
  }

  public int getInt() {
    return Math.toIntExact(getLong());
  }

  public double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  /** Reads into the given array and returns how many values there were. */
  public int getLongs(long[] into) {
    int length = getInt();
    for (int i = 0; i < length; i++) {
      into[i] = getLong();
    }
    return length;
  }

  /** Reads into the given array and returns how many values there were. */
  public int getDoubles(double[] into) {
    int length = getInt();
    for (int i = 0; i < length; i++) {
      into[i] = getDouble();
    }
    return length;
  }

  /** Whether every word was read: anything else means writer and reader disagree. */
  public boolean exhausted() {
    return at == words.length;
  }
}
