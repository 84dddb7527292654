package org.candlewright.engine;

import org.candlewright.strategy.StrategyProgram;

/** Reason codes: the program's by number, the engine's own below zero. */
public final class Reasons {
  public static final int BACKTEST_END = -1;
  public static final int LIQUIDATION = -2;

  public static final int DAILY_STOP = -3;
  public static final int WEEKLY_STOP = -4;
  public static final int MAX_DRAWDOWN = -5;
  public static final int KILL_SWITCH = -6;
  public static final int STOPPED = -7;

  private Reasons() {}

  /** Reason of exits that a breaker makes. */
  static int ofBreaker(String code) {
    return switch (code) {
      case "daily_stop_loss" -> DAILY_STOP;
      case "weekly_stop_loss" -> WEEKLY_STOP;
      case "kill_switch" -> KILL_SWITCH;
      default -> MAX_DRAWDOWN;
    };
  }

  public static String text(StrategyProgram program, int reason) {
    return switch (reason) {
      case BACKTEST_END -> "backtest_end";
      case LIQUIDATION -> "liquidation";
      case DAILY_STOP -> "daily_stop_loss";
      case WEEKLY_STOP -> "weekly_stop_loss";
      case MAX_DRAWDOWN -> "max_drawdown";
      case KILL_SWITCH -> "kill_switch";
      case STOPPED -> "stopped";
      default -> program.reasons().get(reason);
    };
  }
}
