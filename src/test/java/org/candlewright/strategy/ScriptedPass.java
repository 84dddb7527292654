package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;

/** A decision pass whose state a test sets, and which notes what is asked of it. */
final class ScriptedPass implements DecisionPass {
  final List<String> asked = new ArrayList<>();
  final int[] side;
  final boolean[] working;
  final boolean[] leaving;
  final boolean[] closed;
  final int[] bar;
  final int[] barsInTrade;
  final boolean[] warm;
  final Set<Integer> taken = new HashSet<>();

  /** Mean entry price, and how many entries are held; -1 where the side says it. */
  double entryPrice = Double.NaN;

  int entries = -1;

  /** Of the last exit that rests. */
  ExitPlan resting = new ExitPlan(0, 0, EntryPlan.Trail.NONE, 0, 0);

  boolean accepts = true;
  long now;

  /** Of the last entry that had one. */
  EntryPlan plan = EntryPlan.MARKET;

  /** Of the last named pair. */
  double hedgeRatio = Double.NaN;

  /** Of the last pair. */
  double pairConviction = Double.NaN;

  private final List<InstrumentData> instruments;
  private final StrategyProgram program;

  ScriptedPass(StrategyProgram program, List<InstrumentData> instruments) {
    this.program = program;
    this.instruments = instruments;
    int count = instruments.size();
    side = new int[count];
    working = new boolean[count];
    leaving = new boolean[count];
    closed = new boolean[count];
    bar = new int[count];
    barsInTrade = new int[count];
    warm = new boolean[count];
    Arrays.fill(closed, true);
    Arrays.fill(warm, true);
  }

  StrategyProgram program() {
    return program;
  }

  /** Decides at the end of the given bar of the first instrument; returns what was asked. */
  List<String> decideAt(int index) {
    Arrays.fill(bar, index);
    return decideAtTime(instruments.getFirst().bars().endTime(index));
  }

  List<String> decideAtTime(long millis) {
    now = millis;
    asked.clear();
    program.decide(this);
    return List.copyOf(asked);
  }

  @Override
  public long timeMillis() {
    return now;
  }

  @Override
  public int instruments() {
    return side.length;
  }

  @Override
  public boolean closed(int instrument) {
    return closed[instrument];
  }

  @Override
  public int bar(int instrument) {
    return bar[instrument];
  }

  @Override
  public int side(int instrument) {
    return side[instrument];
  }

  @Override
  public boolean working(int instrument) {
    return working[instrument];
  }

  @Override
  public boolean leaving(int instrument) {
    return leaving[instrument];
  }

  @Override
  public int barsInTrade(int instrument) {
    return barsInTrade[instrument];
  }

  @Override
  public boolean mayShort(int instrument) {
    return instruments.get(instrument).instrument().id().kind().isPerpetual();
  }

  @Override
  public boolean warm(int instrument) {
    return warm[instrument];
  }

  @Override
  public int lastSettlement(int instrument) {
    FundingHistory funding = instruments.get(instrument).funding();
    return funding.firstAtOrAfter(now + 1) - 1;
  }

  @Override
  public boolean enter(int instrument, int enterSide, int reason) {
    asked.add("enter " + instrument + (enterSide > 0 ? " long " : " short ") + name(reason));
    return accepts;
  }

  @Override
  public void exit(int instrument, int reason) {
    asked.add("exit " + instrument + " " + name(reason));
  }

  @Override
  public boolean enterPair(int perpetual, int spot, int reason, double conviction) {
    pairConviction = conviction;
    asked.add("enter " + perpetual + "+" + spot + " " + name(reason));
    return accepts;
  }

  @Override
  public void exitPair(int perpetual, int spot, int reason) {
    asked.add("exit " + perpetual + "+" + spot + " " + name(reason));
  }

  @Override
  public boolean enterLegs(int first, int second, int enterSide, double ratio, int reason) {
    hedgeRatio = ratio;
    asked.add(
        "enter " + first + "+" + second + (enterSide > 0 ? " long " : " short ") + name(reason));
    return accepts;
  }

  @Override
  public void exitLegs(int first, int second, int reason) {
    asked.add("exit " + first + "+" + second + " " + name(reason));
  }

  @Override
  public void refuse(int instrument, int reason, String code, String limit, String value) {
    asked.add("refuse " + instrument + " " + code + " " + limit);
  }

  private String name(int reason) {
    return program.reasons().get(reason);
  }

  @Override
  public boolean enter(int instrument, int side, int reason, EntryPlan entryPlan) {
    plan = entryPlan;
    return enter(instrument, side, reason);
  }

  @Override
  public int entries(int instrument) {
    return entries < 0 ? Math.abs(side[instrument]) : entries;
  }

  @Override
  public boolean taken(int instrument, int reason) {
    return taken.contains(reason);
  }

  @Override
  public void closeNow(int instrument, long share, int reason) {
    asked.add("close " + instrument + " by " + share);
  }

  @Override
  public void cancelWaiting(int instrument, int reason) {
    asked.add("move " + instrument + " " + name(reason));
  }

  @Override
  public void restExit(int instrument, int slot, ExitPlan exitPlan) {
    resting = exitPlan;
    asked.add("rest " + instrument + " " + name(exitPlan.reason()));
  }

  @Override
  public double entryPrice(int instrument) {
    return entryPrice;
  }

  @Override
  public long stopTicks(int instrument, int orderSide, double price) {
    return Math.round(price);
  }

  @Override
  public long limitTicks(int instrument, int orderSide, double price) {
    return Math.round(price);
  }

  @Override
  public void cancelEntries(int instrument) {
    asked.add("cancel " + instrument);
  }

  @Override
  public void reduce(int instrument, long share, int reason) {
    asked.add("reduce " + instrument + " by " + share);
  }
}
