package org.candlewright.engine;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Double-entry ledger in exact integers. Every entry's postings sum to zero in each currency, and
 * that is checked as the entry is closed, always.
 *
 * <p>Accounts are numbered: six of the account currency, then six of each instrument. Postings are
 * positive for what an account receives.
 */
public final class Ledger {
  static final int CASH = 0;
  static final int CAPITAL = 1;
  static final int FEES = 2;
  static final int FUNDING = 3;
  static final int INSURANCE = 4;

  /** Wallet that the perpetual legs of a carry have their margin in; {@link #CASH} is the other. */
  static final int MARGIN = 5;

  private static final int FIRST_OF_INSTRUMENT = 6;
  private static final int PER_INSTRUMENT = 6;
  private static final String[] COMMON = {
    "cash", "capital", "fees", "funding", "insurance", "margin"
  };
  private static final String[] OF_INSTRUMENT = {
    "pnl", "trading", "trading", "holding", "dust", "fees"
  };

  private final long[] balances;
  private final RunObserver observer;
  private final boolean watched;
  private long entry;
  private long quoteSum;
  private long baseSum;
  private long timeMillis;
  private String what = "";
  private long order;
  private String reference = "";

  Ledger(int instruments, RunObserver observer) {
    this.balances = new long[FIRST_OF_INSTRUMENT + PER_INSTRUMENT * instruments];
    this.observer = observer;
    this.watched = observer.wantsPostings();
  }

  static int pnl(int instrument) {
    return FIRST_OF_INSTRUMENT + PER_INSTRUMENT * instrument;
  }

  static int tradingQuote(int instrument) {
    return pnl(instrument) + 1;
  }

  static int tradingBase(int instrument) {
    return pnl(instrument) + 2;
  }

  static int holding(int instrument) {
    return pnl(instrument) + 3;
  }

  static int dust(int instrument) {
    return pnl(instrument) + 4;
  }

  static int feesBase(int instrument) {
    return pnl(instrument) + 5;
  }

  /** Instrument an account belongs to; -1 for the accounts they share. */
  public static int instrumentOf(int account) {
    return account < FIRST_OF_INSTRUMENT ? -1 : (account - FIRST_OF_INSTRUMENT) / PER_INSTRUMENT;
  }

  /** Name of an account without its instrument: {@code cash}, {@code pnl}, {@code holding}, … */
  public static String nameOf(int account) {
    return account < FIRST_OF_INSTRUMENT
        ? COMMON[account]
        : OF_INSTRUMENT[(account - FIRST_OF_INSTRUMENT) % PER_INSTRUMENT];
  }

  /** Whether an account counts the instrument's base coin rather than the account currency. */
  public static boolean countsBase(int account) {
    return account >= FIRST_OF_INSTRUMENT && (account - FIRST_OF_INSTRUMENT) % PER_INSTRUMENT >= 2;
  }

  /** Begins an entry that no order caused. */
  void begin(long time, String cause) {
    begin(time, cause, 0);
  }

  /** Begins an entry caused by an order. */
  void beginOrder(long time, long number) {
    begin(time, "order", number);
  }

  private void begin(long time, String cause, long number) {
    entry++;
    timeMillis = time;
    what = cause;
    order = number;
    // Spelled out for those who read it only: texts would cost more than the postings.
    reference = watched ? reference() : "";
    quoteSum = 0;
    baseSum = 0;
  }

  private String reference() {
    return order == 0 ? what : what + " " + order;
  }

  void post(int account, long amount) {
    if (amount == 0) {
      return;
    }
    balances[account] = Math.addExact(balances[account], amount);
    if (countsBase(account)) {
      baseSum += amount;
    } else {
      quoteSum += amount;
    }
    if (watched) {
      observer.posting(entry, timeMillis, account, amount, reference);
    }
  }

  void end() {
    if (quoteSum != 0 || baseSum != 0) {
      throw new IllegalStateException(
          "ledger entry "
              + entry
              + " ("
              + reference()
              + ") does not sum to zero: "
              + quoteSum
              + " in the account's currency, "
              + baseSum
              + " in the coin");
    }
  }

  int accounts() {
    return balances.length;
  }

  long balance(int account) {
    return balances[account];
  }

  /** Money in both wallets. */
  long cash() {
    return balances[CASH] + balances[MARGIN];
  }

  void save(StateWriter out) {
    out.putLong(entry);
    out.putLongs(balances, balances.length);
  }

  void restore(StateReader in) {
    entry = in.getLong();
    in.getLongs(balances);
  }
}
