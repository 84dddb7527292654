package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.candlewright.engine.RandomMarket;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.replay.Moment;
import org.candlewright.replay.RandomRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time goes on by quarters of an hour inside the bars of an hourly run. */
class FinerStepsTest {
  private static final long QUARTER = RandomMarket.HOUR / 4;
  private final List<InstrumentData> market = RandomRuns.market(2, false);
  private final ReplayViewModel model =
      Replays.models(new HashMap<>(), new EmptyStores.Runs(), new Quarters(market)).playhead();
  private final LoadedRun run = Replays.run(2, false);

  /** Hourly bars with the quarters they are made of. */
  private static final class Quarters extends EmptyStores.Holding {
    private final BarSeries hours;

    Quarters(List<InstrumentData> market) {
      super(market);
      this.hours = market.getFirst().bars();
    }

    @Override
    public List<Timeframe> timeframes(InstrumentId id) {
      return List.of(Timeframe.parse("15m"), Timeframe.ONE_HOUR);
    }

    @Override
    public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
      return timeframe.equals(Timeframe.ONE_HOUR) ? hours : quarters(hours);
    }
  }

  /** The first touches the high, the second the low, the last ends at the close. */
  private static BarSeries quarters(BarSeries hours) {
    int size = hours.size() * 4;
    long[][] columns = new long[6][size];
    for (int i = 0; i < size; i++) {
      int hour = i / 4;
      long open = i % 4 == 0 ? hours.opens()[hour] : columns[4][i - 1];
      long close =
          switch (i % 4) {
            case 0 -> hours.highs()[hour];
            case 1 -> hours.lows()[hour];
            default -> hours.closes()[hour];
          };
      columns[0][i] = hours.openTime(hour) + i % 4 * QUARTER;
      columns[1][i] = open;
      columns[2][i] = Math.max(open, close);
      columns[3][i] = Math.min(open, close);
      columns[4][i] = close;
    }
    return new BarSeries(
        hours.instrument(),
        Timeframe.parse("15m"),
        hours.tick(),
        0,
        false,
        size,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  @BeforeEach
  void open() {
    model.show(run, run.run().rows().time(700));
  }

  private Moment moment() {
    return model.momentProperty().get().orElseThrow();
  }

  private Forming forming() {
    return model.finer().forming(run, moment(), 0).orElseThrow();
  }

  @Test
  void aStepGoesAQuarterOnAndShowsTheBarThatForms() {
    long hour = run.run().rows().time(700);
    model.finer().step(1);
    assertThat(model.rowProperty().get()).isEqualTo(700);
    assertThat(moment().timeMillis()).isEqualTo(hour + QUARTER);
    BarSeries bars = run.track(0).data().bars();
    int next = bars.firstAtOrAfter(hour);
    assertThat(forming().open()).isEqualTo(bars.price(bars.opens()[next]));
    assertThat(forming().close()).isEqualTo(bars.price(bars.highs()[next]));
    assertThat(forming().low()).isEqualTo(forming().open());
    model.finer().step(1);
    assertThat(forming().low()).isEqualTo(bars.price(bars.lows()[next]));
  }

  @Test
  void theFourthEndsTheBarAndOneBackIsInsideItAgain() {
    for (int i = 0; i < 4; i++) {
      model.finer().step(1);
    }
    assertThat(model.rowProperty().get()).isEqualTo(701);
    assertThat(moment().state()).isEqualTo(run.run().seek(701).state());
    model.finer().step(-1);
    assertThat(model.rowProperty().get()).isEqualTo(700);
    assertThat(moment().timeMillis()).isEqualTo(run.run().rows().time(701) - QUARTER);
  }

  @Test
  void aBarOnLeavesTheInside() {
    model.finer().step(1);
    model.step(1);
    assertThat(moment().timeMillis()).isEqualTo(run.run().rows().time(701));
    assertThat(model.finer().forming(run, moment(), 0)).isEmpty();
  }

  @Test
  void insideABarNothingIsDecidedAndAllThatComesAfterIsTheSame() {
    List<Moment> straight = new ArrayList<>();
    for (int row = 701; row < 760; row++) {
      straight.add(run.run().seek(row));
    }
    model.moveTo(700);
    for (Moment expected : straight) {
      while (model.rowProperty().get() < expected.row()) {
        model.finer().step(1);
        assertThat(moment().row() == expected.row() || moment().decisions().isEmpty()).isTrue();
      }
      assertThat(moment().state()).isEqualTo(expected.state());
      assertThat(moment().decisions()).isEqualTo(expected.decisions());
    }
  }

  @Test
  void whereNothingFinerIsStoredItIsSaid() {
    ReplayViewModel plain = Replays.model(market);
    plain.show(run, run.run().rows().time(700));
    plain.finer().step(1);
    assertThat(plain.opener().problemProperty().get()).contains("No bars finer than 1 h");
    assertThat(plain.rowProperty().get()).isEqualTo(700);
  }
}
