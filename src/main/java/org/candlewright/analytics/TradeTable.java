package org.candlewright.analytics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Closed trades as columns, in the order of their exits. Money counts units of the account's
 * currency, times are epoch milliseconds. A two-legged trade is one row with its legs' money
 * summed.
 */
public final class TradeTable {
  final int size;
  final int[] id;
  final int[] direction;
  final int[] instrument;
  final long[] entryMillis;
  final long[] exitMillis;
  final int[] bars;
  final long[] lots;

  /** Notional at entry, all legs. */
  final long[] cost;

  /** Margin it binds: notional of spot legs, notional over leverage of perpetual ones. */
  final long[] margin;

  final long[] net;
  final long[] entryFee;
  final long[] exitFee;
  final long[] funding;
  final long[] slippage;

  /** Loss at the stop, above zero; 0 where it is not known. */
  final long[] initialRisk;

  final long[] favourable;
  final long[] adverse;
  final boolean[] liquidated;
  private final TradeLabels labels;

  /** Rows in the order of their entries. */
  final int[] byEntry;

  private TradeTable(Builder from, int[] order) {
    this.size = order.length;
    // Looked at once: there are many columns, and most tables stand in order already.
    boolean kept = inPlace(order, from.id.length);
    this.id = sorted(from.id, order, kept);
    this.direction = sorted(from.direction, order, kept);
    this.instrument = sorted(from.instrument, order, kept);
    this.entryMillis = sorted(from.entryMillis, order, kept);
    this.exitMillis = sorted(from.exitMillis, order, kept);
    this.bars = sorted(from.bars, order, kept);
    this.lots = sorted(from.lots, order, kept);
    this.cost = sorted(from.cost, order, kept);
    this.margin = sorted(from.margin, order, kept);
    this.net = sorted(from.net, order, kept);
    this.entryFee = sorted(from.entryFee, order, kept);
    this.exitFee = sorted(from.exitFee, order, kept);
    this.funding = sorted(from.funding, order, kept);
    this.slippage = sorted(from.slippage, order, kept);
    this.initialRisk = sorted(from.initialRisk, order, kept);
    this.favourable = sorted(from.favourable, order, kept);
    this.adverse = sorted(from.adverse, order, kept);
    this.liquidated = sorted(from.liquidated, order, kept);
    this.labels = from.labels;
    this.byEntry = entryOrder();
  }

  private static boolean[] sorted(boolean[] column, int[] order, boolean kept) {
    if (kept) {
      return column;
    }
    boolean[] out = new boolean[order.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = column[order[i]];
    }
    return out;
  }

  /** Whether the rows stand already as the order wants them, so that nothing need be copied. */
  private static boolean inPlace(int[] order, int length) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] != i) {
        return false;
      }
    }
    return order.length == length;
  }

  private static int[] sorted(int[] column, int[] order, boolean kept) {
    if (kept) {
      return column;
    }
    int[] out = new int[order.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = column[order[i]];
    }
    return out;
  }

  private static long[] sorted(long[] column, int[] order, boolean kept) {
    if (kept) {
      return column;
    }
    long[] out = new long[order.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = column[order[i]];
    }
    return out;
  }

  public int size() {
    return size;
  }

  /** Number of the trade in {@code trades.csv}. */
  public int id(int row) {
    return id[row];
  }

  /** 1 long, -1 short. */
  public int direction(int row) {
    return direction[row];
  }

  public long entryMillis(int row) {
    return entryMillis[row];
  }

  public long exitMillis(int row) {
    return exitMillis[row];
  }

  /** Net profit, money units. */
  public long net(int row) {
    return net[row];
  }

  /** Fees of entry and exit, money units. */
  public long fees(int row) {
    return entryFee[row] + exitFee[row];
  }

  public long funding(int row) {
    return funding[row];
  }

  public long slippage(int row) {
    return slippage[row];
  }

  /** Loss at the first stop, money units; 0 where it is not known. */
  public long initialRisk(int row) {
    return initialRisk[row];
  }

  /** How far the trade ran both ways, and what it took of it. */
  public Excursion excursion(int row) {
    long gross = net[row] - funding[row] + fees(row);
    return new Excursion(favourable[row], adverse[row], gross);
  }

  /** The trades of one side. */
  TradeTable of(Side side) {
    if (side == Side.ALL) {
      return this;
    }
    int count = 0;
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      if (side.counts(direction[i])) {
        rows[count++] = i;
      }
    }
    return new TradeTable(new Builder(this), Arrays.copyOf(rows, count));
  }

  /** Words that belong to a trade. */
  public TradeLabels labels() {
    return labels;
  }

  /** Collects rows in any order. */
  public static final class Builder {
    private final TradeLabels labels;
    private final int[] id;
    private final int[] direction;
    private final int[] instrument;
    private final long[] entryMillis;
    private final long[] exitMillis;
    private final int[] bars;
    private final long[] lots;
    private final long[] cost;
    private final long[] margin;
    private final long[] net;
    private final long[] entryFee;
    private final long[] exitFee;
    private final long[] funding;
    private final long[] slippage;
    private final long[] initialRisk;
    private final long[] favourable;
    private final long[] adverse;
    private final boolean[] liquidated;
    private int size;
    private boolean inOrder = true;

    public Builder(int capacity, TradeLabels labels) {
      this.labels = labels;
      id = new int[capacity];
      direction = new int[capacity];
      instrument = new int[capacity];
      entryMillis = new long[capacity];
      exitMillis = new long[capacity];
      bars = new int[capacity];
      lots = new long[capacity];
      cost = new long[capacity];
      margin = new long[capacity];
      net = new long[capacity];
      entryFee = new long[capacity];
      exitFee = new long[capacity];
      funding = new long[capacity];
      slippage = new long[capacity];
      initialRisk = new long[capacity];
      favourable = new long[capacity];
      adverse = new long[capacity];
      liquidated = new boolean[capacity];
    }

    /** Columns of a table, to take rows from. */
    private Builder(TradeTable from) {
      labels = from.labels;
      id = from.id;
      direction = from.direction;
      instrument = from.instrument;
      entryMillis = from.entryMillis;
      exitMillis = from.exitMillis;
      bars = from.bars;
      lots = from.lots;
      cost = from.cost;
      margin = from.margin;
      net = from.net;
      entryFee = from.entryFee;
      exitFee = from.exitFee;
      funding = from.funding;
      slippage = from.slippage;
      initialRisk = from.initialRisk;
      favourable = from.favourable;
      adverse = from.adverse;
      liquidated = from.liquidated;
    }

    /** Begins a row; the other methods fill it. */
    public Builder trade(int number, int side, int ofInstrument, int heldBars, long heldLots) {
      id[size] = number;
      direction[size] = side;
      instrument[size] = ofInstrument;
      bars[size] = heldBars;
      lots[size++] = heldLots;
      return this;
    }

    public Builder times(long entry, long exit) {
      entryMillis[size - 1] = entry;
      exitMillis[size - 1] = exit;
      inOrder &= size == 1 || exit >= exitMillis[size - 2];
      return this;
    }

    public Builder capital(long notional, long boundMargin, long riskToStop) {
      cost[size - 1] = notional;
      margin[size - 1] = boundMargin;
      initialRisk[size - 1] = riskToStop;
      return this;
    }

    public Builder result(
        long profit, long feeOfEntry, long feeOfExit, long fundingReceived, long slippageCost) {
      net[size - 1] = profit;
      entryFee[size - 1] = feeOfEntry;
      exitFee[size - 1] = feeOfExit;
      funding[size - 1] = fundingReceived;
      slippage[size - 1] = slippageCost;
      return this;
    }

    public Builder excursion(Excursion excursion, boolean byLiquidation) {
      favourable[size - 1] = excursion.favourable();
      adverse[size - 1] = excursion.adverse();
      liquidated[size - 1] = byLiquidation;
      return this;
    }

    public TradeTable build() {
      int[] order =
          inOrder
              ? IntStream.range(0, size).toArray()
              : IntStream.range(0, size)
                  .boxed()
                  .sorted(
                      Comparator.comparingLong((Integer i) -> exitMillis[i])
                          .thenComparingInt(i -> id[i]))
                  .mapToInt(Integer::intValue)
                  .toArray();
      return new TradeTable(this, order);
    }
  }

  private int[] entryOrder() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = 1; i < size; i++) {
      if (entryMillis[i] < entryMillis[i - 1]) {
        return Arrays.stream(order)
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> entryMillis[row]))
            .mapToInt(Integer::intValue)
            .toArray();
      }
    }
    return order;
  }
}
