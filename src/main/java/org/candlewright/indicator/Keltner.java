package org.candlewright.indicator;

import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * Keltner channel: an EMA and m average true ranges (Wilder's) above and below it. Valid once the
 * ATR is, from its bar n − 1; settled after some 25 periods. Source: C. Keltner (1960) as
 * modernised by L. B. Raschke; TradingView, Keltner Channels with its defaults 20, 2, ATR 10.
 */
final class Keltner implements Indicator {
  static final IndicatorKind KIND =
      IndicatorKind.named("keltner", "Keltner", "Keltner channel around an EMA.")
          .formula("EMA n ± m · ATR k", "Keltner (1960), Raschke; TradingView, Keltner Channels")
          .reads(PriceSource.CLOSE)
          .bars("period", "Period", 20)
          .number("multiplier", "Multiplier", 0, 100, 2)
          .bars("atr_period", "ATR period", 10)
          .line("middle", "middle")
          .line("upper", "upper")
          .line("lower", "lower")
          .recursive()
          .warmUp(set -> set.whole("atr_period") - 1)
          .make(
              set ->
                  new Keltner(
                      set.whole("period"),
                      set.number("multiplier"),
                      set.whole("atr_period"),
                      set.source()));

  private final ValueSource source;
  private final Ema middle;
  private final double multiplier;
  private final Atr range;

  Keltner(int period, double multiplier, int atrPeriod, ValueSource source) {
    this.source = source;
    this.middle = new Ema(period);
    this.multiplier = multiplier;
    this.range = new Atr(atrPeriod);
  }

  @Override
  public void update(PriceBlock block, double[]... out) {
    int size = block.size();
    middle.update(source.values(block), size, out[0]);
    range.update(block, out[1]);
    for (int i = 0; i < size; i++) {
      double reach = multiplier * out[1][i];
      out[1][i] = out[0][i] + reach;
      out[2][i] = out[0][i] - reach;
    }
  }

  @Override
  public void save(StateWriter out) {
    middle.save(out);
    range.save(out);
  }

  @Override
  public void restore(StateReader in) {
    middle.restore(in);
    range.restore(in);
  }
}
