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

  /** Both legs of a carry were made smaller, or its wallets evened, to keep the margin. */
  public static final int MARGIN_BUFFER = -21;

  /** Both legs of a carry were closed, its margin nearly used up. */
  public static final int MARGIN_EMERGENCY = -22;

  /** The other leg of the pair is gone. */
  public static final int LEG_LOST = -23;

  /** The legs of a carry differ by more than 2 %. */
  public static final int HEDGE_DRIFT = -24;

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
      case MARGIN_BUFFER -> "margin_buffer";
      case MARGIN_EMERGENCY -> "margin_emergency";
      case LEG_LOST -> "leg_lost";
      case HEDGE_DRIFT -> "hedge_drift";
      default -> program.reasons().get(reason);
    };
  }
}
