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
 * @param netting an entry order against a position closes it and opens what is left of the order;
 *     else it is cancelled
 * @param outward computed stop prices are rounded away from price, limits in the order's favour;
 *     else both to the nearest tick
 * @param faults what goes wrong on the way to the exchange
 */
public record FillRules(
    boolean atClose,
    boolean touch,
    boolean path,
    boolean betterOpens,
    int slippageTicks,
    boolean netting,
    boolean outward,
    Faults faults) {

  /** Where nothing goes wrong on the way. */
  public FillRules(
      boolean atClose,
      boolean touch,
      boolean path,
      boolean betterOpens,
      int slippageTicks,
      boolean netting,
      boolean outward) {
    this(atClose, touch, path, betterOpens, slippageTicks, netting, outward, Faults.NONE);
  }

  /** Without netting, computed prices to the nearest tick. */
  public FillRules(
      boolean atClose, boolean touch, boolean path, boolean betterOpens, int slippageTicks) {
    this(atClose, touch, path, betterOpens, slippageTicks, false, false);
  }

  private static final FillRules STANDARD =
      new FillRules(false, false, false, false, 0, false, false);

  /** The cautious rules that count where nothing else is said. */
  public static FillRules standard() {
    return STANDARD;
  }

  /** TradingView's broker emulator: limits at a touch and at better opens, the path decides. */
  public static FillRules tradingView() {
    return new FillRules(false, true, true, true, 0, true, true);
  }

  /** The same, market orders filling at the close they were decided on or not. */
  public FillRules withAtClose(boolean close) {
    return new FillRules(close, touch, path, betterOpens, slippageTicks, netting, outward, faults);
  }

  /** The same with that many ticks of slippage on market and stop fills. */
  public FillRules withSlippageTicks(int ticks) {
    return new FillRules(atClose, touch, path, betterOpens, ticks, netting, outward, faults);
  }

  /** The same, limits filling at a touch or only when price trades through them. */
  public FillRules withTouch(boolean fills) {
    return new FillRules(
        atClose, fills, path, betterOpens, slippageTicks, netting, outward, faults);
  }

  /** The same, the path of price or the stop deciding inside a bar. */
  public FillRules withPath(boolean decides) {
    return new FillRules(
        atClose, touch, decides, betterOpens, slippageTicks, netting, outward, faults);
  }

  /** The same with something going wrong on the way to the exchange. */
  public FillRules withFaults(Faults wrong) {
    return new FillRules(atClose, touch, path, betterOpens, slippageTicks, netting, outward, wrong);
  }
}
