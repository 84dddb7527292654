package org.candlewright.ui.replay;

/** The candles of a pair's other leg, under those of the one shown. */
final class OtherLeg implements ChartPane {
  private static final double WEIGHT = 2;

  private final CandlePane candles = new CandlePane();

  @Override
  public double fixedHeight() {
    return 0;
  }

  @Override
  public double weight() {
    return WEIGHT;
  }

  @Override
  public void draw(Frame frame, Shown shown) {
    candles.draw(frame, shown.otherLeg());
  }

  @Override
  public void drawHover(Frame frame, Shown shown, long millis) {
    candles.drawHover(frame, shown.otherLeg(), millis);
  }
}
