package org.candlewright.ui.chart;

import java.util.List;

/**
 * Time on the horizontal, linear.
 *
 * @param fromMillis epoch milliseconds at the left edge
 * @param toMillis at the right edge, later than the left
 * @param left x of the left edge, pixels
 * @param width pixels
 */
public record TimeScale(long fromMillis, long toMillis, double left, double width) {

  public double x(long millis) {
    return left + width * (millis - fromMillis) / (toMillis - fromMillis);
  }

  /** Time at a place, epoch milliseconds. */
  public long time(double x) {
    return fromMillis + Math.round((x - left) / width * (toMillis - fromMillis));
  }

  public double millisPerPixel() {
    return (toMillis - fromMillis) / width;
  }

  public double right() {
    return left + width;
  }

  /** Marks with labels that suit the zoom, at least {@code spacing} pixels apart. */
  public List<TimeTick> ticks(double spacing) {
    return TimeTicks.of(this, spacing);
  }
}
