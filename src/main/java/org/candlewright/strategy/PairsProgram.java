package org.candlewright.strategy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Pairs of a run: exits are decided before entries, the widest spreads enter first. Hedge ratio and
 * half-life are estimated anew at each bar while flat, and kept as they were while a trade is open.
 */
final class PairsProgram implements StrategyProgram {
  private static final int LONG = 0;
  private static final int SHORT = 1;
  private static final int REVERTED = 2;
  private static final int STOP = 3;
  private static final int TIME = 4;
  private static final int LEG_LOST = 5;
  private static final int DRIFT = 6;
  private static final List<String> REASONS =
      List.of(
          "spread_low",
          "spread_high",
          "spread_reverted",
          "spread_stop",
          "time_stop",
          "leg_lost",
          "hedge_drift");
  private static final long DAY = 86_400_000L;
  private static final int FEWEST_WINDOW_BARS = 30;

  private final PairColumns[] pairs;
  private final PairTrade[] trades;
  private final PairExplanation words;
  private final int warmUpBars;
  private final double entry;
  private final double exit;
  private final double stop;
  private final double timeStop;
  private final double shortest;
  private final double longest;
  private final int most;
  private final boolean waits;
  private final double mostDrift;

  /** Joined bar at which a pair is to be entered in this pass; -1 if it is not. */
  private final int[] wanted;

  PairsProgram(PairsStrategy strategy, List<InstrumentData> instruments) {
    requirePairs(instruments);
    this.warmUpBars = warmUp(strategy, instruments.getFirst());
    this.pairs = new PairColumns[instruments.size() / 2];
    this.trades = new PairTrade[pairs.length];
    for (int pair = 0; pair < pairs.length; pair++) {
      pairs[pair] =
          new PairColumns(strategy, instruments.get(2 * pair), instruments.get(2 * pair + 1));
      trades[pair] = new PairTrade();
    }
    this.wanted = new int[pairs.length];
    this.entry = strategy.value("entry_z").doubleValue();
    this.exit = strategy.value("exit_z").doubleValue();
    this.stop = strategy.value("stop_z").doubleValue();
    this.timeStop = strategy.value("time_stop").doubleValue();
    this.shortest = strategy.value("min_half_life").doubleValue();
    double most = strategy.value("max_half_life").doubleValue();
    this.longest = most == 0 ? Double.POSITIVE_INFINITY : most;
    this.most = strategy.value("max_positions").intValueExact();
    this.waits = strategy.value("wait_after_stop").signum() != 0;
    double drift = strategy.value("max_drift").movePointLeft(2).doubleValue();
    this.mostDrift = drift == 0 ? Double.POSITIVE_INFINITY : drift;
    this.words = new PairExplanation(strategy);
  }

  private static void requirePairs(List<InstrumentData> instruments) {
    List<InstrumentId> ids =
        instruments.stream().map(InstrumentData::instrument).map(each -> each.id()).toList();
    if (ids.isEmpty() || ids.size() % 2 != 0) {
      throw new InputException(
          "instruments: " + ids.size() + " named, pairs need an even number",
          "Name them pair by pair: A,B is one pair, A,B,C,D are two");
    }
    Set<InstrumentId> seen = new HashSet<>();
    for (InstrumentId id : ids) {
      if (!id.kind().isPerpetual()) {
        throw new InputException(
            "instruments: " + id + " is not a perpetual",
            "A pair sells one of its legs short; name perpetuals, such as binance:BTCUSDT.P");
      }
      if (!seen.add(id)) {
        throw new InputException(
            "instruments: " + id + " is named twice",
            "An instrument can be a leg of one pair of a run; run the other pair by itself");
      }
    }
  }

  private static int warmUp(PairsStrategy strategy, InstrumentData data) {
    long barMillis = data.bars().timeframe().millis();
    long days = strategy.value("window_days").longValueExact();
    long window = days * DAY / barMillis;
    if (window < FEWEST_WINDOW_BARS) {
      throw new InputException(
          strategy.name()
              + ": parameters.window_days: "
              + days
              + " days hold only "
              + window
              + " bars of "
              + data.bars().timeframe(),
          "Choose a window of at least " + FEWEST_WINDOW_BARS + " bars, or a finer timeframe");
    }
    return Math.toIntExact(Math.max(window, strategy.value("z_bars").longValueExact() - 1) + 1);
  }

  @Override
  public Legs legs() {
    return Legs.NAMED_PAIR;
  }

  @Override
  public int minimumBars() {
    return 0;
  }

  @Override
  public int warmUpBars() {
    return warmUpBars;
  }

  @Override
  public List<String> reasons() {
    return REASONS;
  }

  /** The second leg's bars come after those of the first, so both are there by then. */
  @Override
  public void update(int instrument, int from, int to) {
    if (instrument % 2 == 1) {
      pairs[instrument / 2].update(from, to);
    }
  }

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    int pair = instrument / 2;
    if (side != 0 || trades[pair].side != 0 || trades[pair].stopped) {
      return from;
    }
    return instrument % 2 == 0 ? to : pairs[pair].nextWide(from, to);
  }

  @Override
  public void decide(DecisionPass pass) {
    int open = 0;
    for (int pair = 0; pair < pairs.length; pair++) {
      open += closeIfDue(pass, pair);
    }
    for (int pair = 0; pair < pairs.length; pair++) {
      wanted[pair] = entryBar(pass, pair);
    }
    for (int best = widest(); best >= 0; best = widest()) {
      int at = wanted[best];
      wanted[best] = -1;
      if (open >= most) {
        refuse(pass, best, at, "max_open_positions", String.valueOf(most), String.valueOf(open));
      } else if (enter(pass, best, at)) {
        open++;
      }
    }
  }

  /** Closes the pair if it is due; returns 1 if it still takes a slot. */
  private int closeIfDue(DecisionPass pass, int pair) {
    int first = 2 * pair;
    boolean holdsFirst = pass.side(first) != 0;
    boolean holdsSecond = pass.side(first + 1) != 0;
    boolean works = pass.working(first) || pass.working(first + 1);
    if (!holdsFirst && !holdsSecond && !works) {
      trades[pair].close();
      return 0;
    }
    if (pass.leaving(first) || pass.leaving(first + 1)) {
      return 0;
    }
    int reason = holdsFirst != holdsSecond ? LEG_LOST : leaves(pass, pair);
    if (reason < 0) {
      return 1;
    }
    pass.exitLegs(first, first + 1, reason);
    trades[pair].stopped = waits && reason == STOP;
    return 0;
  }

  private int leaves(DecisionPass pass, int pair) {
    int at = joined(pass, pair);
    if (at < 0) {
      return -1;
    }
    PairTrade trade = trades[pair];
    PairBars bars = pairs[pair].bars();
    // Towards the side's profit: an entry stands at −entry or below, and rises to −exit.
    double score = trade.side * pairs[pair].heldScore(at, trade.ratio, trade.lookBack);
    if (score >= -exit) {
      return REVERTED;
    }
    if (score <= -stop) {
      return STOP;
    }
    if (timeStop > 0 && pass.barsInTrade(2 * pair) >= timeStop * trade.halfLife) {
      return TIME;
    }
    return trade.drift(bars.firstLog(at) - bars.secondLog(at)) > mostDrift ? DRIFT : -1;
  }

  /** The joined bar that ended now; -1 unless both legs have one. */
  private int joined(DecisionPass pass, int pair) {
    return pass.closed(2 * pair) && pass.closed(2 * pair + 1)
        ? pairs[pair].bars().ofSecond(pass.bar(2 * pair + 1))
        : -1;
  }

  private int entryBar(DecisionPass pass, int pair) {
    int first = 2 * pair;
    int at = joined(pass, pair);
    if (at < 0
        || pass.side(first) != 0
        || pass.side(first + 1) != 0
        || pass.working(first)
        || pass.working(first + 1)) {
      return -1;
    }
    double score = Math.abs(pairs[pair].score(at));
    if (score < entry) {
      trades[pair].stopped = false;
    }
    return score >= entry && !trades[pair].stopped && allowed(pass, pair, at) ? at : -1;
  }

  /** What speaks against a spread that is wide enough; a refusal is recorded. */
  private boolean allowed(DecisionPass pass, int pair, int at) {
    double ratio = pairs[pair].ratio(at);
    if (!(ratio > 0 && ratio <= PairEstimate.LARGEST_RATIO)) {
      refuse(pass, pair, at, "hedge_ratio", "above 0 to 10", words.number(ratio));
      return false;
    }
    double score = Math.abs(pairs[pair].score(at));
    if (score >= stop) {
      refuse(pass, pair, at, "beyond_stop", words.number(stop), words.number(score));
      return false;
    }
    double halfLife = pairs[pair].estimateAt(at).halfLifeBars();
    if (!(halfLife >= shortest && halfLife <= longest)) {
      refuse(pass, pair, at, "half_life", words.range(shortest, longest), words.number(halfLife));
      return false;
    }
    return true;
  }

  private void refuse(
      DecisionPass pass, int pair, int at, String code, String limit, String value) {
    pass.refuse(2 * pair, pairs[pair].score(at) < 0 ? LONG : SHORT, code, limit, value);
  }

  /** The wanted pair with the widest spread, the first among equals; -1 if none is left. */
  private int widest() {
    int best = -1;
    for (int pair = 0; pair < pairs.length; pair++) {
      if (wanted[pair] >= 0 && (best < 0 || width(pair) > width(best))) {
        best = pair;
      }
    }
    return best;
  }

  private double width(int pair) {
    return Math.abs(pairs[pair].score(wanted[pair]));
  }

  private boolean enter(DecisionPass pass, int pair, int at) {
    int side = pairs[pair].score(at) < 0 ? 1 : -1;
    double ratio = pairs[pair].ratio(at);
    boolean accepted = pass.enterLegs(2 * pair, 2 * pair + 1, side, ratio, side > 0 ? LONG : SHORT);
    if (accepted) {
      PairEstimate estimate = pairs[pair].estimateAt(at);
      double halfLife = estimate.halfLifeBars();
      PairBars bars = pairs[pair].bars();
      trades[pair].open(
          side,
          ratio,
          halfLife,
          estimate.lookBack(halfLife),
          bars.firstLog(at) - bars.secondLog(at));
    }
    return accepted;
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return instrument % 2 == 0 ? List.of() : pairs[instrument / 2].lines();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return pairs[instrument / 2].lineValue(line, bar);
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    return explain(instrument, bar, side, 0, Double.NaN);
  }

  @Override
  public Explanation explain(
      int instrument, int bar, int side, int barsInTrade, double entryPrice) {
    int pair = instrument / 2;
    PairBars bars = pairs[pair].bars();
    int at = instrument % 2 == 0 ? bars.ofFirst(bar) : bars.ofSecond(bar);
    return words.explain(pairs[pair], at, trades[pair], side == 0 ? 0 : barsInTrade);
  }

  @Override
  public void save(StateWriter out) {
    for (int pair = 0; pair < pairs.length; pair++) {
      pairs[pair].save(out);
      trades[pair].save(out);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int pair = 0; pair < pairs.length; pair++) {
      pairs[pair].restore(in);
      trades[pair].restore(in);
    }
  }
}
