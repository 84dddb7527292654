package org.candlewright.engine;

import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.ExitPlan;
import org.jspecify.annotations.Nullable;

/** A decision pass that counts what is asked of it and hands it on. */
final class AskedPass implements DecisionPass {
  private @Nullable DecisionPass pass;
  private int asked;

  AskedPass of(DecisionPass next) {
    pass = next;
    return this;
  }

  int asked() {
    return asked;
  }

  private DecisionPass pass() {
    if (pass == null) {
      throw new IllegalStateException("no pass yet");
    }
    return pass;
  }

  private DecisionPass ask() {
    asked++;
    return pass();
  }

  @Override
  public long timeMillis() {
    return pass().timeMillis();
  }

  @Override
  public int instruments() {
    return pass().instruments();
  }

  @Override
  public boolean closed(int instrument) {
    return pass().closed(instrument);
  }

  @Override
  public int bar(int instrument) {
    return pass().bar(instrument);
  }

  @Override
  public int side(int instrument) {
    return pass().side(instrument);
  }

  @Override
  public boolean working(int instrument) {
    return pass().working(instrument);
  }

  @Override
  public boolean leaving(int instrument) {
    return pass().leaving(instrument);
  }

  @Override
  public boolean mayShort(int instrument) {
    return pass().mayShort(instrument);
  }

  @Override
  public boolean warm(int instrument) {
    return pass().warm(instrument);
  }

  @Override
  public int lastSettlement(int instrument) {
    return pass().lastSettlement(instrument);
  }

  @Override
  public int entries(int instrument) {
    return pass().entries(instrument);
  }

  @Override
  public boolean taken(int instrument, int reason) {
    return pass().taken(instrument, reason);
  }

  @Override
  public int barsInTrade(int instrument) {
    return pass().barsInTrade(instrument);
  }

  @Override
  public double entryPrice(int instrument) {
    return pass().entryPrice(instrument);
  }

  @Override
  public long stopTicks(int instrument, int side, double price) {
    return pass().stopTicks(instrument, side, price);
  }

  @Override
  public long limitTicks(int instrument, int side, double price) {
    return pass().limitTicks(instrument, side, price);
  }

  @Override
  public void restExit(int instrument, int slot, ExitPlan plan) {
    // Says where an exit is to stay; one that moves is told by its orders.
    pass().restExit(instrument, slot, plan);
  }

  @Override
  public boolean enter(int instrument, int side, int reason) {
    return ask().enter(instrument, side, reason);
  }

  @Override
  public boolean enter(int instrument, int side, int reason, EntryPlan plan) {
    return ask().enter(instrument, side, reason, plan);
  }

  @Override
  public void cancelEntries(int instrument) {
    ask().cancelEntries(instrument);
  }

  @Override
  public void cancelWaiting(int instrument, int reason) {
    ask().cancelWaiting(instrument, reason);
  }

  @Override
  public void reduce(int instrument, long share, int reason) {
    ask().reduce(instrument, share, reason);
  }

  @Override
  public void closeNow(int instrument, long share, int reason) {
    ask().closeNow(instrument, share, reason);
  }

  @Override
  public void exit(int instrument, int reason) {
    ask().exit(instrument, reason);
  }

  @Override
  public boolean enterPair(int perpetual, int spot, int reason, double conviction) {
    return ask().enterPair(perpetual, spot, reason, conviction);
  }

  @Override
  public void exitPair(int perpetual, int spot, int reason) {
    ask().exitPair(perpetual, spot, reason);
  }

  @Override
  public boolean enterLegs(int first, int second, int side, double hedgeRatio, int reason) {
    return ask().enterLegs(first, second, side, hedgeRatio, reason);
  }

  @Override
  public void exitLegs(int first, int second, int reason) {
    ask().exitLegs(first, second, reason);
  }

  @Override
  public void refuse(int instrument, int reason, String code, String limit, String value) {
    ask().refuse(instrument, reason, code, limit, value);
  }
}
