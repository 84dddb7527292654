package org.candlewright.analytics;

/** Sums and extremes over the trades of one side, in one pass; money in exact units. */
final class TradeStatistics {
  private final TradeTable trades;
  private int count;
  private int wins;
  private int losses;
  private long won;
  private long lost;
  private long fees;
  private long funding;
  private long slippage;
  private long largestWin;
  private long largestLoss;
  private double largestWinShare;
  private double largestLossShare;
  private double shares;
  private double winShares;
  private double lossShares;
  private long bars;
  private long winBars;
  private long lossBars;
  private long heldMillis;
  private int winsInRow;
  private int lossesInRow;
  private int liquidations;
  private int risked;
  private double riskMultiples;

  TradeStatistics(TradeTable trades) {
    this.trades = trades;
    int winning = 0;
    int losing = 0;
    for (int i = 0; i < trades.size; i++) {
      add(i);
      winning = trades.net[i] > 0 ? winning + 1 : 0;
      losing = trades.net[i] < 0 ? losing + 1 : 0;
      winsInRow = Math.max(winsInRow, winning);
      lossesInRow = Math.max(lossesInRow, losing);
    }
  }

  private void add(int i) {
    long net = trades.net[i];
    double share = (double) net / trades.cost[i];
    count++;
    fees = Math.addExact(fees, trades.fees(i));
    funding = Math.addExact(funding, trades.funding[i]);
    slippage = Math.addExact(slippage, trades.slippage[i]);
    shares += share;
    bars += trades.bars[i];
    heldMillis += trades.exitMillis[i] - trades.entryMillis[i];
    liquidations += trades.liquidated[i] ? 1 : 0;
    if (trades.initialRisk[i] > 0) {
      risked++;
      riskMultiples += (double) net / trades.initialRisk[i];
    }
    if (net > 0) {
      wins++;
      won = Math.addExact(won, net);
      winShares += share;
      winBars += trades.bars[i];
      largestWin = Math.max(largestWin, net);
      largestWinShare = Math.max(largestWinShare, share);
    } else if (net < 0) {
      losses++;
      lost = Math.subtractExact(lost, net);
      lossShares -= share;
      lossBars += trades.bars[i];
      largestLoss = Math.max(largestLoss, -net);
      largestLossShare = Math.max(largestLossShare, -share);
    }
  }

  int count() {
    return count;
  }

  int wins() {
    return wins;
  }

  int losses() {
    return losses;
  }

  int even() {
    return count - wins - losses;
  }

  long net() {
    return won - lost;
  }

  /** Σ net of winning trades. */
  long won() {
    return won;
  }

  /** Σ −net of losing trades, not below zero. */
  long lost() {
    return lost;
  }

  long fees() {
    return fees;
  }

  long funding() {
    return funding;
  }

  long slippage() {
    return slippage;
  }

  long largestWin() {
    return largestWin;
  }

  long largestLoss() {
    return largestLoss;
  }

  /** Largest net over entry notional; it may be another trade's than the largest amount. */
  double largestWinShare() {
    return largestWinShare;
  }

  double largestLossShare() {
    return largestLossShare;
  }

  double meanShare() {
    return shares / count;
  }

  double meanWinShare() {
    return winShares / wins;
  }

  double meanLossShare() {
    return lossShares / losses;
  }

  long bars() {
    return bars;
  }

  long winBars() {
    return winBars;
  }

  long lossBars() {
    return lossBars;
  }

  long heldMillis() {
    return heldMillis;
  }

  int winsInRow() {
    return winsInRow;
  }

  int lossesInRow() {
    return lossesInRow;
  }

  int liquidations() {
    return liquidations;
  }

  /** Trades whose initial risk is known. */
  int risked() {
    return risked;
  }

  double meanRiskMultiple() {
    return riskMultiples / risked;
  }

  /** Sample deviation of net profit, money units. */
  double deviation() {
    double mean = (double) net() / count;
    double squares = 0;
    for (int i = 0; i < trades.size; i++) {
      squares += (trades.net[i] - mean) * (trades.net[i] - mean);
    }
    return Math.sqrt(squares / (count - 1));
  }

  /**
   * Squared correlation of the closed profit after each trade with the trade's number: 1 is a
   * straight line.
   */
  double stability() {
    double meanNumber = (count - 1) / 2.0;
    double sum = 0;
    long closed = 0;
    for (int i = 0; i < trades.size; i++) {
      closed += trades.net[i];
      sum += closed;
    }
    double meanClosed = sum / count;
    double both = 0;
    double numbers = 0;
    double squares = 0;
    closed = 0;
    for (int i = 0; i < trades.size; i++) {
      closed += trades.net[i];
      double x = i - meanNumber;
      double y = closed - meanClosed;
      both += x * y;
      numbers += x * x;
      squares += y * y;
    }
    return both * both / (numbers * squares);
  }
}
