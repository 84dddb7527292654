package org.candlewright.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.Fill;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;
import org.junit.jupiter.api.Test;

/** Long from 100 with a stop at 99 and a target at 101, both inside the next hour. */
class MagnifierTest {
  private static final List<String> HOURS =
      List.of("100/100/100/100", "100/102/98/100.6", "100.6/100.6/100.6/100.6");

  private static final List<String> TARGET_FIRST =
      List.of(
          "100/100/100/100",
          "100/100/100/100",
          "100/102/100/101.5",
          "101.5/101.5/98/100.6",
          "100.6/100.6/100.6/100.6",
          "100.6/100.6/100.6/100.6");

  private static final Strategies STRATEGIES = new Strategies(Indicators.standard());

  private static BacktestRequest request(String magnify) {
    return new BacktestRequest(
        STRATEGIES.parse(
            "bracket",
            """
            {"schema": 1, "kind": "rules", "name": "bracket", "minimum_bars": 1,
             "rules": [{"side": "long", "when": {"less": ["close", 100.5]}}],
             "stop": {"percent": 1}, "target": {"percent": 1},
             "sizing": {"kind": "fixed-quantity", "quantity": "1"}}
            """),
        List.of(HourlyMarket.ID),
        Timeframe.ONE_HOUR,
        new Period(HourlyMarket.START, HourlyMarket.START + 3 * 3_600_000L),
        new BigDecimal("10000"),
        CostOptions.defaults(),
        RiskProfile.research(),
        false,
        "",
        EngineSetup.DEFAULT_BLOCK,
        FillRules.standard(),
        true,
        Magnifier.parse(magnify));
  }

  private static BacktestService service(List<String> halves) {
    return new BacktestService(new HourlyMarket(HOURS, halves), STRATEGIES);
  }

  private static String exit(List<String> halves, String magnify) {
    BacktestService service = service(halves);
    RunPlan plan = service.plan(request(magnify));
    Fill out = service.run(plan, RunObserver.NONE, () -> false).log().fills().get(1);
    return plan.setup().program().reasons().get(out.reason())
        + (out.maker() ? " at " + out.ticks() : "");
  }

  @Test
  void withoutFinerBarsTheStopComesFirst() {
    assertThat(exit(TARGET_FIRST, "off")).isEqualTo(exit(List.of(), "auto")).doesNotContain("1010");
  }

  @Test
  void finerBarsDecideBetweenStopAndTarget() {
    assertThat(exit(TARGET_FIRST, "auto")).endsWith("at 1010");
    assertThat(exit(TARGET_FIRST, "30m")).endsWith("at 1010");
  }

  @Test
  void finerBarsInForceStandInTheRunAndCanBePlannedAgain() {
    RunPlan plan = service(TARGET_FIRST).plan(request("auto"));
    assertThat(plan.document().at("/configuration/magnify").asText()).isEqualTo("auto");
    assertThat(plan.document().at("/configuration/instruments/0/finer_bars").asText())
        .isEqualTo("30m");
    byte[] json = plan.document().toString().getBytes(StandardCharsets.UTF_8);
    assertThat(service(TARGET_FIRST).plan(RunDocument.parse(json)).runId()).isEqualTo(plan.runId());
  }

  @Test
  void theFingerprintCoversTheFinerBars() {
    List<String> other = new java.util.ArrayList<>(TARGET_FIRST);
    other.set(3, "101.5/101.6/98/100.6");
    assertThat(service(other).plan(request("auto")).fingerprint())
        .isNotEqualTo(service(TARGET_FIRST).plan(request("auto")).fingerprint());
    assertThat(service(other).plan(request("off")).fingerprint())
        .isEqualTo(service(TARGET_FIRST).plan(request("off")).fingerprint());
  }

  @Test
  void finerBarsThatAreNotStoredOrDoNotFitAreRefused() {
    assertThatThrownBy(() -> service(List.of()).plan(request("30m")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("30m");
    assertThatThrownBy(() -> service(TARGET_FIRST).plan(request("2h")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2h");
  }
}
