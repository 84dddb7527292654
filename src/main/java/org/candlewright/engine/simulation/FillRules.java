package org.candlewright.engine.simulation;

/**
 * How the simulated exchange fills, where a run may choose.
 *
 * @param atClose market orders decided at a close fill at that close instead of the next open
 * @param touch a limit fills when price touches it; else price must trade through it
 * @param path where stop and target both lie inside a bar, the path of price decides; else the stop
 *     comes first
 * @param betterOpens a limit that the open lies beyond fills at the open; else at its limit
 * @param slippageTicks ticks added to the price of market and stop fills, against the order
 */
public record FillRules(
    boolean atClose, boolean touch, boolean path, boolean betterOpens, int slippageTicks) {

  private static final FillRules STANDARD = new FillRules(false, false, false, false, 0);

  /** The cautious rules that count where nothing else is said. */
  public static FillRules standard() {
    return STANDARD;
  }

  /** TradingView's broker emulator: limits at a touch and at better opens, the path decides. */
  public static FillRules tradingView() {
    return new FillRules(false, true, true, true, 0);
  }
}
