package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.EntryPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole cycles under the guarded profile: how the market stands, what is proposed, what sizing and
 * risk make of it, and which orders leave. A capital of 10,000, prices about 100, one coin is one
 * percent of equity.
 */
class CycleScenariosTest {
  private static final String FLAT = "100/100.2/99.8/100";

  /** What happens, in words and in order. */
  private static final class Story implements RunObserver {
    final List<String> lines = new ArrayList<>();
    private long lastOrder;

    @Override
    public boolean wantsDecisions() {
      return true;
    }

    @Override
    public void decision(DecisionRecord decision) {
      StringBuilder line = new StringBuilder(Scenario.time(decision.timeMillis()));
      line.append(' ').append(decision.action());
      decision.refusal().ifPresent(code -> line.append(' ').append(code));
      for (DecisionRecord.SizingStep step : decision.sizing()) {
        if (decision.refusal().isEmpty() && step.name().startsWith("cut")) {
          line.append(", ").append(step.name() + " " + plain(step.value()));
        }
      }
      lines.add(line.toString());
    }

    private static String plain(String decimal) {
      return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean wantsOrders() {
      return true;
    }

    @Override
    public void order(long timeMillis, Order order) {
      if (order.number() > lastOrder) {
        lastOrder = order.number();
        lines.add(
            Scenario.time(timeMillis)
                + (order.side() > 0 ? " buy " : " sell ")
                + order.requestedLots()
                + " lots "
                + order.terms().kind());
      }
    }
  }

  private static Scenario flat(int bars) {
    String[] all = new String[bars];
    Arrays.fill(all, FLAT);
    return Scenario.bars(all);
  }

  private static Consumer<DecisionPass> enter(EntryPlan plan) {
    return pass -> pass.enter(0, 1, Script.ENTRY, plan);
  }

  private static Consumer<DecisionPass> enter() {
    return enter(EntryPlan.MARKET);
  }

  private static Consumer<DecisionPass> exit() {
    return pass -> pass.exit(0, Script.EXIT);
  }

  private static RiskProfile guarded() {
    return RiskProfile.guarded();
  }

  private static RiskProfile with(RiskLimit limit, String value) {
    return guarded().with(limit, value);
  }

  /** Enters, leaves an hour later at a small loss, and enters again after another. */
  private static Scenario again(RiskProfile profile) {
    return flat(6).risk(profile).at(0, enter()).at(1, exit()).at(2, enter());
  }

  private static RiskProfile roomy() {
    return guarded()
        .with(RiskLimit.SYMBOL_EXPOSURE_CAP, "10")
        .with(RiskLimit.MAX_TOTAL_AT_RISK_PCT, "10")
        .with(RiskLimit.POSITION_SIZE_TOO_LARGE, "10");
  }

  private static Arguments cycle(String name, Scenario scenario, String... story) {
    return arguments(name, scenario, List.of(story));
  }

  static Stream<Arguments> sizesAndCaps() {
    return Stream.of(
        cycle(
            "within all limits",
            flat(4).risk(guarded()).at(0, enter()),
            "01:00 buy 1000 lots MARKET",
            "01:00 enter"),
        cycle(
            "cut to three percent of equity",
            flat(4).risk(guarded()).quantity("5").at(0, enter()),
            "01:00 buy 3000 lots MARKET",
            "01:00 enter, cut to symbol_exposure_cap 3"),
        cycle(
            "cut to what is left at risk",
            flat(4)
                .risk(with(RiskLimit.MAX_TOTAL_AT_RISK_PCT, "0.02"))
                .quantity("2.5")
                .at(0, enter()),
            "01:00 buy 2000 lots MARKET",
            "01:00 enter, cut to max_total_at_risk_pct 2"),
        cycle(
            "cut by two caps, one after the other",
            flat(4).risk(with(RiskLimit.MAX_ORDER_NOTIONAL, "200")).quantity("5").at(0, enter()),
            "01:00 buy 2000 lots MARKET",
            "01:00 enter, cut to symbol_exposure_cap 3, cut to max_order_notional 2"),
        cycle(
            "cut to the largest order",
            flat(4)
                .risk(with(RiskLimit.POSITION_SIZE_TOO_LARGE, "0.015"))
                .quantity("2")
                .at(0, enter()),
            "01:00 buy 1500 lots MARKET",
            "01:00 enter, cut to position_size_too_large 1.5"),
        cycle(
            "too small for the profile",
            flat(4).risk(guarded()).quantity("0.249").at(0, enter()),
            "01:00 refuse position_size_too_small"),
        cycle(
            "just large enough",
            flat(4).risk(guarded()).quantity("0.25").at(0, enter()),
            "01:00 buy 250 lots MARKET",
            "01:00 enter"),
        cycle(
            "below the least value",
            flat(4).risk(guarded()).quantity("0.09").at(0, enter()),
            "01:00 refuse min_notional"));
  }

  static Stream<Arguments> pricesAndMargin() {
    return Stream.of(
        cycle(
            "leverage at its cap",
            flat(4).risk(guarded()).leverage("5", "10000").at(0, enter()),
            "01:00 buy 1000 lots MARKET",
            "01:00 enter"),
        cycle(
            "leverage above its cap",
            flat(4).risk(guarded()).leverage("6", "10000").at(0, enter()),
            "01:00 refuse leverage_cap"),
        cycle(
            "a stop behind the liquidation",
            flat(4)
                .risk(guarded())
                .leverage("5", "10000")
                .at(0, enter(Scenario.market("80.5", ""))),
            "01:00 refuse liquidation_distance"),
        cycle(
            "a stop before the liquidation",
            flat(4)
                .risk(guarded())
                .leverage("5", "10000")
                .at(0, enter(Scenario.market("80.6", ""))),
            "01:00 buy 1000 lots MARKET",
            "01:00 enter",
            "01:00 sell 1000 lots STOP"),
        cycle(
            "a price five percent off",
            flat(4).risk(guarded()).at(0, enter(Scenario.limit("95", EntryPlan.Exits.NONE))),
            "01:00 buy 1000 lots LIMIT",
            "01:00 enter"),
        cycle(
            "a price further off",
            flat(4).risk(guarded()).at(0, enter(Scenario.limit("94.9", EntryPlan.Exits.NONE))),
            "01:00 refuse price_collar"),
        cycle(
            "the spread at its limit",
            flat(4).risk(with(RiskLimit.SPREAD_TOO_WIDE_LARGE, "2")).at(0, enter()),
            "01:00 buy 1000 lots MARKET",
            "01:00 enter"),
        cycle(
            "a spread too wide",
            flat(4).risk(with(RiskLimit.SPREAD_TOO_WIDE_LARGE, "1.9")).at(0, enter()),
            "01:00 refuse spread_too_wide"),
        cycle(
            "too much slippage expected",
            flat(4).risk(with(RiskLimit.SLIPPAGE_LIMIT_LARGE, "1.9")).at(0, enter()),
            "01:00 refuse slippage_limit"),
        cycle(
            "costs above their budget",
            flat(4).risk(with(RiskLimit.COST_BUDGET_LARGE, "6.9")).at(0, enter()),
            "01:00 refuse cost_budget"),
        cycle(
            "costs at their budget",
            flat(4).risk(with(RiskLimit.COST_BUDGET_LARGE, "7")).at(0, enter()),
            "01:00 buy 1000 lots MARKET",
            "01:00 enter"));
  }

  static Stream<Arguments> oneAfterTheOther() {
    String[] bought = {"01:00 buy 1000 lots MARKET", "01:00 enter"};
    String[] sold = {"02:00 sell 1000 lots MARKET", "02:00 exit"};
    return Stream.of(
        cycle(
            "in again when the pause after a loss has just ended",
            again(guarded()),
            bought[0],
            bought[1],
            sold[0],
            sold[1],
            "03:00 buy 1000 lots MARKET",
            "03:00 enter"),
        cycle(
            "in again too soon after a loss",
            again(with(RiskLimit.COOLDOWN_AFTER_LOSS, "3601")),
            bought[0],
            bought[1],
            sold[0],
            sold[1],
            "03:00 refuse symbol_cooldown_active"),
        cycle(
            "two entries too close",
            again(with(RiskLimit.GLOBAL_TRADE_SPACING, "7201")),
            bought[0],
            bought[1],
            sold[0],
            sold[1],
            "03:00 refuse global_trade_spacing"),
        cycle(
            "a row of losses",
            again(
                with(RiskLimit.CONSECUTIVE_LOSSES, "1")
                    .with(RiskLimit.CONSECUTIVE_LOSS_COOLDOWN, "3601")),
            bought[0],
            bought[1],
            sold[0],
            sold[1],
            "03:00 refuse consecutive_loss_cooldown"),
        cycle(
            "the day's entries are used up",
            again(with(RiskLimit.TRADE_FREQUENCY_DAILY, "1")),
            bought[0],
            bought[1],
            sold[0],
            sold[1],
            "03:00 refuse trade_frequency_daily"),
        cycle(
            "an entry still works",
            flat(4)
                .risk(guarded())
                .at(0, enter(Scenario.limit("99", EntryPlan.Exits.NONE)))
                .at(1, enter()),
            "01:00 buy 1000 lots LIMIT",
            "01:00 enter",
            "02:00 refuse pending_order_exists"),
        cycle(
            "added to once, and not twice",
            flat(6).risk(guarded()).at(0, enter()).at(1, enter()).at(2, enter()),
            bought[0],
            bought[1],
            "02:00 buy 1000 lots MARKET",
            "02:00 enter",
            "03:00 refuse pyramid_limit"),
        cycle(
            "adding is not allowed",
            flat(4).risk(with(RiskLimit.PYRAMID_LIMIT, "0")).at(0, enter()).at(1, enter()),
            bought[0],
            bought[1],
            "02:00 refuse pyramid_limit"),
        cycle(
            "a loss of three percent of equity closes and locks",
            Scenario.bars(FLAT, FLAT, "100/100/93/93", "93/93/93/93", "93/93/93/93")
                .risk(roomy())
                .quantity("50")
                .at(0, enter())
                .at(3, enter()),
            "01:00 buy 50000 lots MARKET",
            "01:00 enter",
            "03:00 sell 50000 lots MARKET",
            "03:00 exit",
            "04:00 refuse kill_switch"),
        cycle(
            "an exit leaves however narrow the limits have become",
            flat(4)
                .risk(with(RiskLimit.TRADE_FREQUENCY_DAILY, "1").with(RiskLimit.PYRAMID_LIMIT, "0"))
                .at(0, enter())
                .at(1, exit()),
            bought[0],
            bought[1],
            sold[0],
            sold[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"sizesAndCaps", "pricesAndMargin", "oneAfterTheOther"})
  void theCycleEndsInTheseOrders(String name, Scenario scenario, List<String> expected) {
    Story story = new Story();
    scenario.run(story);
    assertThat(story.lines).containsExactlyElementsOf(expected);
  }
}
