package org.candlewright.engine;

import java.util.Arrays;
import org.candlewright.market.Exact;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Funding payments on one entry, each with the lots it was paid on, so that an exit takes with its
 * lots exactly their part: rounded toward zero, the remainder with the last lots.
 */
final class Settled {
  private static final int WORDS = 5;
  private static final int TIME = 0;
  private static final int AMOUNT = 1;
  private static final int LOTS = 2;
  private static final int ALL_LOTS = 3;
  private static final int LAST_EXIT = 4;
  private static final long[] NOTHING = {};

  private long[] words = NOTHING;
  private int size;

  /** Notes a payment on all the lots held then. */
  void add(long millis, long amount, long lots) {
    if (size == words.length) {
      words = Arrays.copyOf(words, Math.max(8 * WORDS, size * 2));
    }
    words[size + TIME] = millis;
    words[size + AMOUNT] = amount;
    words[size + LOTS] = lots;
    words[size + ALL_LOTS] = lots;
    words[size + LAST_EXIT] = 0;
    size += WORDS;
  }

  /**
   * Gives a closing its part of every payment on the oldest lots.
   *
   * @param side of the entry
   */
  void share(long lots, Book.Closing closing, int instrument, int side, RunLog log) {
    long exit = closing.exit.number();
    for (int at = 0; at < size; at += WORDS) {
      long left = words[at + LOTS];
      if (left == 0) {
        continue;
      }
      long part = Math.min(lots, left);
      long amount =
          part == left
              ? words[at + AMOUNT]
              : Exact.mulDivTowardZero(words[at + AMOUNT], part, left);
      closing.funding = Math.addExact(closing.funding, amount);
      if (words[at + LAST_EXIT] != exit) {
        closing.fundingPayments++;
        words[at + LAST_EXIT] = exit;
      }
      if (part < words[at + ALL_LOTS]) {
        log.shares.add(
            new SettlementShare(
                instrument,
                words[at + TIME],
                closing.entry.order.number(),
                exit,
                side * part,
                amount));
      }
      words[at + AMOUNT] -= amount;
      words[at + LOTS] = left - part;
    }
    if (closing.entry.heldLots == 0) {
      size = 0;
    }
  }

  /** What has been paid on the lots still held. */
  long amount() {
    long sum = 0;
    for (int at = 0; at < size; at += WORDS) {
      sum = Math.addExact(sum, words[at + AMOUNT]);
    }
    return sum;
  }

  /** Payments in which lots still held had a part. */
  int payments() {
    int count = 0;
    for (int at = 0; at < size; at += WORDS) {
      count += words[at + LOTS] > 0 ? 1 : 0;
    }
    return count;
  }

  void save(StateWriter out) {
    out.putLongs(words, size);
  }

  void restore(StateReader in) {
    int length = in.getInt();
    words = new long[length];
    for (int i = 0; i < length; i++) {
      words[i] = in.getLong();
    }
    size = length;
  }
}
