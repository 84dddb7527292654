package org.candlewright.engine;

/** Fills as words: the side is the sign of the lots, which are never zero. */
final class FillRows extends Rows<Fill> {
  private static final int FEE_IN_BASE = 1;
  private static final int ENTRY = 2;
  private static final int MAKER = 4;
  private static final int FLAG_BITS = 3;

  private long lastOrder = Long.MIN_VALUE;
  private boolean inOrder = true;

  FillRows() {
    super(10);
  }

  /** Whether orders filled in the order of their numbers. */
  boolean inOrder() {
    return inOrder;
  }

  @Override
  public boolean add(Fill fill) {
    int at = offset(size());
    long[] words = extend();
    inOrder &= fill.order() >= lastOrder;
    lastOrder = fill.order();
    words[at] = fill.order();
    words[at + 1] = fill.timeMillis();
    words[at + 2] = fill.side() * fill.lots();
    words[at + 3] = fill.heldLots();
    words[at + 4] = fill.ticks();
    words[at + 5] = fill.referenceHalfTicks();
    words[at + 6] = fill.midHalfTicks();
    words[at + 7] = fill.fee();
    int flags =
        (fill.feeInBase() ? FEE_IN_BASE : 0)
            | (fill.entry() ? ENTRY : 0)
            | (fill.maker() ? MAKER : 0);
    words[at + 8] = pair(fill.reason(), fill.instrument() << FLAG_BITS | flags);
    words[at + 9] = fill.entryOrder();
    return true;
  }

  @Override
  public Fill get(int row) {
    long[] words = chunk(row);
    int at = offset(row);
    int rest = second(words[at + 8]);
    return new Fill(
        words[at],
        rest >>> FLAG_BITS,
        words[at + 1],
        Long.signum(words[at + 2]),
        Math.abs(words[at + 2]),
        words[at + 3],
        words[at + 4],
        words[at + 5],
        words[at + 6],
        words[at + 7],
        (rest & FEE_IN_BASE) != 0,
        first(words[at + 8]),
        (rest & ENTRY) != 0,
        (rest & MAKER) != 0,
        words[at + 9]);
  }
}
