package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.replay.RandomRuns;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing after the playhead may leak: other data there, the same pixels. */
class BlindTest {
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 640;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void inBlindOtherDataAfterThePlayheadChangeNoPixel() throws Exception {
    for (boolean carry : new boolean[] {false, true}) {
      List<InstrumentData> data = RandomRuns.market(2, carry);
      LoadedRun run = Replays.run(data, carry);
      for (int row : new int[] {250, 777}) {
        LoadedRun other = Replays.run(turnedAfter(data, run.run().rows().time(row)), carry);
        int[] before = picture(run, row, ReplayMode.BLIND);
        assertThat(picture(other, row, ReplayMode.BLIND)).isEqualTo(before);
        // The test would see a difference: in Review the timeline shows it.
        assertThat(picture(other, row, ReplayMode.REVIEW))
            .isNotEqualTo(picture(run, row, ReplayMode.REVIEW));
      }
    }
  }

  /** The same bars up to a time; after it every move goes the other way. */
  private static List<InstrumentData> turnedAfter(List<InstrumentData> data, long time) {
    List<InstrumentData> turned = new ArrayList<>();
    for (InstrumentData each : data) {
      BarSeries bars = each.bars();
      int from = bars.lastEndedAt(time) + 1;
      long pivot = 2 * bars.closes()[from - 1];
      long[][] columns = {
        bars.opens().clone(), bars.highs().clone(), bars.lows().clone(), bars.closes().clone()
      };
      for (int i = from; i < bars.size(); i++) {
        columns[0][i] = Math.max(20, pivot - bars.opens()[i]);
        columns[1][i] = Math.max(21, pivot - bars.lows()[i]);
        columns[2][i] = Math.max(19, pivot - bars.highs()[i]);
        columns[3][i] = Math.max(20, pivot - bars.closes()[i]);
      }
      BarSeries other =
          new BarSeries(
              bars.instrument(),
              bars.timeframe(),
              bars.tick(),
              bars.volumeDigits(),
              bars.quoteVolume(),
              bars.size(),
              bars.openTimes(),
              columns[0],
              columns[1],
              columns[2],
              columns[3],
              bars.volumes());
      turned.add(new InstrumentData(each.instrument(), other, each.marks(), each.funding()));
    }
    return turned;
  }

  private static int[] picture(LoadedRun run, int row, ReplayMode mode) throws Exception {
    return onWindowThread(
        () -> {
          ReplayModels models = Replays.models(new java.util.HashMap<>());
          ReplayViewModel model = models.playhead();
          model.modeProperty().set(mode);
          Appearance appearance = new Appearance(Theme.DARK);
          ReplayView view = new ReplayView(models, appearance.tokensProperty());
          Scene scene = new Scene(view.node(), WIDTH, HEIGHT);
          appearance.follow(scene);
          model.show(run, run.run().rows().time(row));
          WritableImage image = scene.snapshot(null);
          int[] pixels = new int[WIDTH * HEIGHT];
          image
              .getPixelReader()
              .getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
          return pixels;
        });
  }

  private static <T> T onWindowThread(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(60, TimeUnit.SECONDS);
  }
}
