package org.candlewright.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.replay.Moment;
import org.candlewright.ui.chart.NumberText;
import org.junit.jupiter.api.Test;

class InspectorTest {
  private final LoadedRun run = Replays.run(2, false);

  private String text(int row) {
    return Inspector.of(new Shown(run, run.run().seek(row), 0), true).text();
  }

  @Test
  void aDecisionNamesReasonRulesSizeAndOrder() {
    int row = run.nextDecision(300).orElseThrow();
    DecisionRecord made = run.run().seek(row).decision(0).orElseThrow();
    assertThat(text(row))
        .contains(made.reason().replace('_', ' '), "✓ ema cross", "Mid at decision", "at the next");
  }

  @Test
  void aBarWithoutDecisionSaysWhichConditionFailedAndByHowMuch() {
    int row = run.nextDecision(300).orElseThrow() + 1;
    assertThat(text(row)).contains("Why not?", "✗ ema cross up", "EMA 9 crosses above", "short of");
  }

  @Test
  void whatIsHeldAddsUpFromEdgeToNet() {
    int row = 400;
    Moment moment = run.run().seek(row);
    while (moment.state().openTrades().isEmpty()) {
      moment = run.run().seek(++row);
    }
    EngineState.OpenTrade trade = moment.state().openTrades().getFirst();
    assertThat(trade.edge() + trade.funding() - trade.fees() - trade.slippage())
        .isEqualTo(trade.net());
    assertThat(text(row))
        .contains("Running P&L", "Net " + NumberText.signed(run.money(trade.net()), 2));
  }

  @Test
  void aFillIsNotShownBeforeItHappened() {
    int row = run.nextDecision(300).orElseThrow();
    assertThat(text(row)).doesNotContain("Filled");
    assertThat(text(row + 1)).contains("Filled");
  }
}
