package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.RunStore;
import org.candlewright.replay.RandomRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private final LoadedRun run = Replays.run(2, false);
  private final List<RunStore.StoredRun> stored = new ArrayList<>();
  private final ReplayModels models =
      Replays.models(new HashMap<>(), new EmptyStores.Keeping(stored));
  private final WhatIfViewModel whatIf = models.whatIf();

  @BeforeEach
  void open() {
    models.playhead().show(run, run.run().rows().time(700));
  }

  private WhatIfParameter parameter(String name) {
    return whatIf.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private WhatIf result() {
    return whatIf.resultProperty().get().orElseThrow();
  }

  /** The same run made from its start under other values, as Replay would open it. */
  private LoadedRun fresh(String name, String value) {
    var market = RandomRuns.market(2, false);
    var strategy = run.run().plan().request().strategy();
    return Replays.run(
        RandomRuns.plan(market, strategy.withParameters(Map.of(name, new BigDecimal(value)))));
  }

  @Test
  void aMovedSliderIsTheRunUnderThatValue() {
    String name = whatIf.parameters().getFirst().name();
    parameter(name).sliderProperty().set(12);
    LoadedRun expected = fresh(name, "12");
    for (int row = 0; row < run.rows(); row++) {
      assertThat(result().beside().equity().value(row)).isEqualTo(expected.equity().value(row));
    }
    assertThat(result().simulation().trades()).isEqualTo(expected.run().trades());
    assertThat(result().moment().state()).isEqualTo(expected.run().seek(700).state());
    assertThat(result().moment().decisions()).isEqualTo(expected.run().seek(700).decisions());
  }

  @Test
  void whatItWouldHaveDoneFollowsThePlayhead() {
    String name = whatIf.parameters().getFirst().name();
    parameter(name).sliderProperty().set(12);
    models.playhead().moveTo(333);
    assertThat(result().moment().state()).isEqualTo(fresh(name, "12").run().seek(333).state());
  }

  @Test
  void everyTradeIsKeptLostOrNew() {
    whatIf.parameters().getFirst().sliderProperty().set(14);
    var changes = result().beside().changes();
    assertThat(changes.kept().size() + changes.lost().size()).isEqualTo(run.run().trades().size());
    assertThat(changes.kept().size() + changes.fresh().size())
        .isEqualTo(result().simulation().trades().size());
    assertThat(changes.lost()).isNotEmpty();
    assertThat(changes.fresh()).isNotEmpty();
  }

  @Test
  void aSliderPutBackShowsTheRunAlone() {
    whatIf.parameters().getFirst().sliderProperty().set(14);
    whatIf.reset();
    assertThat(whatIf.resultProperty().get()).isEmpty();
  }

  @Test
  void valuesThatDoNotGoTogetherAreSaid() {
    parameter(whatIf.parameters().getFirst().name()).sliderProperty().set(30);
    assertThat(whatIf.problemProperty().get()).isNotEmpty();
    assertThat(whatIf.resultProperty().get()).isEmpty();
  }

  @Test
  void inBlindThereIsNone() {
    models.playhead().modeProperty().set(ReplayMode.BLIND);
    whatIf.parameters().getFirst().sliderProperty().set(14);
    assertThat(whatIf.resultProperty().get()).isEmpty();
    models.playhead().modeProperty().set(ReplayMode.REVIEW);
    assertThat(whatIf.resultProperty().get()).isPresent();
    models.playhead().modeProperty().set(ReplayMode.BLIND);
    assertThat(whatIf.resultProperty().get()).isEmpty();
  }

  @Test
  void whatIsKeptIsStoredAsTheRunItShows() {
    whatIf.parameters().getFirst().sliderProperty().set(12);
    whatIf.keep();
    RunStore.StoredRun kept = stored.getFirst();
    assertThat(kept.summary().name()).startsWith("random, ").endsWith(" 12");
    assertThat(kept.summary().trades()).isEqualTo(result().simulation().trades().size());
    assertThat(whatIf.toldProperty().get()).contains("Kept as");
    assertThat(Optional.ofNullable(kept.files().get("run.json"))).isPresent();
  }
}
