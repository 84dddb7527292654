package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.candlewright.replay.Rows;
import org.candlewright.replay.WhyNot;
import org.candlewright.strategy.Explanation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakpointsTest {
  private final LoadedRun run = Replays.run(2, false);
  private final Rows rows = run.run().rows();
  private final ReplayModels models = Replays.models(new HashMap<>());
  private final BreakpointsViewModel breakpoints = models.breakpoints();

  @BeforeEach
  void open() {
    models.playhead().show(run, rows.time(700));
  }

  private int next() {
    return models.playhead().player().nextStop().orElseThrow();
  }

  @Test
  void aFillStopsWhereItFirstShows() {
    breakpoints.event(Breakpoint.Event.FILL, true);
    int at = next();
    assertThat(run.run().fills())
        .anyMatch(
            fill -> fill.timeMillis() >= rows.time(at - 1) && fill.timeMillis() < rows.time(at));
    assertThat(run.run().fills())
        .noneMatch(
            fill -> fill.timeMillis() >= rows.time(700) && fill.timeMillis() < rows.time(at - 1));
  }

  @Test
  void aDrawdownStopsWhereItFirstGoesBeyondTheLimit() {
    assertThat(breakpoints.drawdown(true, "0.5")).isEmpty();
    double peak = run.capital();
    for (int row = 0; row <= 700; row++) {
      peak = Math.max(peak, run.equity().value(row));
    }
    boolean below = run.equity().value(700) <= peak * 0.995;
    int expected = 701;
    while (true) {
      peak = Math.max(peak, run.equity().value(expected));
      boolean now = run.equity().value(expected) <= peak * 0.995;
      if (now && !below) {
        break;
      }
      below = now;
      expected++;
    }
    assertThat(next()).isEqualTo(expected);
  }

  @Test
  void aDateStopsAtTheFirstBarThatEndsThenOrLater() {
    String time = java.time.Instant.ofEpochMilli(rows.time(900)).toString();
    assertThat(breakpoints.date(true, time)).isEmpty();
    assertThat(next()).isEqualTo(900);
  }

  @Test
  void aRuleStopsWhereItTurns() {
    String rule = breakpoints.rules().getFirst();
    breakpoints.rule(rule);
    int at = next();
    assertThat(holds(rule, at)).isNotEqualTo(holds(rule, at - 1));
    for (int row = 701; row < at; row++) {
      assertThat(holds(rule, row)).isEqualTo(holds(rule, 700));
    }
  }

  private boolean holds(String rule, int row) {
    List<Explanation.Condition> rules =
        run.run().seek(row).explanations().getFirst().orElseThrow().rules();
    return rules.stream().filter(each -> WhyNot.name(each).equals(rule)).findFirst().get().holds();
  }

  @Test
  void theEarliestOfSeveralStops() {
    breakpoints.event(Breakpoint.Event.ORDER, true);
    int order = next();
    breakpoints.date(true, java.time.Instant.ofEpochMilli(rows.time(701)).toString());
    assertThat(order).isGreaterThan(701);
    assertThat(next()).isEqualTo(701);
  }

  @Test
  void whatIsTypedWrongIsSaidAndStopsNothing() {
    assertThat(breakpoints.drawdown(true, "five")).contains("share above 0");
    assertThat(breakpoints.equity(true, "-3")).contains("amount above 0");
    assertThat(breakpoints.date(true, "soon")).contains("2026-02-24");
    assertThat(breakpoints.now().all()).isEmpty();
  }

  @Test
  void aLoopRepeatsTheVisibleRange() {
    Player player = models.playhead().player();
    player.toggleLoop(new VisibleRange(rows.time(690) - 1, rows.time(720)));
    player.speedProperty().set(100);
    player.toggle();
    player.advance(0.25);
    assertThat(models.playhead().rowProperty().get()).isEqualTo(690);
    player.advance(0.05);
    assertThat(models.playhead().rowProperty().get()).isEqualTo(695);
    player.toggleLoop(new VisibleRange(0, 1));
    player.advance(0.25);
    player.advance(0.25);
    assertThat(models.playhead().rowProperty().get()).isGreaterThan(720);
  }
}
