package org.candlewright.backtest;

import java.util.List;
import java.util.Optional;
import org.candlewright.market.InputException;
import org.candlewright.market.Timeframe;

/**
 * Which finer bars are walked inside the bars of a run (bar magnifier): none, the finest stored
 * ones, or those of a timeframe.
 *
 * @param timeframe empty for the finest stored, where {@code on}
 */
public record Magnifier(boolean on, Optional<Timeframe> timeframe) {
  private static final Magnifier OFF = new Magnifier(false, Optional.empty());
  private static final Magnifier AUTO = new Magnifier(true, Optional.empty());

  public static Magnifier off() {
    return OFF;
  }

  /** Parses {@code off}, {@code auto} or a timeframe. */
  public static Magnifier parse(String text) {
    return switch (text) {
      case "off" -> OFF;
      case "auto" -> AUTO;
      default -> new Magnifier(true, Optional.of(Timeframe.parse(text)));
    };
  }

  /**
   * The timeframe to walk inside bars of another; empty where nothing finer is stored and none was
   * named.
   *
   * @param stored timeframes of the instrument, finest first
   */
  Optional<Timeframe> choose(Timeframe bars, List<Timeframe> stored) {
    if (!on) {
      return Optional.empty();
    }
    if (timeframe.isEmpty()) {
      return stored.stream().filter(each -> divides(each, bars)).findFirst();
    }
    if (!divides(timeframe.get(), bars)) {
      throw new InputException(
          "--magnify: " + timeframe.get() + " does not lie inside bars of " + bars,
          "Choose a shorter timeframe that divides it, auto or off");
    }
    return timeframe;
  }

  private static boolean divides(Timeframe finer, Timeframe bars) {
    return finer.millis() < bars.millis() && bars.millis() % finer.millis() == 0;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return on ? timeframe.map(Timeframe::toString).orElse("auto") : "off";
  }
}
