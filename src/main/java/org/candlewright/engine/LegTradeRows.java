package org.candlewright.engine;

/** Trades as words. */
final class LegTradeRows extends Rows<LegTrade> {
  private static final int POSITION_AFTER = 23;
  private static final int EQUITY_AFTER = 24;

  LegTradeRows() {
    super(27);
  }

  @Override
  public boolean add(LegTrade trade) {
    int at = offset(size());
    long[] words = extend();
    words[at] = trade.instrument();
    words[at + 1] = trade.side();
    words[at + 2] = trade.entryOrder();
    words[at + 3] = trade.exitOrder();
    words[at + 4] = trade.lots();
    words[at + 5] = trade.entryMillis();
    words[at + 6] = trade.exitMillis();
    words[at + 7] = trade.entryBar();
    words[at + 8] = trade.exitBar();
    words[at + 9] = trade.entryValue();
    words[at + 10] = trade.exitValue();
    words[at + 11] = trade.entryReferenceHalfTicks();
    words[at + 12] = trade.exitReferenceHalfTicks();
    words[at + 13] = trade.entryReason();
    words[at + 14] = trade.exitReason();
    words[at + 15] = trade.entryFee();
    words[at + 16] = trade.exitFee();
    words[at + 17] = trade.funding();
    words[at + 18] = trade.fundingPayments();
    words[at + 19] = trade.edge();
    words[at + 20] = trade.slippage();
    words[at + 21] = trade.positionBefore();
    words[at + 22] = trade.equityBefore();
    words[at + 23] = trade.positionAfter();
    words[at + 24] = trade.equityAfter();
    words[at + 25] = trade.makerValue();
    words[at + 26] = trade.initialRisk();
    return true;
  }

  @Override
  public LegTrade get(int row) {
    long[] words = chunk(row);
    int at = offset(row);
    return new LegTrade(
        (int) words[at],
        (int) words[at + 1],
        words[at + 2],
        words[at + 3],
        words[at + 4],
        words[at + 5],
        words[at + 6],
        (int) words[at + 7],
        (int) words[at + 8],
        words[at + 9],
        words[at + 10],
        words[at + 11],
        words[at + 12],
        (int) words[at + 13],
        (int) words[at + 14],
        words[at + 15],
        words[at + 16],
        words[at + 17],
        (int) words[at + 18],
        words[at + 19],
        words[at + 20],
        words[at + 21],
        words[at + 22],
        words[at + 23],
        words[at + 24],
        words[at + 25],
        words[at + 26]);
  }

  /** Instrument of a trade. */
  int instrument(int row) {
    return (int) chunk(row)[offset(row)];
  }

  /** Completes a trade with the first row of the run's clock after its exit. */
  void complete(int row, long position, long equity) {
    chunk(row)[offset(row) + POSITION_AFTER] = position;
    chunk(row)[offset(row) + EQUITY_AFTER] = equity;
  }
}
