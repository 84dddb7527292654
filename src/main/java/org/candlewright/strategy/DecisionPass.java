package org.candlewright.strategy;

/**
 * What a strategy may see and do at one instant, after all closes of that instant are published and
 * before the next opens. Nothing later than now can be reached from here.
 */
public interface DecisionPass {
  /** Engine time, epoch milliseconds UTC. */
  long timeMillis();

  int instruments();

  /** Whether a bar of the instrument ended now. */
  boolean closed(int instrument);

  /** Index of the instrument's last ended bar; -1 if none. */
  int bar(int instrument);

  /** Side of the position held: 1 long, -1 short, 0 flat. */
  int side(int instrument);

  /** Whether an order of the instrument is still working. */
  boolean working(int instrument);

  /** Whether an order that closes its position is still working. */
  boolean leaving(int instrument);

  /** Whether the instrument may be sold short. */
  boolean mayShort(int instrument);

  /** Whether enough bars have ended for an entry. */
  boolean warm(int instrument);

  /** Index into the instrument's funding of the last settlement at or before now; -1 if none. */
  int lastSettlement(int instrument);

  /** Opens a position at the next open. Returns whether the order was accepted. */
  boolean enter(int instrument, int side, int reason);

  /**
   * Opens or adds to a position as the plan says. Returns whether the order was accepted.
   *
   * @param plan how the entry is worked and left
   */
  boolean enter(int instrument, int side, int reason, EntryPlan plan);

  /** Entries that hold something now; more than one by pyramiding. */
  int entries(int instrument);

  /** Whether an entry of that reason holds something, or its order still works. */
  boolean taken(int instrument, int reason);

  /** Bars that have ended since the oldest entry held was first filled, its bar included. */
  int barsInTrade(int instrument);

  /** Cancels entries that still work. */
  void cancelEntries(int instrument);

  /**
   * Closes a share of the position at the next open; stops and targets keep what is left.
   *
   * @param share integer of 1e-12
   */
  void reduce(int instrument, long share, int reason);

  /**
   * Closes a share of the position at the close that was just published.
   *
   * @param share integer of 1e-12
   */
  void closeNow(int instrument, long share, int reason);

  /** Cancels entries of that reason that wait for price. */
  void cancelWaiting(int instrument, int reason);

  /**
   * Lets an exit rest beside the position, or moves one that does. One that has done its part stays
   * done until the position is flat.
   *
   * @param slot number of the exit, below 64
   */
  void restExit(int instrument, int slot, ExitPlan plan);

  /** Mean entry price of the position in quote units; NaN while flat. */
  double entryPrice(int instrument);

  /** A computed trigger of an order of that side in ticks, as the run rounds it. */
  long stopTicks(int instrument, int side, double price);

  /** A computed limit of an order of that side in ticks, as the run rounds it. */
  long limitTicks(int instrument, int side, double price);

  /** Closes the position at the next open and cancels what still works for its entry. */
  void exit(int instrument, int reason);

  /**
   * Opens both legs of a carry: long spot, short perpetual. Returns whether it was accepted.
   *
   * @param conviction 0 to 1, for sizing by conviction
   */
  boolean enterPair(int perpetual, int spot, int reason, double conviction);

  /** Closes both legs of a carry jointly. */
  void exitPair(int perpetual, int spot, int reason);

  /**
   * Opens both legs of a pair in one: the first on the given side, the second on the other, worth
   * {@code hedgeRatio} times the first. Returns whether it was accepted.
   *
   * @param side 1 long the first leg, -1 short
   */
  boolean enterLegs(int first, int second, int side, double hedgeRatio, int reason);

  /** Closes what is held of both legs jointly, and cancels what still works for their entries. */
  void exitLegs(int first, int second, int reason);

  /** Records that a wanted entry was refused by a limit of the strategy; once until it changes. */
  void refuse(int instrument, int reason, String code, String limit, String value);
}
