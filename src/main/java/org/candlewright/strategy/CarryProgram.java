package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Carry over pairs of perpetual and spot. Exits are decided before entries, so that a pair that
 * leaves frees its slot in the same pass.
 */
final class CarryProgram implements StrategyProgram {
  private static final long HOUR = 3_600_000L;

  private final List<InstrumentData> instruments;
  private final int pairs;
  private final CarrySignal signal;
  private final List<String> reasons;
  private final int missing;
  private final int maxPositions;
  private final CarryMoment moment;

  /** Reason for which each pair is to be entered in this pass; -1 if it is not. */
  private final int[] wanted;

  CarryProgram(List<InstrumentData> instruments, CarrySignal signal, int maxPositions) {
    if (instruments.size() % 2 != 0) {
      throw new InputException(
          "a carry needs a spot leg for each perpetual",
          "Import the spot candles of the same base and quote at the same venue");
    }
    for (int leg = 0; leg < instruments.size(); leg += 2) {
      InstrumentId perpetual = instruments.get(leg).instrument().id();
      InstrumentId spot = instruments.get(leg + 1).instrument().id();
      if (!perpetual.kind().isPerpetual() || !perpetual.spot().equals(spot)) {
        throw new InputException(
            spot + " is not the spot leg of " + perpetual,
            "Name perpetuals only, the spot of the same symbol and venue is their other leg");
      }
    }
    this.instruments = instruments;
    this.pairs = instruments.size() / 2;
    this.signal = signal;
    this.reasons = new ArrayList<>(signal.reasons());
    this.missing = reasons.size();
    reasons.add("rate_missing");
    this.maxPositions = maxPositions;
    this.moment = new CarryMoment(instruments.get(0), instruments.get(1));
    this.wanted = new int[pairs];
  }

  @Override
  public Legs legs() {
    return Legs.PERPETUAL_AND_SPOT;
  }

  @Override
  public int minimumBars() {
    return 0;
  }

  @Override
  public int warmUpBars() {
    return 0;
  }

  @Override
  public List<String> reasons() {
    return reasons;
  }

  @Override
  public boolean statesConviction(int reason) {
    return signal.statesConviction();
  }

  @Override
  public void update(int instrument, int from, int to) {}

  @Override
  public int nextDecision(int instrument, int from, int to, int side) {
    return from;
  }

  @Override
  public void decide(DecisionPass pass) {
    int open = 0;
    for (int pair = 0; pair < pairs; pair++) {
      open += closeIfDue(pass, pair);
    }
    for (int pair = 0; pair < pairs; pair++) {
      wanted[pair] = entryReason(pass, pair);
    }
    for (int best = best(pass); best >= 0; best = best(pass)) {
      int reason = wanted[best];
      wanted[best] = -1;
      if (open >= maxPositions) {
        pass.refuse(
            2 * best,
            reason,
            "max_open_positions",
            Integer.toString(maxPositions),
            Integer.toString(open));
      } else if (pass.enterPair(
          2 * best, 2 * best + 1, reason, signal.conviction(at(pass, best)))) {
        open++;
      }
    }
  }

  /** Closes the pair if its signal says so; returns 1 if it still takes a slot. */
  private int closeIfDue(DecisionPass pass, int pair) {
    int perpetual = 2 * pair;
    boolean leaves = pass.leaving(perpetual) || pass.leaving(perpetual + 1);
    // A pair gives its slot back when its exit is decided, not when that has filled.
    if (leaves || flat(pass, perpetual)) {
      return 0;
    }
    int reason = missing(pass, perpetual) ? missing : signal.leaves(at(pass, pair));
    if (reason < 0) {
      return 1;
    }
    pass.exitPair(perpetual, perpetual + 1, reason);
    return 0;
  }

  private int entryReason(DecisionPass pass, int pair) {
    int perpetual = 2 * pair;
    return pass.closed(perpetual)
            && pass.closed(perpetual + 1)
            && flat(pass, perpetual)
            && !missing(pass, perpetual)
        ? signal.enters(at(pass, pair))
        : -1;
  }

  private CarryMoment at(DecisionPass pass, int pair) {
    int perpetual = 2 * pair;
    moment.moveTo(
        pair,
        instruments.get(perpetual),
        instruments.get(perpetual + 1),
        pass.lastSettlement(perpetual),
        pass.bar(perpetual),
        pass.bar(perpetual + 1));
    return moment;
  }

  /** Whether neither leg is held and nothing works for either. */
  private static boolean flat(DecisionPass pass, int perpetual) {
    return pass.side(perpetual) == 0
        && pass.side(perpetual + 1) == 0
        && !pass.working(perpetual)
        && !pass.working(perpetual + 1);
  }

  /** The wanted pair with the highest 8-hour rate, the first among equals; -1 if none is left. */
  private int best(DecisionPass pass) {
    int best = -1;
    for (int pair = 0; pair < pairs; pair++) {
      if (wanted[pair] >= 0 && (best < 0 || higher(pass, pair, best))) {
        best = pair;
      }
    }
    return best;
  }

  private boolean higher(DecisionPass pass, int pair, int other) {
    FundingHistory mine = funding(2 * pair);
    FundingHistory theirs = funding(2 * other);
    int at = pass.lastSettlement(2 * pair);
    int otherAt = pass.lastSettlement(2 * other);
    return Math.multiplyExact(mine.rateUnits(at), theirs.intervalHours(otherAt))
        > Math.multiplyExact(theirs.rateUnits(otherAt), mine.intervalHours(at));
  }

  private boolean missing(DecisionPass pass, int perpetual) {
    int at = pass.lastSettlement(perpetual);
    FundingHistory funding = funding(perpetual);
    return at < 0 || pass.timeMillis() - funding.time(at) >= 2 * HOUR * funding.intervalHours(at);
  }

  private FundingHistory funding(int instrument) {
    return instruments.get(instrument).funding();
  }

  @Override
  public List<IndicatorLine> lines(int instrument) {
    return List.of();
  }

  @Override
  public double lineValue(int instrument, int line, int bar) {
    return Double.NaN;
  }

  @Override
  public Explanation explain(int instrument, int bar, int side) {
    int perpetual = instrument - instrument % 2;
    FundingHistory funding = funding(perpetual);
    long now = instruments.get(instrument).bars().endTime(bar);
    int at = funding.firstAtOrAfter(now + 1) - 1;
    if (at < 0) {
      return new Explanation(
          List.of(),
          List.of(
              new Explanation.Condition(
                  "a settled rate is known", false, Double.NaN, Double.NaN, "", List.of())));
    }
    moment.moveTo(
        perpetual / 2,
        instruments.get(perpetual),
        instruments.get(perpetual + 1),
        at,
        instruments.get(perpetual).bars().lastEndedAt(now),
        instruments.get(perpetual + 1).bars().lastEndedAt(now));
    Explanation saw = signal.explain(moment);
    List<Explanation.Input> inputs = new ArrayList<>();
    inputs.add(
        new Explanation.Input("last settled rate", funding.rateUnits(at) / 1e12, "fraction"));
    inputs.add(new Explanation.Input("interval", funding.intervalHours(at), "h"));
    inputs.add(new Explanation.Input("rate per 8 h", moment.rate(at), "fraction"));
    inputs.add(
        new Explanation.Input("age of the rate", (now - funding.time(at)) / (double) HOUR, "h"));
    inputs.addAll(saw.inputs());
    return new Explanation(inputs, saw.rules());
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void restore(StateReader in) {}
}
