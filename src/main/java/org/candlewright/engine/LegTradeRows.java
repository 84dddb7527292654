package org.candlewright.engine;

/** Trades as words: the side is the sign of the lots, which are never zero. */
final class LegTradeRows extends Rows<LegTrade> {
  private static final int PLACE = 20;
  private static final int POSITION_AFTER = 18;
  private static final int EQUITY_AFTER = 19;

  private long lastEntry = Long.MIN_VALUE;
  private long lastExit = Long.MIN_VALUE;
  private boolean inOrder = true;

  LegTradeRows() {
    super(24);
  }

  /** Whether trades closed in the order of the numbers of their entry, then exit orders. */
  boolean inOrder() {
    return inOrder;
  }

  @Override
  public boolean add(LegTrade trade) {
    int at = offset(size());
    long[] words = extend();
    inOrder &=
        trade.entryOrder() > lastEntry
            || (trade.entryOrder() == lastEntry && trade.exitOrder() >= lastExit);
    lastEntry = trade.entryOrder();
    lastExit = trade.exitOrder();
    words[at] = trade.side() * trade.lots();
    words[at + 1] = trade.entryOrder();
    words[at + 2] = trade.exitOrder();
    words[at + 3] = trade.entryMillis();
    words[at + 4] = trade.exitMillis();
    words[at + 5] = pair(trade.entryBar(), trade.exitBar());
    words[at + 6] = trade.entryValue();
    words[at + 7] = trade.exitValue();
    words[at + 8] = trade.entryReferenceHalfTicks();
    words[at + 9] = trade.exitReferenceHalfTicks();
    rest(trade, words, at);
    return true;
  }

  /** A part of its own, so that both are short enough to be compiled into the caller. */
  private static void rest(LegTrade trade, long[] words, int at) {
    words[at + 10] = pair(trade.entryReason(), trade.exitReason());
    words[at + 11] = trade.entryFee();
    words[at + 12] = trade.exitFee();
    words[at + 13] = trade.funding();
    words[at + 14] = trade.edge();
    words[at + 15] = trade.slippage();
    words[at + 16] = trade.positionBefore();
    words[at + 17] = trade.equityBefore();
    words[at + POSITION_AFTER] = trade.positionAfter();
    words[at + EQUITY_AFTER] = trade.equityAfter();
    words[at + PLACE] = pair(trade.instrument(), trade.fundingPayments());
    words[at + 21] = trade.makerValue();
    words[at + 22] = trade.initialRisk();
    words[at + 23] = Double.doubleToRawLongBits(trade.conviction());
  }

  @Override
  public LegTrade get(int row) {
    long[] words = chunk(row);
    int at = offset(row);
    return new LegTrade(
        first(words[at + PLACE]),
        Long.signum(words[at]),
        words[at + 1],
        words[at + 2],
        Math.abs(words[at]),
        words[at + 3],
        words[at + 4],
        first(words[at + 5]),
        second(words[at + 5]),
        words[at + 6],
        words[at + 7],
        words[at + 8],
        words[at + 9],
        first(words[at + 10]),
        second(words[at + 10]),
        words[at + 11],
        words[at + 12],
        words[at + 13],
        second(words[at + PLACE]),
        words[at + 14],
        words[at + 15],
        words[at + 16],
        words[at + 17],
        words[at + POSITION_AFTER],
        words[at + EQUITY_AFTER],
        words[at + 21],
        words[at + 22],
        Double.longBitsToDouble(words[at + 23]));
  }

  /** Instrument of a trade. */
  int instrument(int row) {
    return first(chunk(row)[offset(row) + PLACE]);
  }

  /** Completes a trade with the first row of the run's clock after its exit. */
  void complete(int row, long position, long equity) {
    chunk(row)[offset(row) + POSITION_AFTER] = position;
    chunk(row)[offset(row) + EQUITY_AFTER] = equity;
  }
}
