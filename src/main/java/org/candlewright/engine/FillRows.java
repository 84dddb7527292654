package org.candlewright.engine;

/** Fills as words. */
final class FillRows extends Rows<Fill> {
  private static final int FEE_IN_BASE = 1;
  private static final int ENTRY = 2;
  private static final int MAKER = 4;

  FillRows() {
    super(13);
  }

  @Override
  public boolean add(Fill fill) {
    int at = offset(size());
    long[] words = extend();
    words[at] = fill.order();
    words[at + 1] = fill.instrument();
    words[at + 2] = fill.timeMillis();
    words[at + 3] = fill.side();
    words[at + 4] = fill.lots();
    words[at + 5] = fill.heldLots();
    words[at + 6] = fill.ticks();
    words[at + 7] = fill.referenceHalfTicks();
    words[at + 8] = fill.midHalfTicks();
    words[at + 9] = fill.fee();
    words[at + 10] =
        (fill.feeInBase() ? FEE_IN_BASE : 0)
            | (fill.entry() ? ENTRY : 0)
            | (fill.maker() ? MAKER : 0);
    words[at + 11] = fill.reason();
    words[at + 12] = fill.entryOrder();
    return true;
  }

  @Override
  public Fill get(int row) {
    long[] words = chunk(row);
    int at = offset(row);
    return new Fill(
        words[at],
        (int) words[at + 1],
        words[at + 2],
        (int) words[at + 3],
        words[at + 4],
        words[at + 5],
        words[at + 6],
        words[at + 7],
        words[at + 8],
        words[at + 9],
        (words[at + 10] & FEE_IN_BASE) != 0,
        (int) words[at + 11],
        (words[at + 10] & ENTRY) != 0,
        (words[at + 10] & MAKER) != 0,
        words[at + 12]);
  }
}
