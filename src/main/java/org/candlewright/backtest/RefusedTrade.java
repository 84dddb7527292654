package org.candlewright.backtest;

import java.util.Optional;
import java.util.OptionalLong;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.RunObserver;

/**
 * What an entry that a risk check refused would have brought: the same engine goes on from the
 * moment before, the check is waived for that one entry, and the run is followed until its trade is
 * closed. Refusals have to be asked for in the order of time.
 */
public final class RefusedTrade {
  /** Bars to a block: a trade is mostly over long before a block of usual length. */
  private static final int BLOCK = 256;

  private final RunPlan plan;
  private final Engine before;

  public RefusedTrade(RunPlan plan) {
    this.plan = plan;
    this.before = new Engine(setup(), RunObserver.NONE);
  }

  private EngineSetup setup() {
    EngineSetup setup = plan.setup();
    return new EngineSetup(
        setup.instruments(),
        setup.period(),
        plan.request().strategy().program(setup.instruments()),
        setup.sizing(),
        setup.leverage(),
        setup.capital(),
        setup.costs(),
        setup.keepOpen(),
        BLOCK,
        setup.rules(),
        setup.risk(),
        setup.script());
  }

  /** Whether it can be asked what an entry would have brought: of a backtest, while it trades. */
  public static boolean answers(RunPlan plan, DecisionRecord decision) {
    return plan.setup().risk().limited()
        && plan.document().path("mode").asText().equals("backtest")
        && decision.refusal().isPresent()
        && !decision.refusal().get().equals("kill_switch")
        && !decision.checks().isEmpty();
  }

  /**
   * Net result the entry would have had, money units: what the refusal cost if positive, saved if
   * negative. Empty where it would not have been filled or closed.
   */
  public OptionalLong net(DecisionRecord refused) {
    before.runTo(refused.timeMillis() - 1);
    Entered entered = new Entered(refused);
    Engine engine = new Engine(setup(), entered);
    engine.restore(before.checkpoint());
    engine.waive(refused.timeMillis(), refused.instrument());
    while (!engine.finished()) {
      engine.runBlock();
      if (entered.order.isEmpty() && engine.timeMillis() >= refused.timeMillis()) {
        return OptionalLong.empty();
      }
      if (entered.order.isPresent() && closed(engine, entered)) {
        break;
      }
    }
    return entered.order.isPresent() && closed(engine, entered)
        ? OptionalLong.of(result(engine, entered))
        : OptionalLong.empty();
  }

  private boolean closed(Engine engine, Entered entered) {
    long held = 0;
    for (Fill fill : engine.log().fills()) {
      held += fill.entry() && entered.isLeg(fill.order()) ? fill.heldLots() : 0;
    }
    if (held == 0) {
      return false;
    }
    for (LegTrade trade : engine.log().trades()) {
      held -= entered.isLeg(trade.entryOrder()) ? trade.lots() : 0;
    }
    return held == 0;
  }

  private static long result(Engine engine, Entered entered) {
    long net = 0;
    for (LegTrade trade : engine.log().trades()) {
      net += entered.isLeg(trade.entryOrder()) ? trade.net() : 0;
    }
    return net;
  }

  /** Sees which order the entry became. */
  private final class Entered implements RunObserver {
    private final DecisionRecord refused;
    private final boolean pair = plan.setup().program().legs().two();
    private Optional<Long> order = Optional.empty();

    Entered(DecisionRecord refused) {
      this.refused = refused;
    }

    /** Whether an order is that entry, or of a pair its second leg. */
    boolean isLeg(long number) {
      long first = order.orElse(-1L);
      return number == first || (pair && number == first + 1);
    }

    @Override
    public boolean wantsDecisions() {
      return true;
    }

    @Override
    public void decision(DecisionRecord decision) {
      if (order.isEmpty()
          && decision.timeMillis() == refused.timeMillis()
          && decision.instrument() == refused.instrument()
          && decision.action().equals("enter")) {
        order = Optional.of(decision.order());
      }
    }
  }
}
