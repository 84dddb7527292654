package org.candlewright.engine;

/** Settlements as words. */
final class SettlementRows extends Rows<Settlement> {
  SettlementRows() {
    super(8);
  }

  @Override
  public boolean add(Settlement settlement) {
    int at = offset(size());
    long[] words = extend();
    words[at] = settlement.instrument();
    words[at + 1] = settlement.timeMillis();
    words[at + 2] = settlement.entryOrder();
    words[at + 3] = settlement.lots();
    words[at + 4] = settlement.mark();
    words[at + 5] = settlement.rateUnits();
    words[at + 6] = settlement.amount();
    words[at + 7] = settlement.fromMark() ? 1 : 0;
    return true;
  }

  @Override
  public Settlement get(int row) {
    long[] words = chunk(row);
    int at = offset(row);
    return new Settlement(
        (int) words[at],
        words[at + 1],
        words[at + 2],
        words[at + 3],
        words[at + 4],
        words[at + 5],
        words[at + 6],
        words[at + 7] != 0);
  }
}
