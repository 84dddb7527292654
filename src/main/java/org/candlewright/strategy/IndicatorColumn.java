package org.candlewright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.indicator.Ema;
import org.candlewright.indicator.Indicator;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.PriceBlock;
import org.candlewright.indicator.PriceSource;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * An indicator with the values of the current block. On a coarser timeframe it is computed once a
 * coarse bar, and every bar of the run shows the last one that had ended.
 */
final class IndicatorColumn implements Stage {
  private final IndicatorKind kind;
  private final Indicator indicator;
  private final PriceBlock prices;
  private final Optional<CoarseBars> coarse;
  private final List<Output> outputs = new ArrayList<>();

  /** Values at the indicator's own bars, by output. */
  private final double[][] own;

  /** The last value of each output that had ended before the block. */
  private final double[] shown;

  /** One output over the run's bars. */
  private static final class Output extends Series {
    Output(String label) {
      super(label);
    }

    @Override
    public void update(int size) {}
  }

  IndicatorColumn(
      IndicatorKind kind,
      List<String> labels,
      Indicator indicator,
      PriceBlock prices,
      Optional<CoarseBars> coarse) {
    this.kind = kind;
    this.indicator = indicator;
    this.prices = prices;
    this.coarse = coarse;
    labels.forEach(label -> outputs.add(new Output(label)));
    this.own = new double[labels.size()][0];
    this.shown = new double[labels.size()];
    java.util.Arrays.fill(shown, Double.NaN);
  }

  IndicatorKind kind() {
    return kind;
  }

  /** An output over the run's bars. */
  Series output(int number) {
    return outputs.get(number);
  }

  /** The average it holds, if it is one of a plain price on the run's own bars. */
  Optional<Ema> plainAverage() {
    return coarse.isEmpty() && indicator instanceof Ema ema && ema.source() instanceof PriceSource
        ? Optional.of(ema)
        : Optional.empty();
  }

  /** Values at the indicator's own bars: coarse ones where it has a timeframe of its own. */
  double[] own(int number) {
    return coarse.isEmpty() ? outputs.get(number).values : own[number];
  }

  @Override
  public void update(int size) {
    for (int i = 0; i < own.length; i++) {
      outputs.get(i).reserve(size);
    }
    if (coarse.isEmpty()) {
      for (int i = 0; i < own.length; i++) {
        own[i] = outputs.get(i).values;
      }
      indicator.update(prices, own);
    } else {
      spread(coarse.get(), size);
    }
  }

  private void spread(CoarseBars bars, int size) {
    int ended = bars.block().size();
    for (int k = 0; k < own.length; k++) {
      if (own[k].length < ended) {
        own[k] = new double[ended];
      }
    }
    indicator.update(bars.block(), own);
    for (int k = 0; k < own.length; k++) {
      double[] values = outputs.get(k).values;
      for (int i = 0; i < size; i++) {
        int at = bars.ended(i);
        values[i] = at == 0 ? shown[k] : own[k][at - 1];
      }
      if (ended > 0) {
        shown[k] = own[k][ended - 1];
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    indicator.save(out);
    if (coarse.isPresent()) {
      for (double each : shown) {
        out.putDouble(each);
      }
    }
  }

  @Override
  public void restore(StateReader in) {
    indicator.restore(in);
    if (coarse.isPresent()) {
      for (int k = 0; k < shown.length; k++) {
        shown[k] = in.getDouble();
      }
    }
  }
}
