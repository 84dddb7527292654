package org.candlewright.engine;

import org.candlewright.strategy.StrategyProgram;

/** Reason codes: the program's by number, the engine's own below zero. */
public final class Reasons {
  public static final int BACKTEST_END = -1;
  public static final int LIQUIDATION = -2;

  private Reasons() {}

  public static String text(StrategyProgram program, int reason) {
    return switch (reason) {
      case BACKTEST_END -> "backtest_end";
      case LIQUIDATION -> "liquidation";
      default -> program.reasons().get(reason);
    };
  }
}
