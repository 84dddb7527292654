package org.candlewright.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Values on the vertical, higher values higher up.
 *
 * @param low value at the bottom
 * @param high value at the top, above low
 * @param top y of the top, pixels
 * @param height pixels
 * @param logarithmic whether equal shares are equally high; the values are then above zero
 */
public record ValueScale(double low, double high, double top, double height, boolean logarithmic) {

  private static final double CLOSEST = 0.7;

  /** Equal differences are equally high. */
  public ValueScale(double low, double high, double top, double height) {
    this(low, high, top, height, false);
  }

  /** The same span with equal shares equally high, where all of it is above zero. */
  public ValueScale asLogarithmic() {
    return new ValueScale(low, high, top, height, low > 0);
  }

  /**
   * A scale with room around the values.
   *
   * @param above share of the span left free above
   * @param below share left free below
   */
  public static ValueScale around(
      double min, double max, double above, double below, double top, double height) {
    double low = min;
    double high = max;
    if (!(high > low)) {
      double room = Math.max(Math.abs(low) * 0.001, Math.ulp(low) * 1_024);
      room = room > 0 ? room : 1;
      low -= room;
      high += room;
    }
    double span = high - low;
    return new ValueScale(low - span * below, high + span * above, top, height);
  }

  public double y(double value) {
    return logarithmic
        ? top + height * Math.log(high / value) / Math.log(high / low)
        : top + height * (high - value) / (high - low);
  }

  public double value(double y) {
    return logarithmic
        ? high * Math.pow(low / high, (y - top) / height)
        : high - (y - top) * (high - low) / height;
  }

  /** Round values on the scale, at most about one per {@code spacing} pixels, lowest first. */
  public List<Double> ticks(double spacing) {
    double step = step(spacing);
    List<Double> ticks = new ArrayList<>();
    double last = Double.POSITIVE_INFINITY;
    for (double at = Math.ceil(low / step); at * step <= high; at++) {
      double y = y(at * step);
      // High on a logarithmic axis round values stand closer than they may.
      if (!logarithmic || last - y >= spacing * CLOSEST) {
        ticks.add(at * step);
        last = y;
      }
    }
    return ticks;
  }

  /** Decimals that tell the ticks apart. */
  public int tickDecimals(double spacing) {
    double step = step(spacing);
    int decimals = 0;
    while (decimals < 12 && Math.abs(step - Math.rint(step)) > step * 1e-6) {
      step *= 10;
      decimals++;
    }
    return decimals;
  }

  private double step(double spacing) {
    double rough = (high - low) * spacing / Math.max(height, 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (power * factor >= rough * 0.999) {
        return power * factor;
      }
    }
    return power * 10;
  }
}
