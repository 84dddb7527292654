package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.RandomMarket;
import org.candlewright.replay.Moment;
import org.candlewright.replay.RandomRuns;
import org.candlewright.ui.chart.AxisTags;
import org.candlewright.ui.chart.Pen;
import org.candlewright.ui.chart.TimeScale;
import org.candlewright.ui.chart.ValueScale;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.candlewright.ui.theme.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Stop, target and entry lines stand at their price and begin at their time. */
class LevelsTest {
  private static final double WIDTH = 500;
  private static final double HEIGHT = 300;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private final LoadedRun run =
      Replays.run(
          RandomRuns.plan(
              RandomRuns.market(2, false), RandomMarket.template("ema-crossover-stops")));

  /** Some way into the first position that is held for a while with a stop and a target. */
  private Moment held() {
    for (int row = 60; row < run.rows(); row++) {
      Moment moment = run.run().seek(row);
      boolean both =
          moment.state().orders().stream().anyMatch(each -> each.triggerTicks() != 0)
              && moment.state().orders().stream().anyMatch(each -> each.limitTicks() != 0);
      if (both && moment.timeMillis() - entered(moment) > 4 * run.barMillis()) {
        return moment;
      }
    }
    throw new AssertionError("the run has no such position");
  }

  private static long entered(Moment moment) {
    return moment.state().openTrades().getFirst().entryMillis();
  }

  @Test
  void theyStandAtPriceAndTime() throws Exception {
    Moment moment = held();
    EngineState.OpenTrade trade = moment.state().openTrades().getFirst();
    EngineState.WorkingOrder stop =
        moment.state().orders().stream().filter(each -> each.triggerTicks() != 0).findFirst().get();
    EngineState.WorkingOrder target =
        moment.state().orders().stream().filter(each -> each.limitTicks() != 0).findFirst().get();
    Shown shown = new Shown(run, moment, 0);
    double stopPrice = shown.price(stop.triggerTicks());
    double targetPrice = shown.price(target.limitTicks());
    double entryPrice = shown.price(trade.entryValue()) / trade.lots();
    double room = Math.abs(targetPrice - stopPrice) * 0.2;
    ValueScale scale =
        new ValueScale(
            Math.min(stopPrice, targetPrice) - room,
            Math.max(stopPrice, targetPrice) + room,
            0,
            HEIGHT);
    TimeScale time =
        new TimeScale(
            moment.timeMillis() - 20 * run.barMillis(),
            moment.timeMillis() + 5 * run.barMillis(),
            0,
            WIDTH - 68);
    Tokens tokens = onWindowThread(() -> new Appearance(Theme.DARK).tokensProperty().get());
    WritableImage image =
        onWindowThread(
            () -> {
              Canvas canvas = new Canvas(WIDTH, HEIGHT);
              Pen pen = new Pen(canvas.getGraphicsContext2D(), tokens, 1);
              pen.fill("surface-panel", 0, 0, WIDTH, HEIGHT);
              Levels.draw(
                  new ChartPane.Frame(pen, time, 0, HEIGHT, WIDTH),
                  shown,
                  scale,
                  new AxisTags(0, HEIGHT));
              return canvas.snapshot(null, null);
            });
    double head = time.x(moment.timeMillis());
    assertLine(image, tokens.color("loss"), scale.y(stopPrice), time.x(stop.decidedMillis()), head);
    assertLine(
        image, tokens.color("gain"), scale.y(targetPrice), time.x(target.decidedMillis()), head);
    assertLine(
        image,
        tokens.color(trade.side() > 0 ? "long" : "short"),
        scale.y(entryPrice),
        time.x(trade.entryMillis()),
        head);
    // A target is not drawn into what has not been played; a stop is.
    assertThat(has(image, tokens.color("gain"), scale.y(targetPrice), head + 2, WIDTH - 69))
        .isFalse();
    assertThat(has(image, tokens.color("loss"), scale.y(stopPrice), head + 2, WIDTH - 120))
        .isTrue();
  }

  private static void assertLine(
      WritableImage image, Color color, double y, double from, double to) {
    assertThat(has(image, color, y, from, from + 6)).as("begins at its time").isTrue();
    assertThat(has(image, color, y, to - 12, to)).as("goes on to the playhead").isTrue();
    assertThat(has(image, color, y, 0, from - 1)).as("nothing before its time").isFalse();
  }

  private static boolean has(WritableImage image, Color color, double y, double from, double to) {
    int row = (int) Math.rint(y);
    for (int x = Math.max(0, (int) Math.rint(from)); x < (int) to; x++) {
      if (image.getPixelReader().getColor(x, row).equals(color)) {
        return true;
      }
    }
    return false;
  }

  private static <T> T onWindowThread(Callable<T> call) throws Exception {
    return WaitForAsyncUtils.asyncFx(call).get(30, TimeUnit.SECONDS);
  }
}
